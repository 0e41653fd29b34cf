package org.stemma.link;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a text says that somebody is: "the former foreign minister of Norvane".
 *
 * @param head in neutral form: "minister", "spokes"
 * @param rank "vice", "deputy"; else empty
 * @param domains what it is for, plainly spelt: "foreign"
 * @param places whose it is, as {@link Places#stems} gives them
 * @param bodies whose it is, by their keys
 * @param past true for "former" and the like
 */
record Office(
    String head,
    String rank,
    Set<String> domains,
    Set<String> places,
    Set<String> bodies,
    boolean past) {
  Office {
    domains = new TreeSet<>(domains);
    places = Set.copyOf(places);
    bodies = Set.copyOf(bodies);
  }

  /** What must be the same for two to be one office, but for whose it is. */
  String key() {
    return rank + " " + head + " " + String.join(" ", domains);
  }

  /** True for an office that one holds at a time, in one country or town. */
  boolean isUnique() {
    return rank.isEmpty()
        && bodies.isEmpty()
        && Offices.isUnique(head)
        && !(head.equals("minister") && domains.isEmpty());
  }

  Office of(Set<String> morePlaces, Set<String> moreBodies) {
    Set<String> allPlaces = new TreeSet<>(places);
    allPlaces.addAll(morePlaces);
    Set<String> allBodies = new TreeSet<>(bodies);
    allBodies.addAll(moreBodies);
    return new Office(head, rank, domains, allPlaces, allBodies, past);
  }
}

package org.stemma.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.model.Union;
import org.stemma.model.Union.Reason;

/** Bearers that were found to be one, with what all of them together tell. */
final class Groups {
  private final List<Bearer> bearers;
  private final int[] parent;
  private final int[] size;
  private final Map<Integer, Profile> profiles = new HashMap<>();
  private final Map<Integer, Set<PersonName>> names = new HashMap<>();
  private final List<Union> unions = new ArrayList<>();

  /**
   * @param bearers in an order that depends on nothing but themselves
   */
  Groups(List<Bearer> bearers) {
    this.bearers = bearers;
    parent = new int[bearers.size()];
    size = new int[bearers.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  List<Bearer> bearers() {
    return bearers;
  }

  int root(int bearer) {
    int at = bearer;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The groups of some bearers, each once, in a fixed order. */
  List<Integer> roots(Collection<Integer> some) {
    Set<Integer> roots = new TreeSet<>();
    some.forEach(bearer -> roots.add(root(bearer)));
    return new ArrayList<>(roots);
  }

  int size(int root) {
    return size[root];
  }

  Profile profile(int root) {
    Profile joined = profiles.get(root);
    return joined != null ? joined : bearers.get(root).profile();
  }

  /** The names in full that a group has, taken apart; of each only once. */
  Set<PersonName> names(int root) {
    return names.computeIfAbsent(
        root,
        r -> {
          Set<PersonName> own = new LinkedHashSet<>();
          bearers.get(r).fullNames().forEach(name -> addName(own, PersonName.of(name)));
          return own;
        });
  }

  private static void addName(Set<PersonName> names, PersonName name) {
    if (!name.isEmpty()) {
      names.add(new PersonName(List.of(), name.parts(), name.generation()));
    }
  }

  void join(int one, int other, Reason reason) {
    int x = root(one);
    int y = root(other);
    if (x == y) {
      return;
    }
    unions.add(new Union(bearers.get(x).id(), bearers.get(y).id(), reason));
    int into = Math.min(x, y);
    int from = Math.max(x, y);
    Profile profile = profiles.get(into);
    if (profile == null) {
      profile = new Profile();
      profile.addAll(bearers.get(into).profile());
      profiles.put(into, profile);
    }
    profile.addAll(profile(from));
    profiles.remove(from);
    Set<PersonName> all = names(into);
    all.addAll(names(from));
    names.remove(from);
    parent[from] = into;
    size[into] += size[from];
  }

  /** Why they were joined, in the order in which they were. */
  List<Union> unions() {
    return unions;
  }
}

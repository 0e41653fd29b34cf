package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One person, body or place under all the names that articles give it.
 *
 * @param id the smallest of its bearings' ids; the ids of all its bearings lead to it
 * @param name the one to show: the full name that most articles give, or what a person chose
 * @param isSpeaker false when a person said that this is nobody
 * @param bearings by article, then by name; never empty
 * @param unions why they are taken to be one; none where there is one bearing alone
 */
public record Entity(
    String id,
    String name,
    NameKind kind,
    boolean isSpeaker,
    List<Bearing> bearings,
    List<Union> unions) {
  public Entity {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    if (name.isBlank()) {
      throw new IllegalArgumentException("entity " + id + " needs a name");
    }
    bearings = List.copyOf(bearings);
    unions = List.copyOf(unions);
    if (bearings.isEmpty()) {
      throw new IllegalArgumentException("entity " + id + " needs a bearing");
    }
  }

  /** Every form of the name that any article has, {@link #name} first. */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add(name);
    bearings.forEach(bearing -> names.add(bearing.name()));
    bearings.forEach(bearing -> names.addAll(bearing.forms()));
    return new ArrayList<>(names);
  }

  /**
   * The decision that this is who says something: under a name that the article itself has for it,
   * where it has one.
   */
  public Decision.SetSpeaker saying(Instant at, Locus attribution) {
    for (Bearing bearing : bearings) {
      if (bearing.article().equals(attribution.article())) {
        return new Decision.SetSpeaker(at, attribution, bearing.id(), bearing.name());
      }
    }
    return new Decision.SetSpeaker(at, attribution, id, name);
  }

  /** The articles that have one of its bearings, by id. */
  public List<ArticleId> articles() {
    return bearings.stream().map(Bearing::article).distinct().toList();
  }
}

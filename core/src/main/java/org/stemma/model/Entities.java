package org.stemma.model;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The persons, bodies and places of a set of articles. Immutable. */
public final class Entities {
  /** Of no articles. */
  public static final Entities NONE = new Entities(List.of());

  private final List<Entity> all;
  private final Map<String, Entity> byBearing = new HashMap<>();
  private final Map<ArticleId, Map<String, Entity>> byForm = new HashMap<>();

  /**
   * @param entities no bearing is of two
   */
  public Entities(Collection<Entity> entities) {
    List<Entity> sorted = new ArrayList<>(entities);
    sorted.sort(comparing(Entity::id));
    all = List.copyOf(sorted);
    for (Entity entity : all) {
      for (Bearing bearing : entity.bearings()) {
        if (byBearing.put(bearing.id(), entity) != null) {
          throw new IllegalArgumentException(bearing.id() + " is of two entities");
        }
        Map<String, Entity> forms =
            byForm.computeIfAbsent(bearing.article(), article -> new HashMap<>());
        bearing.forms().forEach(form -> forms.put(form, entity));
      }
    }
  }

  /** All, by id. */
  public List<Entity> all() {
    return all;
  }

  /** The entity that a bearing belongs to; an entity's own id is that of one of its bearings. */
  public Optional<Entity> byId(String bearing) {
    return Optional.ofNullable(byBearing.get(bearing));
  }

  /** Whom an article means by a name, in a form in which it has it. */
  public Optional<Entity> of(ArticleId article, String form) {
    return Optional.ofNullable(byForm.getOrDefault(article, Map.of()).get(form));
  }

  /** Whom an article means by a speaker. */
  public Optional<Entity> of(ArticleId article, Speaker speaker) {
    return speaker instanceof Speaker.Named named ? of(article, named.name()) : Optional.empty();
  }
}

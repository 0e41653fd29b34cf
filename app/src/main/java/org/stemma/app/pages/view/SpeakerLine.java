package org.stemma.app.pages.view;

import java.util.List;
import org.stemma.model.Entity;

/**
 * A speaker in a list.
 *
 * @param others "also A. Lund, Lund"; empty where there is one name
 * @param said "4 statements, named in 3 articles"
 */
public record SpeakerLine(String href, String name, String others, String said) {
  /** Other names that a list shows. */
  private static final int NAMES = 4;

  /**
   * @param statements ascribed to the entity
   */
  public static SpeakerLine of(Entity entity, int statements) {
    List<String> names = entity.names();
    List<String> others = names.subList(1, Math.min(names.size(), NAMES + 1));
    String more = names.size() > NAMES + 1 ? ", …" : "";
    return new SpeakerLine(
        Links.speaker(entity.id()),
        entity.name(),
        others.isEmpty() ? "" : "also " + String.join(", ", others) + more,
        said(entity, statements));
  }

  static String said(Entity entity, int statements) {
    return Phrases.count(statements, "statement")
        + ", named in "
        + Phrases.count(entity.articles().size(), "article");
  }
}

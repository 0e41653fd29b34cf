package org.stemma.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.stemma.model.Entity;
import org.stemma.model.Span;

/**
 * A speaker of a draft whose name the record does not have so.
 *
 * @param span where the draft first says that they speak: the words of the source, or else the
 *     quotation
 * @param name as the draft gives it
 * @param nearest whom the record has under a name like it; empty exactly for {@link Kind#UNKNOWN}
 */
public record CheckedName(Span span, String name, Kind kind, Optional<Entity> nearest) {
  /** What is wrong with it, as far as the record tells. */
  public enum Kind {
    /** A letter or two away from a name on record. */
    OTHER_SPELLING,
    /** The last name of somebody on record with another first name. */
    OTHER_FIRST_NAME,
    /** Nobody on record has a name like it. */
    UNKNOWN
  }

  public CheckedName {
    requireNonNull(span, "span");
    requireNonNull(kind, "kind");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name needs a letter");
    }
    if (nearest.isEmpty() != (kind == Kind.UNKNOWN)) {
      throw new IllegalArgumentException("a name of kind " + kind + " with nearest " + nearest);
    }
  }
}

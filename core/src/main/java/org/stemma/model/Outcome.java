package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * What became of one page that was read.
 *
 * @param place where it was read, as in {@link Page}
 * @param reason one sentence for people, empty when the page was added
 */
public record Outcome(String place, Kind kind, String reason) {
  /** What became of it. */
  public enum Kind {
    ADDED,
    /** The desk held the same page before. */
    KNOWN,
    /** Nothing could be made of it. */
    SKIPPED
  }

  public Outcome {
    requireNonNull(place, "place");
    requireNonNull(kind, "kind");
    requireNonNull(reason, "reason");
  }
}

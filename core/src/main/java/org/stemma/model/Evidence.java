package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * One reason for an edge of a stemma.
 *
 * @param detail what the reason rests on, as found in the articles (a credit line's words, two
 *     dates, a count of characters); may be empty
 */
public record Evidence(Kind kind, String detail) {
  /** Kinds of reasons. */
  public enum Kind {
    /** The parent is dated before the child. */
    EARLIER,
    /** What they share is most of the child. */
    CONTAINED,
    /** They share a change that others do not have. */
    SHARED_ALTERATION,
    /** The child names the parent's outlet or its agency. */
    CREDIT,
    /** Both have the same headline. */
    HEADLINE,
    /** The parent's outlet is a news agency: those write what others take over. */
    AGENCY,
    /** The parent has more of what is shared than any other. */
    FULLEST
  }

  public Evidence {
    requireNonNull(kind, "kind");
    requireNonNull(detail, "detail");
  }
}

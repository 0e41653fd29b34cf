package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * Two witnesses that linking found to be of one statement. A pure function of the two articles.
 *
 * @param a the article with the smaller id
 * @param aSpan the witness there, quotation marks excluded
 * @param b the other article
 * @param likeness from 0 to 1, 1 for the same words
 */
public record Kinship(
    ArticleId a, Span aSpan, ArticleId b, Span bSpan, Basis basis, double likeness) {
  /** What ties the two. */
  public enum Basis {
    /** The same words, perhaps cut, spliced or slightly changed. */
    WORDING,
    /** Other words for the same thing: a second translation, a retelling. */
    REWORDING
  }

  public Kinship {
    requireNonNull(aSpan, "aSpan");
    requireNonNull(bSpan, "bSpan");
    requireNonNull(basis, "basis");
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException("article " + a + " must come before " + b);
    }
    if (!(likeness >= 0 && likeness <= 1)) {
      throw new IllegalArgumentException("likeness " + likeness + " must lie in 0 to 1");
    }
  }
}

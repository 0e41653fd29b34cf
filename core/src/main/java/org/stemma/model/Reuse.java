package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * A passage that two articles share, quoted or not: a chain of matches in the same order.
 *
 * @param a the article with the smaller id
 * @param same number of identical UTF-16 code units
 */
public record Reuse(ArticleId a, Span aSpan, ArticleId b, Span bSpan, int same) {
  public Reuse {
    requireNonNull(aSpan, "aSpan");
    requireNonNull(bSpan, "bSpan");
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException("article " + a + " must come before " + b);
    }
  }
}

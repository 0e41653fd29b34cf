package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Characters that two articles share, inside one paragraph of each: the smallest thing that linking
 * finds and the store keeps. Whether a match counts is decided when it is read, by what the desk
 * then knows of its paragraphs and keys, so that the order in which articles were added never
 * shows.
 *
 * @param a the article with the smaller id
 * @param b the other one
 * @param aParagraph hash of the paragraph of {@code a}, as in {@link Keys}
 * @param bParagraph hash of the paragraph of {@code b}
 * @param anchors keys of both articles that lie in this match; never empty
 */
public record Match(
    ArticleId a,
    Span aSpan,
    long aParagraph,
    ArticleId b,
    Span bSpan,
    long bParagraph,
    List<Long> anchors) {
  public Match {
    requireNonNull(aSpan, "aSpan");
    requireNonNull(bSpan, "bSpan");
    anchors = List.copyOf(anchors);
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException("article " + a + " must come before " + b);
    }
  }
}

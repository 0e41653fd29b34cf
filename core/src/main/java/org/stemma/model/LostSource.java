package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * In a stemma: an agency's article that is not among the articles, and is known by those that took
 * from it.
 *
 * @param agency that its heirs credit, as they print it
 * @param heirs the articles that have it from there, oldest first, undated last; never empty
 */
public record LostSource(String agency, List<ArticleId> heirs) {
  public LostSource {
    requireNonNull(agency, "agency");
    heirs = List.copyOf(heirs);
    if (heirs.isEmpty()) {
      throw new IllegalArgumentException("a lost source is known by its heirs");
    }
  }
}

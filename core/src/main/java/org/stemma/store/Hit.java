package org.stemma.store;

import static java.util.Objects.requireNonNull;

import org.stemma.model.ArticleId;

/**
 * One article found by a search.
 *
 * @param score greater is better; comparable within one search only
 */
public record Hit(ArticleId article, double score) {
  public Hit {
    requireNonNull(article, "article");
  }
}

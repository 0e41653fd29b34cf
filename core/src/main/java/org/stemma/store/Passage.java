package org.stemma.store;

import static java.util.Objects.requireNonNull;

import org.stemma.model.ArticleId;
import org.stemma.model.Span;

/**
 * A sentence of an article in which sought words stand.
 *
 * @param sentence in the article's text
 */
public record Passage(ArticleId article, Span sentence) {
  public Passage {
    requireNonNull(article, "article");
    requireNonNull(sentence, "sentence");
  }
}

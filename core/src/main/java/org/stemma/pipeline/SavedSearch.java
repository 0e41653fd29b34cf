package org.stemma.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.stemma.model.ArticleId;

/**
 * A search that is followed.
 *
 * @param since when somebody last looked at what it finds
 * @param news the articles that it finds since then, best first
 */
public record SavedSearch(String words, Instant since, List<ArticleId> news) {
  public SavedSearch {
    requireNonNull(words, "words");
    requireNonNull(since, "since");
    news = List.copyOf(news);
  }
}

package org.stemma.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Article;

/**
 * What came into a desk since it was last looked at.
 *
 * @param since when that was; empty on the first look, of which nothing is news
 * @param count articles that came since
 * @param latest some of them, the last first; without those that stand aside
 */
public record News(Optional<Instant> since, long count, List<Article> latest) {
  /** Nothing is new. */
  public static final News NONE = new News(Optional.empty(), 0, List.of());

  public News {
    requireNonNull(since, "since");
    latest = List.copyOf(latest);
  }
}

package org.stemma.store;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.stemma.model.Article;

/** The week in which an article appeared, as {@link Store#recurrence} counts weeks. */
final class Week {
  private static final Duration LENGTH = Duration.ofDays(7);

  private Week() {}

  /** The same number for all articles of one week; empty for an undated article. */
  static OptionalLong of(Article article) {
    return article
        .published()
        .map(date -> OptionalLong.of(number(date.earliest())))
        .orElseGet(OptionalLong::empty);
  }

  private static long number(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), LENGTH.toSeconds());
  }

  /**
   * As {@link #of}, with a number of its own for an undated article.
   *
   * @param article number of the article, different for each
   */
  static long of(Article annotated, long article) {
    OptionalLong week = of(annotated);
    return week.isPresent() ? 2 * week.getAsLong() : 2 * article + 1;
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One way by which a statement came to outlets: all articles that have it from one another, from
 * one agency, or are of one outlet. Two origins of a statement are independent of each other as far
 * as its stemma and its credits tell.
 *
 * @param agency whose copy all of them are taken to have, where that is not in the desk
 * @param articles those that have it from no other first, each oldest first, undated last; never
 *     empty
 * @param isDecided false where these share words with others, and nobody can tell who had them
 *     first: such an origin may be another's
 */
public record Origin(Optional<String> agency, List<ArticleId> articles, boolean isDecided) {
  public Origin {
    requireNonNull(agency, "agency");
    articles = List.copyOf(articles);
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("an origin is known by its articles");
    }
  }

  /**
   * How many of a statement's origins are known to be independent: those that are decided, and one
   * where none is.
   */
  public static int independent(List<Origin> origins) {
    int decided = (int) origins.stream().filter(Origin::isDecided).count();
    return Math.max(origins.isEmpty() ? 0 : 1, decided);
  }
}

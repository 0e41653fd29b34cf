package org.stemma.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Match;

/**
 * Everything that comes into a store with one article.
 *
 * @param matches of this article with articles that the store held before
 * @param kinships of this article with articles that the store held before
 */
public record Entry(Annotated annotated, Keys keys, List<Match> matches, List<Kinship> kinships) {
  public Entry {
    requireNonNull(annotated, "annotated");
    requireNonNull(keys, "keys");
    matches = List.copyOf(matches);
    kinships = List.copyOf(kinships);
    ArticleId id = annotated.article().id();
    for (Match match : matches) {
      requireSide(id, match.a(), match.b());
    }
    for (Kinship kinship : kinships) {
      requireSide(id, kinship.a(), kinship.b());
    }
  }

  /** The article's id. */
  ArticleId id() {
    return annotated.article().id();
  }

  /** The articles that it is tied to. */
  Set<ArticleId> others() {
    Set<ArticleId> others = new TreeSet<>();
    matches.forEach(match -> others.addAll(List.of(match.a(), match.b())));
    kinships.forEach(kinship -> others.addAll(List.of(kinship.a(), kinship.b())));
    others.remove(id());
    return others;
  }

  private static void requireSide(ArticleId id, ArticleId a, ArticleId b) {
    if (!a.equals(id) && !b.equals(id)) {
      throw new IllegalArgumentException(
          "a tie of " + a + " and " + b + " cannot come with article " + id);
    }
  }
}

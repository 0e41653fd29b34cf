package org.stemma.store;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.stemma.model.ArticleId;
import org.stemma.model.Kinship;
import org.stemma.model.Match;

/** The orders that the contract promises, in one place for every store. */
final class RecordOrder {
  static final Comparator<Match> MATCHES =
      comparing(Match::a)
          .thenComparing(Match::b)
          .thenComparing(Match::aSpan)
          .thenComparing(Match::bSpan);

  static final Comparator<Kinship> KINSHIPS =
      comparing(Kinship::a)
          .thenComparing(Kinship::b)
          .thenComparing(Kinship::aSpan)
          .thenComparing(Kinship::bSpan);

  private RecordOrder() {}

  /** The matches of one article: by the other's id, then by position in this one. */
  static Comparator<Match> matchesOf(ArticleId id) {
    return comparing((Match m) -> m.a().equals(id) ? m.b() : m.a())
        .thenComparing(m -> m.a().equals(id) ? m.aSpan() : m.bSpan())
        .thenComparing(m -> m.a().equals(id) ? m.bSpan() : m.aSpan());
  }

  /** The kinships of one article: by the other's id, then by position in this one. */
  static Comparator<Kinship> kinshipsOf(ArticleId id) {
    return comparing((Kinship k) -> k.a().equals(id) ? k.b() : k.a())
        .thenComparing(k -> k.a().equals(id) ? k.aSpan() : k.bSpan())
        .thenComparing(k -> k.a().equals(id) ? k.bSpan() : k.aSpan());
  }
}

package org.stemma.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;

/** An article of a stemma with what it shares with each other one. Not thread-safe. */
final class Leaf {
  private final Article article;
  private final Optional<FoundDate> date;
  private final Map<ArticleId, Shared> shared = new TreeMap<>();
  private int fullness = -1;

  /** What it shares with one other: where, and how many characters are the same. */
  static final class Shared {
    private final List<Span> spans = new ArrayList<>();
    private int same;

    List<Span> spans() {
      return spans;
    }

    int same() {
      return same;
    }
  }

  Leaf(Article article) {
    this.article = article;
    this.date = article.published();
  }

  void share(ArticleId other, Span here, int same) {
    Shared with = shared.computeIfAbsent(other, id -> new Shared());
    with.spans.add(here);
    with.same += same;
  }

  Article article() {
    return article;
  }

  ArticleId id() {
    return article.id();
  }

  Optional<FoundDate> date() {
    return date;
  }

  Map<ArticleId, Shared> shared() {
    return shared;
  }

  /** Characters that it shares with any other. */
  int fullness() {
    if (fullness < 0) {
      List<Span> all = new ArrayList<>();
      shared.values().forEach(with -> all.addAll(with.spans()));
      fullness = Spans.length(all);
    }
    return fullness;
  }

  boolean isSurelyBefore(Leaf other) {
    return date.isPresent()
        && other.date.isPresent()
        && date.get().latest().isBefore(other.date.get().earliest());
  }

  Instant earliest() {
    return date.map(FoundDate::earliest).orElse(Instant.MAX);
  }
}

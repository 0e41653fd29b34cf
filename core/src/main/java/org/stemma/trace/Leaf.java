package org.stemma.trace;

import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.text.NewsAgencies;
import org.stemma.text.Words;

/** An article of a stemma with what it shares with each other one. Not thread-safe. */
final class Leaf {
  private final Article article;
  private final Optional<FoundDate> date;
  private final Optional<String> outlet;
  private final Words words;
  private final Map<ArticleId, Shared> shared = new TreeMap<>();
  private final BitSet copied = new BitSet();

  /** What it shares with one other: which of its words, and how many characters are the same. */
  static final class Shared {
    private final BitSet words = new BitSet();
    private final List<Run> runs = new ArrayList<>();
    private int same;

    BitSet words() {
      return words;
    }

    int same() {
      return same;
    }

    /** In the order of this article. */
    List<Run> runs() {
      return runs.stream().sorted(comparingInt(Run::from).thenComparingInt(Run::there)).toList();
    }
  }

  /**
   * Words that stand in both without a break.
   *
   * @param from index of the first word here
   * @param to one past the last
   * @param there index of the first word in the other
   */
  record Run(int from, int to, int there) {
    int endThere() {
      return there + to - from;
    }
  }

  Leaf(Article article) {
    this.article = article;
    this.date = article.published();
    this.outlet = article.outlet();
    this.words = Words.in(article.text());
  }

  /**
   * @param here a run of its words that stands in the other too
   * @param there the same words in the other
   */
  void share(Leaf other, Span here, Span there) {
    Shared with = shared.computeIfAbsent(other.id(), id -> new Shared());
    int from = words.firstFrom(here.start());
    int to = words.firstFrom(here.end());
    int before = with.words.cardinality();
    with.words.set(from, to);
    if (with.words.cardinality() > before) {
      with.runs.add(new Run(from, to, other.words.firstFrom(there.start())));
      with.same += here.length();
      copied.set(from, to);
    }
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

  Optional<String> outlet() {
    return outlet;
  }

  boolean isAgency() {
    return outlet.filter(NewsAgencies::isAgency).isPresent();
  }

  Map<ArticleId, Shared> shared() {
    return shared;
  }

  /** Its words that stand in any other. */
  BitSet copied() {
    return copied;
  }

  /** Of {@link #copied()} those that the other lacks. */
  BitSet lackedBy(Leaf other) {
    BitSet lacked = (BitSet) copied.clone();
    lacked.andNot(shared.get(other.id()).words());
    return lacked;
  }

  /** Where the agencies that others here are of are named as a source in it. */
  Set<String> credits(Set<String> agencies) {
    Set<String> found = new TreeSet<>();
    for (String agency : agencies) {
      boolean own = outlet.equals(Optional.of(agency));
      if (!own && Credits.find(article.text(), agency).isPresent()) {
        found.add(agency);
      }
    }
    article.imprint().credit().filter(c -> !outlet.equals(Optional.of(c))).ifPresent(found::add);
    return found;
  }

  boolean isSurelyBefore(Leaf other) {
    return hoursBefore(other) > 0;
  }

  /** Hours from the last moment this can be of to the first of the other; 0 where they may meet. */
  double hoursBefore(Leaf other) {
    if (date.isEmpty() || other.date.isEmpty()) {
      return 0;
    }
    Duration between = Duration.between(date.get().latest(), other.date.get().earliest());
    return Math.max(0, between.toMillis() / 3_600_000.0);
  }

  Instant earliest() {
    return date.map(FoundDate::earliest).orElse(Instant.MAX);
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person decided about the record. Decisions are kept in a log that only grows; a decision's
 * number is its place in the log, from 1. They name articles, {@linkplain Locus places} in their
 * texts and {@linkplain Bearing#id bearings}, so that they hold for whatever is found when pages
 * come or are read again; one that names what is not there rests until it is. Where two contradict
 * one another, the later holds.
 */
public sealed interface Decision {
  /**
   * The moment of a decision that is taken now; hundredths of a second are of no use to anybody.
   */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** What a decision is about, and what it says. */
  enum Kind {
    MERGE,
    SPLIT,
    RENAME,
    NOT_A_SPEAKER,
    JOIN_STATEMENTS,
    SPLIT_STATEMENT,
    SET_DATE,
    SET_OUTLET,
    MARK_ZONE,
    REJECT,
    SET_SPEAKER,
    NOT_NAMED,
    REVERT;

    /** What it is called in files and in the API. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** When it was taken. */
  Instant at();

  /** What it is about. */
  Kind kind();

  /** The bearings that it names. */
  default List<String> bearings() {
    return List.of();
  }

  /** The places in texts that it names. */
  default List<Locus> places() {
    return List.of();
  }

  /** The articles that it speaks of, by id: it rests where one of them is not held. */
  default Set<ArticleId> articles() {
    Set<ArticleId> articles = new TreeSet<>();
    bearings().forEach(bearing -> Bearing.articleOf(bearing).ifPresent(articles::add));
    places().forEach(place -> articles.add(place.article()));
    return articles;
  }

  /**
   * The entities of these bearings are one.
   *
   * @param bearings two or more
   */
  record Merge(Instant at, List<String> bearings) implements Decision {
    public Merge {
      requireNonNull(at, "at");
      bearings = List.copyOf(bearings);
      if (bearings.size() < 2) {
        throw new IllegalArgumentException("to merge takes two bearings, not " + bearings.size());
      }
    }

    @Override
    public Kind kind() {
      return Kind.MERGE;
    }
  }

  /**
   * These bearings are one entity of their own, apart from those they were with.
   *
   * @param bearings one or more
   */
  record Split(Instant at, List<String> bearings) implements Decision {
    public Split {
      requireNonNull(at, "at");
      bearings = List.copyOf(bearings);
      if (bearings.isEmpty()) {
        throw new IllegalArgumentException("to split takes a bearing");
      }
    }

    @Override
    public Kind kind() {
      return Kind.SPLIT;
    }
  }

  /** The entity of this bearing is to be shown under this name. */
  record Rename(Instant at, String bearing, String name) implements Decision {
    public Rename {
      requireNonNull(at, "at");
      requireNonNull(bearing, "bearing");
      requireText("a name", name);
    }

    @Override
    public Kind kind() {
      return Kind.RENAME;
    }

    @Override
    public List<String> bearings() {
      return List.of(bearing);
    }
  }

  /** The entity of this bearing is no person and no body: no speaker. */
  record NotASpeaker(Instant at, String bearing) implements Decision {
    public NotASpeaker {
      requireNonNull(at, "at");
      requireNonNull(bearing, "bearing");
    }

    @Override
    public Kind kind() {
      return Kind.NOT_A_SPEAKER;
    }

    @Override
    public List<String> bearings() {
      return List.of(bearing);
    }
  }

  /**
   * The statements of these witnesses are one.
   *
   * @param places of the witnesses, two or more
   */
  record JoinStatements(Instant at, List<Locus> places) implements Decision {
    public JoinStatements {
      requireNonNull(at, "at");
      places = List.copyOf(places);
      if (places.size() < 2) {
        throw new IllegalArgumentException("to join takes two witnesses, not " + places.size());
      }
    }

    @Override
    public Kind kind() {
      return Kind.JOIN_STATEMENTS;
    }
  }

  /**
   * These witnesses are a statement of their own, apart from those they were with.
   *
   * @param places of the witnesses, one or more
   */
  record SplitStatement(Instant at, List<Locus> places) implements Decision {
    public SplitStatement {
      requireNonNull(at, "at");
      places = List.copyOf(places);
      if (places.isEmpty()) {
        throw new IllegalArgumentException("to split takes a witness");
      }
    }

    @Override
    public Kind kind() {
      return Kind.SPLIT_STATEMENT;
    }
  }

  /**
   * The article was published then.
   *
   * @param date as the value of a {@link FoundDate}
   */
  record SetDate(Instant at, ArticleId article, String date) implements Decision {
    public SetDate {
      requireNonNull(at, "at");
      requireNonNull(article, "article");
      FoundDate.byHand(date);
    }

    @Override
    public Kind kind() {
      return Kind.SET_DATE;
    }

    @Override
    public Set<ArticleId> articles() {
      return Set.of(article);
    }
  }

  /** The article is of this outlet. */
  record SetOutlet(Instant at, ArticleId article, String outlet) implements Decision {
    public SetOutlet {
      requireNonNull(at, "at");
      requireNonNull(article, "article");
      requireText("an outlet", outlet);
    }

    @Override
    public Kind kind() {
      return Kind.SET_OUTLET;
    }

    @Override
    public Set<ArticleId> articles() {
      return Set.of(article);
    }
  }

  /** A stretch of the article's text has this role. */
  record MarkZone(Instant at, ArticleId article, Span span, ZoneRole role) implements Decision {
    public MarkZone {
      requireNonNull(at, "at");
      requireNonNull(article, "article");
      requireNonNull(span, "span");
      requireNonNull(role, "role");
    }

    @Override
    public Kind kind() {
      return Kind.MARK_ZONE;
    }

    @Override
    public Set<ArticleId> articles() {
      return Set.of(article);
    }
  }

  /** What was taken for an attribution is none. */
  record Reject(Instant at, Locus attribution) implements Decision {
    public Reject {
      requireNonNull(at, "at");
      requireNonNull(attribution, "attribution");
    }

    @Override
    public Kind kind() {
      return Kind.REJECT;
    }

    @Override
    public List<Locus> places() {
      return List.of(attribution);
    }
  }

  /**
   * The speaker of an attribution is the entity of this bearing.
   *
   * @param bearing of the same article or of another
   * @param name how the attribution's article is to name the speaker
   */
  record SetSpeaker(Instant at, Locus attribution, String bearing, String name)
      implements Decision {
    public SetSpeaker {
      requireNonNull(at, "at");
      requireNonNull(attribution, "attribution");
      requireNonNull(bearing, "bearing");
      requireText("a name", name);
    }

    @Override
    public Kind kind() {
      return Kind.SET_SPEAKER;
    }

    @Override
    public List<String> bearings() {
      return List.of(bearing);
    }

    @Override
    public List<Locus> places() {
      return List.of(attribution);
    }
  }

  /** The article does not name the speaker of an attribution. */
  record NotNamed(Instant at, Locus attribution) implements Decision {
    public NotNamed {
      requireNonNull(at, "at");
      requireNonNull(attribution, "attribution");
    }

    @Override
    public Kind kind() {
      return Kind.NOT_NAMED;
    }

    @Override
    public List<Locus> places() {
      return List.of(attribution);
    }
  }

  /**
   * An earlier decision no longer holds; to revert a reverting one brings it back.
   *
   * @param number of the decision, from 1
   */
  record Revert(Instant at, int number) implements Decision {
    public Revert {
      requireNonNull(at, "at");
      if (number < 1) {
        throw new IllegalArgumentException("decisions are numbered from 1, not " + number);
      }
    }

    @Override
    public Kind kind() {
      return Kind.REVERT;
    }
  }

  private static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }
}

package org.stemma.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Kinship;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.CommonWords;
import org.stemma.text.Words;

/**
 * Ties sayings that two kindred articles give in other words: a second translation, or one quoted
 * and one retold. A pure function of the two articles. Likeness alone cannot decide, so much else
 * must agree: the two articles share words elsewhere, both name the same speaker, they are of the
 * same days, and each saying is the other's best match.
 */
final class Rewordings {
  /** Telling words, by stem, that the two must share; names tell of whom, not what is said. */
  private static final int FEWEST_SHARED = 3;

  /**
   * Share of the shorter one's telling stems that the two must share: two translations keep about
   * half.
   */
  private static final double SHARE = 0.4;

  /** One of the two may have at most so many times the telling stems of the other. */
  private static final int LONGER = 3;

  /** Dated further apart, one speaker may well have said a like thing again. */
  private static final Duration SAME_DAYS = Duration.ofDays(3);

  private final Wording a;
  private final Wording b;
  private final List<Kinship> byWording;

  /**
   * @param byWording what the same words tie already
   */
  Rewordings(Wording a, Wording b, List<Kinship> byWording) {
    this.a = a;
    this.b = b;
    this.byWording = byWording;
  }

  /** One saying that no wording ties, with what it tells. */
  private record Loose(Saying saying, String speaker, Set<String> stems, Set<String> names) {}

  List<Kinship> find() {
    if (!Judgement.isWithin(a, b, SAME_DAYS)) {
      return List.of();
    }
    // Most articles quote nobody in common, and that is told sooner than what each quotation tells.
    Set<String> inBoth = speakers(a);
    inBoth.retainAll(speakers(b));
    if (inBoth.isEmpty()) {
      return List.of();
    }
    List<Loose> ofA = loose(a, inBoth, byWording.stream().map(Kinship::aSpan).toList());
    List<Loose> ofB = loose(b, inBoth, byWording.stream().map(Kinship::bSpan).toList());
    List<Kinship> found = new ArrayList<>();
    for (Loose x : ofA) {
      Optional<Loose> y = best(x, ofB);
      if (y.isPresent() && best(y.get(), ofA).equals(Optional.of(x))) {
        found.add(
            new Kinship(
                a.annotated().article().id(),
                x.saying().span(),
                b.annotated().article().id(),
                y.get().saying().span(),
                Kinship.Basis.REWORDING,
                likeness(x, y.get())));
      }
    }
    return found;
  }

  private static Set<String> speakers(Wording wording) {
    Set<String> speakers = new HashSet<>();
    for (Saying saying : wording.sayings()) {
      if (saying.speaker() instanceof Speaker.Named named) {
        speakers.add(KinshipFinder.surname(named.name()));
      }
    }
    return speakers;
  }

  /**
   * @param speakers of others nothing is asked
   */
  private static List<Loose> loose(Wording wording, Set<String> speakers, List<Span> tied) {
    List<Loose> loose = new ArrayList<>();
    for (Saying saying : wording.sayings()) {
      if (saying.speaker() instanceof Speaker.Named named
          && speakers.contains(KinshipFinder.surname(named.name()))
          && tied.stream().noneMatch(saying.span()::overlaps)) {
        Set<String> stems = CommonWords.tellingStems(wording.text(), saying.parts());
        if (stems.size() >= FEWEST_SHARED) {
          loose.add(
              new Loose(
                  saying, KinshipFinder.surname(named.name()), stems, names(wording, saying)));
        }
      }
    }
    return loose;
  }

  /**
   * The saying of the same speaker that shares most, where it shares enough and no other shares as
   * much.
   */
  private static Optional<Loose> best(Loose x, List<Loose> others) {
    Loose best = null;
    boolean tie = false;
    for (Loose y : others) {
      if (isOneThing(x, y)) {
        int order = best == null ? 1 : Double.compare(likeness(x, y), likeness(x, best));
        tie = order == 0 || (order < 0 && tie);
        best = order > 0 ? y : best;
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  private static boolean isOneThing(Loose x, Loose y) {
    int fewer = Math.min(x.stems().size(), y.stems().size());
    int more = Math.max(x.stems().size(), y.stems().size());
    return x.speaker().equals(y.speaker())
        && (x.saying().quoted() || y.saying().quoted())
        && more <= fewer * LONGER
        && sharedButNames(x, y) >= FEWEST_SHARED
        && likeness(x, y) >= SHARE;
  }

  /** The stems of what is written with a capital, but for a first word. */
  private static Set<String> names(Wording wording, Saying saying) {
    Words words = Words.in(wording.text(), saying.parts());
    Set<String> names = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      if (words.isCapitalised(i)) {
        names.add(CommonWords.stem(words.normal(i)));
      }
    }
    return names;
  }

  private static int sharedButNames(Loose x, Loose y) {
    int shared = 0;
    for (String stem : x.stems()) {
      boolean name = x.names().contains(stem) || y.names().contains(stem);
      shared += !name && y.stems().contains(stem) ? 1 : 0;
    }
    return shared;
  }

  private static int shared(Loose x, Loose y) {
    int shared = 0;
    for (String stem : x.stems()) {
      shared += y.stems().contains(stem) ? 1 : 0;
    }
    return shared;
  }

  private static double likeness(Loose x, Loose y) {
    return (double) shared(x, y) / Math.min(x.stems().size(), y.stems().size());
  }
}

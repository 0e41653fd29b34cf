package org.stemma.link;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Kinship;
import org.stemma.model.Span;

/**
 * Ties sayings that two articles give in other words: a second translation, one quoted and one
 * retold, or both retold. A pure function of the two articles. Likeness alone cannot decide, so
 * much else must agree: both name the same speaker, they are of the same days, neither denies what
 * the other says nor gives another figure, and each saying is the other's best match. Where the
 * articles share words elsewhere, fewer words in common suffice; where they do not, what the two
 * sayings mean must be near as well.
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

  /** Without other words in common, half of the shorter one must stand in the other. */
  private static final double SHARE_ALONE = 0.5;

  /** Cosine of what two sayings mean, where they share three words that are no names. */
  private static final double NEAR = 0.5;

  /** The same, where they share two. */
  private static final double NEARER = 0.7;

  /** The same, where they share one and hardly have others. */
  private static final double NEAREST = 0.75;

  /** The same, where they share two and nearly all that they tell. */
  private static final double NEAR_OF_MOST = 0.6;

  /** What has its counterpart already is told again only with so much of it. */
  private static final double SHARE_OF_TIED = 0.65;

  /** Nearly all that they tell: of the shorter one, or of both together. */
  private static final double SHARE_OF_MOST = 0.7;

  /** So many and nearly all that they tell, and it does not matter what a network makes of them. */
  private static final int MANY_SHARED = 4;

  /** Where one or two words are all that they share, so much of the shorter one it must be. */
  private static final double SHARE_OF_FEW = 0.65;

  /** Dated further apart, one speaker may well have said a like thing again. */
  private static final Duration SAME_DAYS = Duration.ofDays(3);

  private final Wording a;
  private final Wording b;
  private final List<Kinship> byWording;
  private final boolean kindred;

  /**
   * @param byWording what the same words tie already
   * @param kindred true where the two articles share words elsewhere
   */
  Rewordings(Wording a, Wording b, List<Kinship> byWording, boolean kindred) {
    this.a = a;
    this.b = b;
    this.byWording = byWording;
    this.kindred = kindred;
  }

  List<Kinship> find() {
    if (!Judgement.isWithin(a, b, SAME_DAYS) || (!kindred && !areDated())) {
      return List.of();
    }
    List<Telling> looseA = loose(a, byWording.stream().map(Kinship::aSpan).toList());
    List<Telling> looseB = loose(b, byWording.stream().map(Kinship::bSpan).toList());
    Set<Span> freeA = spans(looseA);
    Set<Span> freeB = spans(looseB);
    List<Telling> toldInA = told(looseA);
    List<Telling> toldInB = told(looseB);
    List<Kinship> found = new ArrayList<>();
    for (Telling x : a.tellings()) {
      Optional<Telling> y = best(x, freeA.contains(span(x)), b.tellings(), toldInB);
      boolean mutual =
          y.isPresent()
              && best(y.get(), freeB.contains(span(y.get())), a.tellings(), toldInA)
                  .map(Rewordings::span)
                  .equals(Optional.of(span(x)));
      if (mutual) {
        found.add(
            new Kinship(
                a.annotated().article().id(),
                span(x),
                b.annotated().article().id(),
                span(y.get()),
                Kinship.Basis.REWORDING,
                likeness(x, y.get())));
      }
    }
    return found;
  }

  /** What an article tells in words of its own may be what it, or another, also quotes. */
  private static List<Telling> told(List<Telling> loose) {
    return loose.stream().filter(telling -> !telling.saying().quoted()).toList();
  }

  private static Span span(Telling telling) {
    return telling.saying().span();
  }

  private static Set<Span> spans(List<Telling> tellings) {
    return tellings.stream().map(Rewordings::span).collect(toSet());
  }

  private boolean areDated() {
    return a.annotated().article().published().isPresent()
        && b.annotated().article().published().isPresent();
  }

  /** What no wording ties: of two that are tied, each has its own already. */
  private static List<Telling> loose(Wording wording, List<Span> tied) {
    return wording.tellings().stream()
        .filter(telling -> tied.stream().noneMatch(span(telling)::overlaps))
        .toList();
  }

  /**
   * The saying of the same speaker that shares most, where it shares enough; of those that share as
   * much the one that means what is nearest, then the first.
   */
  private Optional<Telling> best(
      Telling x, boolean free, List<Telling> others, List<Telling> told) {
    return (free ? others : told)
        .stream()
            .filter(y -> isOneThing(x, y) && (free || likeness(x, y) >= SHARE_OF_TIED))
            .max(
                comparingDouble((Telling y) -> likeness(x, y))
                    .thenComparingDouble(y -> x.vector().cosine(y.vector()))
                    .thenComparing(Rewordings::span, reverseOrder()));
  }

  private boolean isOneThing(Telling x, Telling y) {
    return x.speaker().equals(y.speaker())
        && !x.contradicts(y)
        && ((kindred && isOneAmongKindred(x, y)) || isOneAlone(x, y));
  }

  private static boolean isOneAmongKindred(Telling x, Telling y) {
    int fewer = Math.min(x.stems().size(), y.stems().size());
    int more = Math.max(x.stems().size(), y.stems().size());
    return (x.saying().quoted() || y.saying().quoted())
        && more <= fewer * LONGER
        && x.sharedButNames(y) >= FEWEST_SHARED
        && likeness(x, y) >= SHARE;
  }

  private boolean isOneAlone(Telling x, Telling y) {
    double share = likeness(x, y);
    int plain = share < SHARE_ALONE ? 0 : x.sharedButNames(y);
    if (plain == 0) {
      return false;
    }
    double near = x.vector().cosine(y.vector());
    double ofBoth = 2.0 * x.shared(y) / (x.stems().size() + y.stems().size());
    if (x.namesOthers(y) && near < NEAREST) {
      return false;
    }
    return (plain >= FEWEST_SHARED && near >= NEAR)
        || (plain >= MANY_SHARED && share >= SHARE_OF_MOST)
        || (kindred && plain == 2 && near >= NEAR && share >= SHARE_OF_FEW)
        || (plain == 2 && near >= (ofBoth >= SHARE_OF_MOST ? NEAR_OF_MOST : NEARER))
        || (plain == 1 && near >= NEAREST && share >= SHARE_OF_FEW && ofBoth >= SHARE_ALONE);
  }

  /** Share of the stems of the one that has fewer which both have. */
  private static double likeness(Telling x, Telling y) {
    return (double) x.shared(y) / Math.min(x.stems().size(), y.stems().size());
  }
}

package org.stemma.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.Collation;
import org.stemma.text.Ellipsis;

/**
 * Whether two sayings of two articles, which have words in common, are witnesses of one statement.
 * The fewer the words, the more else must agree: who speaks, on what day, and the text around.
 */
final class Judgement {
  /** Fewer words in common do not make two sayings one. */
  static final int FEWEST_SAME = 4;

  /** So many words in common do, even where each has more on its own. */
  static final int MANY_SAME = 10;

  /** Where one is a cut of the other, so much of it must stand there. */
  static final double CONTAINED = 0.6;

  static final double LIKE = 0.5;

  /** A shorter quotation may be a slogan or a formula that many use: more must speak for it. */
  private static final int FEWEST_ALONE = 7;

  /** Of the words in common so many must tell something. */
  private static final int FEWEST_TELLING = 2;

  /** So many words that are no names are no formula, on whatever day one speaker says them. */
  private static final int FEWEST_RARE = 3;

  /** A retelling of what is quoted, or of what is retold, shares so many that are no names. */
  private static final int FEWEST_RETOLD = 3;

  /** A retelling that is tied by its words agrees so far; one in other words does not. */
  static final double RETOLD_LIKE = 0.75;

  /** So many words in a row on both sides of a quotation's mark: the text was copied. */
  private static final int COPIED = 4;

  /**
   * So many characters shared elsewhere: one article has taken from the other, or both from one.
   */
  static final int KINDRED = 120;

  /** A speaker who is less likely to be the one contradicts no other. */
  private static final double SURE = 0.6;

  /**
   * Two speakers of different names must say one thing to the word, and so much of it that it is
   * not what all say who endorse, condole or give thanks.
   */
  private static final int SAME_ACROSS_SPEAKERS = 8;

  private static final int PLAIN_ACROSS_SPEAKERS = 4;

  private static final double LIKE_ACROSS_SPEAKERS = 0.8;
  private static final double SHARE_ACROSS_SPEAKERS = 0.9;

  /** Words of its own that each has on one side of the common ones: they lead elsewhere. */
  private static final int OWN_WAY = 3;

  /** So much in common is no formula, whatever stands beside it. */
  private static final int LONG = 20;

  private static final double NEARLY_ALL = 0.85;

  /** Long after, one who repeats himself does it in other words: those are two statements. */
  private static final double LIKE_LATER = 0.75;

  private static final Duration SAME_DAYS = Duration.ofDays(3);
  private static final Duration SAME_WEEK = Duration.ofDays(7);

  private final Wording a;
  private final Saying x;
  private final Wording b;
  private final Saying y;
  private final Meeting meeting;
  private final int context;
  private final Collation collation;
  private final int same;
  private final double share;
  private final double likeness;
  private final boolean different;

  /**
   * @param context characters that the two articles share elsewhere
   */
  Judgement(Wording a, Wording b, Meeting meeting, int context) {
    this.a = a;
    this.x = a.sayings().get(meeting.sayingA());
    this.b = b;
    this.y = b.sayings().get(meeting.sayingB());
    this.meeting = meeting;
    this.context = context;
    collation = collate();
    same = collation.same();
    share = Math.max(collation.shareOfA(), collation.shareOfB());
    likeness = likeness();
    different = isSure(x) && isSure(y) && KinshipFinder.differentSpeakers(x.speaker(), y.speaker());
  }

  /** True where the article is likely to mean the speaker that was read. */
  private static boolean isSure(Saying saying) {
    return saying
        .attribution()
        .filter(found -> found.confidence() * found.speakerConfidence() >= SURE)
        .isPresent();
  }

  Collation collation() {
    return collation;
  }

  /** Where one stands whole in the other, it is held against that place and no other. */
  private Collation collate() {
    Block block = meeting.longest();
    Optional<Span> inA = place(b, y, block.b(), a, block.a(), block.length());
    if (inA.filter(found -> x.span().contains(found)).isPresent()) {
      return Collation.of(a.text(), List.of(inA.get()), b.text(), y.parts());
    }
    Optional<Span> inB = place(a, x, block.a(), b, block.b(), block.length());
    if (inB.filter(found -> y.span().contains(found)).isPresent()) {
      return Collation.of(a.text(), x.parts(), b.text(), List.of(inB.get()));
    }
    return Collation.of(a.text(), x.parts(), b.text(), y.parts());
  }

  /** Where a stretch that both have, so many words from two places on, has all of a saying. */
  private static Optional<Span> place(
      Wording own, Saying saying, int from, Wording other, int there, int length) {
    int first = own.firstWordFrom(saying.span().start());
    int last = own.firstWordFrom(saying.span().end()) - 1;
    return first < from || last < first || last >= from + length
        ? Optional.empty()
        : Optional.of(
            new Span(
                other.words().start(first - from + there), other.words().end(last - from + there)));
  }

  /** How far the two agree where both have words; what one says that it leaves out counts not. */
  private double likeness() {
    List<Collation.Agreement> runs = collation.agreements();
    double others = same == 0 ? 0 : Math.rint(2 * same / collation.likeness());
    for (int i = 1; i < runs.size(); i++) {
      Collation.Agreement last = runs.get(i - 1);
      Collation.Agreement next = runs.get(i);
      int fromA = last.inA().end();
      int toA = next.inA().start();
      int fromB = last.inB().end();
      int toB = next.inB().start();
      if (Ellipsis.isIn(a.text().substring(fromA, toA))
          || Ellipsis.isIn(b.text().substring(fromB, toB))) {
        others -= wordsIn(a, x, fromA, toA) + wordsIn(b, y, fromB, toB);
      }
    }
    return others <= 0 ? 0 : Math.min(1, 2 * same / others);
  }

  boolean isOneStatement() {
    if (same < FEWEST_SAME || likeness < LIKE) {
      return false;
    }
    if (meeting.namesAlone() && same >= FEWEST_ALONE) {
      return false; // A place, a body, a title.
    }
    boolean enough = share >= CONTAINED || same >= MANY_SAME;
    if (meeting.hasKey() && meeting.around() >= COPIED && context >= KINDRED) {
      return enough;
    }
    if (!enough || goTwoWays()) {
      return false;
    }
    if (!x.quoted() || !y.quoted()) {
      return isRetelling();
    }
    return same < FEWEST_ALONE ? isOneShortQuotation() : isOneQuotation();
  }

  private boolean isOneQuotation() {
    if (different && (same < SAME_ACROSS_SPEAKERS || !mayBeMisread())) {
      return same >= SAME_ACROSS_SPEAKERS
          && (isWithin(SAME_DAYS) || meeting.plain() >= PLAIN_ACROSS_SPEAKERS)
          && likeness >= LIKE_ACROSS_SPEAKERS
          && share >= SHARE_ACROSS_SPEAKERS;
    }
    return (isWhole() || meeting.telling() >= FEWEST_TELLING)
        && meeting.hasKey()
        && (isWithin(SAME_DAYS) || likeness >= LIKE_LATER);
  }

  /** One of them stands in the other to the word. */
  private boolean isWhole() {
    return likeness == 1 && share == 1;
  }

  /**
   * Both have words of their own before the common ones, or both behind: a formula is common. Where
   * one of them leaves words out at that place, it may have been one way.
   */
  private boolean goTwoWays() {
    if (same >= LONG || share >= NEARLY_ALL) {
      return false;
    }
    Span inA = collation.stretchInA().orElseThrow();
    Span inB = collation.stretchInB().orElseThrow();
    return (before(a, x, inA) >= OWN_WAY && before(b, y, inB) >= OWN_WAY)
        || (behind(a, x, inA) >= OWN_WAY && behind(b, y, inB) >= OWN_WAY);
  }

  /** Words of a saying before a stretch of it; none where an ellipsis stands between. */
  private static int before(Wording wording, Saying saying, Span stretch) {
    int first = wording.firstWordFrom(stretch.start());
    int from = first == 0 ? 0 : wording.words().end(first - 1);
    return Ellipsis.isIn(wording.text().substring(from, stretch.start()))
        ? 0
        : wordsIn(wording, saying, 0, stretch.start());
  }

  /** Words of a saying behind a stretch of it; none where an ellipsis stands between. */
  private static int behind(Wording wording, Saying saying, Span stretch) {
    int next = wording.firstWordFrom(stretch.end());
    int to = next == wording.size() ? wording.text().length() : wording.words().start(next);
    return Ellipsis.isIn(wording.text().substring(stretch.end(), to))
        ? 0
        : wordsIn(wording, saying, stretch.end(), wording.text().length());
  }

  private static int size(Wording wording, Saying saying) {
    return wordsIn(wording, saying, saying.span().start(), saying.span().end());
  }

  private static int wordsIn(Wording wording, Saying saying, int from, int to) {
    int count = 0;
    for (Span part : saying.parts()) {
      int first = wording.firstWordFrom(Math.max(part.start(), from));
      int end = wording.firstWordFrom(Math.min(part.end(), to));
      count += Math.max(0, end - first);
    }
    return count;
  }

  private boolean isRetelling() {
    return !different
        && isWithin(SAME_DAYS)
        && meeting.hasKey()
        && meeting.plain() >= FEWEST_RETOLD
        && share >= CONTAINED
        && likeness >= RETOLD_LIKE;
  }

  private boolean isOneShortQuotation() {
    boolean bothWhole = isWhole() && same == size(a, x) && same == size(b, y);
    boolean oneSpeaker = isOneSpeaker();
    boolean kindred = context >= KINDRED && isWithin(SAME_DAYS);
    boolean tells = meeting.plain() >= FEWEST_TELLING;
    if (kindred && isWhole() && (bothWhole || oneSpeaker || tells)) {
      return true;
    }
    if (different || !meeting.hasKey() || meeting.plain() == 0) {
      return false; // A name, a title, a motto.
    }
    if (isWhole()) {
      boolean rare = context >= Passages.SHORTEST || meeting.plain() >= FEWEST_RARE;
      return isWithin(oneSpeaker || tells ? SAME_WEEK : SAME_DAYS)
          || (oneSpeaker && (tells || bothWhole) && rare);
    }
    boolean changed = likeness >= LIKE_ACROSS_SPEAKERS && share >= LIKE_ACROSS_SPEAKERS;
    return oneSpeaker && tells && isWithin(SAME_DAYS) && (kindred || changed);
  }

  /** One article names the other's speaker beside the words: it may be the one who speaks there. */
  private boolean mayBeMisread() {
    return Vicinity.names(a.text(), x.span(), y.speaker())
        || Vicinity.names(b.text(), y.span(), x.speaker());
  }

  /** Where one article does not tell who speaks, whom it names beside the words. */
  private boolean isOneSpeaker() {
    return KinshipFinder.sameSpeaker(x.speaker(), y.speaker())
        || (!(x.speaker() instanceof Speaker.Named)
            && Vicinity.names(a.text(), x.span(), y.speaker()))
        || (!(y.speaker() instanceof Speaker.Named)
            && Vicinity.names(b.text(), y.span(), x.speaker()));
  }

  private boolean isWithin(Duration time) {
    return isWithin(a, b, time);
  }

  /** False only where both are dated, and further apart. */
  static boolean isWithin(Wording a, Wording b, Duration time) {
    return a.published().isEmpty()
        || b.published().isEmpty()
        || Duration.between(a.published().get(), b.published().get()).abs().compareTo(time) <= 0;
  }
}

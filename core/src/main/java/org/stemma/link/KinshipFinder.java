package org.stemma.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.stemma.model.Entities;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.Collation;
import org.stemma.text.CommonWords;
import org.stemma.text.Spelling;

/** Finds which sayings of two articles are witnesses of one statement. */
final class KinshipFinder {
  /** Of the words that running text has in common with a quotation so many must tell something. */
  private static final int FEWEST_TELLING = 2;

  /** Running text carries a quotation only with so many of its words. */
  private static final int FEWEST_UNQUOTED = 6;

  private static final double UNQUOTED_SHARE = 0.6;
  private static final double UNQUOTED_LIKE = 0.75;

  private final Wording a;
  private final Wording b;
  private final List<Block> blocks;
  private final List<Match> matches;
  private final LongPredicate isSharedKey;
  private final Map<Long, Meeting> meetings = new LinkedHashMap<>();
  private final List<Kinship> found = new ArrayList<>();

  /**
   * @param matches what the two articles share in passages
   * @param isSharedKey true for a sequence of both by which the two are found
   */
  KinshipFinder(
      Wording a, Wording b, List<Block> blocks, List<Match> matches, LongPredicate isSharedKey) {
    this.a = a;
    this.b = b;
    this.matches = matches;
    this.blocks = blocks;
    this.isSharedKey = isSharedKey;
  }

  List<Kinship> find() {
    if (a.sayings().isEmpty() && b.sayings().isEmpty()) {
      return List.of();
    }
    blocks.forEach(this::meet);
    boolean kindred =
        matches.stream().mapToInt(match -> match.aSpan().length()).sum() >= Judgement.KINDRED;
    for (Meeting meeting : meetings.values()) {
      if (meeting.hasKey() || kindred) {
        judge(meeting);
      }
    }
    return found;
  }

  private void meet(Block block) {
    Map<Meeting, Integer> inside = new LinkedHashMap<>();
    for (int k = 0; k < block.length(); k++) {
      int i = block.a() + k;
      int j = block.b() + k;
      int x = a.sayingOf(i);
      int y = b.sayingOf(j);
      if (x < 0 && y < 0) {
        continue;
      }
      int placeA = x >= 0 ? x : -1 - a.paragraphOf(i);
      int placeB = y >= 0 ? y : -1 - b.paragraphOf(j);
      Meeting meeting =
          meetings.computeIfAbsent(
              ((long) placeA << 32) | (placeB & 0xffffffffL), key -> new Meeting(x, y));
      meeting.add(
          i,
          j,
          !CommonWords.contains(a.words().normal(i)),
          a.words().isCapitalised(i) && b.words().isCapitalised(j));
      if (k + Wording.SEQUENCE <= block.length() && isKey(a.sequenceAt(i))) {
        meeting.addKey();
      }
      inside.merge(meeting, 1, Integer::sum);
    }
    inside.forEach((meeting, words) -> meeting.add(block, block.length() - words));
  }

  private boolean isKey(long sequence) {
    return sequence != Wording.NONE && isSharedKey.test(sequence);
  }

  private void judge(Meeting meeting) {
    if (meeting.sayingA() >= 0 && meeting.sayingB() >= 0) {
      judgeSayings(meeting);
    } else if (!meeting.hasKey() || meeting.telling() < FEWEST_TELLING || meeting.namesAlone()) {
      return;
    } else if (meeting.sayingA() >= 0) {
      judgeUnquoted(
          a.sayings().get(meeting.sayingA()),
          a,
          b,
          new Span(b.words().start(meeting.firstB()), b.words().end(meeting.lastB())));
    } else {
      judgeUnquoted(
          b.sayings().get(meeting.sayingB()),
          b,
          a,
          new Span(a.words().start(meeting.firstA()), a.words().end(meeting.lastA())));
    }
  }

  private void judgeSayings(Meeting meeting) {
    Saying x = a.sayings().get(meeting.sayingA());
    Saying y = b.sayings().get(meeting.sayingB());
    Judgement judgement = new Judgement(a, b, meeting, context(x.span(), y.span()));
    if (judgement.isOneStatement()) {
      add(
          judgement.collation().stretchInA().orElseThrow(),
          judgement.collation().stretchInB().orElseThrow(),
          judgement.collation().likeness());
    }
  }

  /** Characters that the two articles share in passages elsewhere than in two sayings. */
  private int context(Span inA, Span inB) {
    int context = 0;
    for (Match match : matches) {
      int inside = Math.max(match.aSpan().overlap(inA), match.bSpan().overlap(inB));
      context += Math.max(0, match.aSpan().length() - inside);
    }
    return context;
  }

  static boolean sameSpeaker(Speaker x, Speaker y) {
    return x instanceof Speaker.Named one
        && y instanceof Speaker.Named other
        && isOneSurname(one.name(), other.name());
  }

  /** True when both are named and share no name. */
  static boolean differentSpeakers(Speaker x, Speaker y) {
    return x instanceof Speaker.Named one
        && y instanceof Speaker.Named other
        && !isOneSurname(one.name(), other.name());
  }

  /** As far as one can tell from two articles; what all tell together, {@link Entities} know. */
  private static boolean isOneSurname(String one, String other) {
    return lastWord(one).equals(lastWord(other)) || surname(one).equals(surname(other));
  }

  private static String lastWord(String name) {
    String trimmed = name.strip();
    return trimmed.substring(trimmed.lastIndexOf(' ') + 1);
  }

  /** The last word of a name, the same for all its spellings. */
  static String surname(String name) {
    return Spelling.plain(Spelling.folded(lastWord(name)));
  }

  private void judgeUnquoted(Saying saying, Wording of, Wording other, Span running) {
    if (!saying.quoted()) {
      return;
    }
    Collation collation = Collation.of(of.text(), saying.parts(), other.text(), List.of(running));
    boolean carried =
        collation.same() >= FEWEST_UNQUOTED
            && collation.shareOfA() >= UNQUOTED_SHARE
            && collation.likeness() >= UNQUOTED_LIKE;
    if (!carried) {
      return;
    }
    Span quoted = collation.stretchInA().orElseThrow();
    Span plain = collation.stretchInB().orElseThrow();
    add(of == a ? quoted : plain, of == a ? plain : quoted, collation.likeness());
  }

  private void add(Span inA, Span inB, double likeness) {
    found.add(
        new Kinship(
            a.annotated().article().id(),
            inA,
            b.annotated().article().id(),
            inB,
            Kinship.Basis.WORDING,
            likeness));
  }
}

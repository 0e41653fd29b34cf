package org.stemma.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  /** Fewer words in common do not make two quotations one. */
  static final int FEWEST_SAME = 4;

  /**
   * A shorter quotation may be a slogan or a formula that many use: it ties only articles that
   * share a passage besides, or that have it whole from one speaker in the same days.
   */
  private static final int FEWEST_ALONE = 7;

  /** Of the words in common so many must tell something, unless one quotation is the other. */
  private static final int FEWEST_TELLING = 2;

  /** So many words in common do, even where each has more on its own. */
  static final int MANY_SAME = 10;

  /** Where one is a cut of the other, so much of it must stand there. */
  static final double CONTAINED = 0.6;

  static final double LIKE = 0.5;

  /** Two speakers of different names must agree to the word for it to be one statement. */
  private static final double LIKE_ACROSS_SPEAKERS = 0.85;

  private static final int SAME_ACROSS_SPEAKERS = 8;

  /** Running text carries a quotation only with so many of its words. */
  private static final int FEWEST_UNQUOTED = 6;

  private static final double UNQUOTED_SHARE = 0.6;
  private static final double UNQUOTED_LIKE = 0.75;

  private final Wording a;
  private final Wording b;
  private final List<Block> blocks;
  private final List<Match> matches;
  private final Set<Long> sharedKeys;
  private final Map<Long, Meeting> meetings = new LinkedHashMap<>();
  private final List<Kinship> found = new ArrayList<>();

  /**
   * @param matches what the two articles share in passages
   */
  KinshipFinder(
      Wording a, Wording b, List<Block> blocks, List<Match> matches, Set<Long> sharedKeys) {
    this.a = a;
    this.b = b;
    this.matches = matches;
    this.blocks = blocks;
    this.sharedKeys = sharedKeys;
  }

  /** Words that a saying of one article has in common with a saying or a paragraph of the other. */
  private static final class Meeting {
    private final int sayingA;
    private final int sayingB;
    private int words;
    private int telling;
    private boolean hasKey;
    private int firstA = Integer.MAX_VALUE;
    private int lastA = -1;
    private int firstB = Integer.MAX_VALUE;
    private int lastB = -1;

    Meeting(int sayingA, int sayingB) {
      this.sayingA = sayingA;
      this.sayingB = sayingB;
    }

    void add(int i, int j, boolean tells) {
      words++;
      telling += tells ? 1 : 0;
      firstA = Math.min(firstA, i);
      lastA = Math.max(lastA, i);
      firstB = Math.min(firstB, j);
      lastB = Math.max(lastB, j);
    }
  }

  List<Kinship> find() {
    if (a.sayings().isEmpty() && b.sayings().isEmpty()) {
      return List.of();
    }
    blocks.forEach(this::meet);
    for (Meeting meeting : meetings.values()) {
      if (meeting.hasKey) {
        judge(meeting);
      }
    }
    return found;
  }

  private void meet(Block block) {
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
      meeting.add(i, j, !CommonWords.contains(a.words().normal(i)));
      meeting.hasKey |= k + Wording.SEQUENCE <= block.length() && isKey(a.sequenceAt(i));
    }
  }

  private boolean isKey(long sequence) {
    return sequence != Wording.NONE && sharedKeys.contains(sequence);
  }

  private void judge(Meeting meeting) {
    if (meeting.sayingA >= 0 && meeting.sayingB >= 0) {
      judgeSayings(meeting);
    } else if (meeting.telling < FEWEST_TELLING) {
      return;
    } else if (meeting.sayingA >= 0) {
      judgeUnquoted(
          a.sayings().get(meeting.sayingA),
          a,
          b,
          new Span(b.words().start(meeting.firstB), b.words().end(meeting.lastB)));
    } else {
      judgeUnquoted(
          b.sayings().get(meeting.sayingB),
          b,
          a,
          new Span(a.words().start(meeting.firstA), a.words().end(meeting.lastA)));
    }
  }

  private void judgeSayings(Meeting meeting) {
    Saying x = a.sayings().get(meeting.sayingA);
    Saying y = b.sayings().get(meeting.sayingB);
    Collation collation = Collation.of(a.text(), x.parts(), b.text(), y.parts());
    boolean whole =
        collation.likeness() == 1
            && Math.max(collation.shareOfA(), collation.shareOfB()) == 1
            && x.quoted()
            && y.quoted();
    if ((whole || meeting.telling >= FEWEST_TELLING) && isOneStatement(collation, x, y)) {
      add(
          collation.stretchInA().orElseThrow(),
          collation.stretchInB().orElseThrow(),
          collation.likeness());
    }
  }

  private boolean isOneStatement(Collation collation, Saying x, Saying y) {
    int same = collation.same();
    double share = Math.max(collation.shareOfA(), collation.shareOfB());
    if (same < FEWEST_SAME || collation.likeness() < LIKE) {
      return false;
    }
    if (differentSpeakers(x.speaker(), y.speaker())) {
      return same >= SAME_ACROSS_SPEAKERS
          && collation.likeness() >= LIKE_ACROSS_SPEAKERS
          && share >= CONTAINED;
    }
    boolean bothQuoted = x.quoted() && y.quoted();
    if (same < (bothQuoted ? FEWEST_ALONE : MANY_SAME)
        && !isShareBeside(x.span(), y.span())
        && !(share == 1 && sameSpeaker(x.speaker(), y.speaker()) && Rewordings.sameDays(a, b))) {
      return false;
    }
    return (share >= CONTAINED && (bothQuoted || same >= FEWEST_UNQUOTED)) || same >= MANY_SAME;
  }

  /** True when the two articles share a passage elsewhere than in these two sayings. */
  private boolean isShareBeside(Span inA, Span inB) {
    return matches.stream()
        .anyMatch(match -> !match.aSpan().overlaps(inA) && !match.bSpan().overlaps(inB));
  }

  private static boolean sameSpeaker(Speaker x, Speaker y) {
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

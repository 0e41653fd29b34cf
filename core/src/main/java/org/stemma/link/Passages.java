package org.stemma.link;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Match;
import org.stemma.model.Reuse;
import org.stemma.model.Span;

/** Chains the matches of two articles into the passages that they share. */
final class Passages {
  /** Fewer identical characters are no passage: they are shared by chance. */
  static final int SHORTEST = 40;

  /** Matches that are further apart than this, on either side, are passages of their own. */
  private static final int WIDEST_GAP = 60;

  /** Matches of one passage may overlap by the signs between two words. */
  private static final int OVERLAP = 4;

  /** An edge of so many characters may be shared by chance: a name, "in the", "said that". */
  private static final int LOOSE = 20;

  /** So many chains are open at one place at most, in any text that people wrote. */
  private static final int MOST_OPEN = 32;

  private Passages() {}

  /** Matches of one passage, in order. */
  static final class Chain {
    private final List<Match> matches = new ArrayList<>();
    private Span a;
    private Span b;
    private int same;

    private Chain(Match first) {
      a = first.aSpan();
      b = first.bSpan();
      same = first.aSpan().length();
      matches.add(first);
    }

    /** How far the match stands from the end on the wider side, or -1 when it does not follow. */
    private int gapTo(Match match) {
      int gapA = match.aSpan().start() - a.end();
      int gapB = match.bSpan().start() - b.end();
      boolean follows =
          gapA >= -OVERLAP
              && gapB >= -OVERLAP
              && match.aSpan().end() > a.end()
              && match.bSpan().end() > b.end();
      return follows ? Math.max(0, Math.max(gapA, gapB)) : -1;
    }

    private void add(Match match) {
      int overlap =
          Math.max(0, Math.max(a.end() - match.aSpan().start(), b.end() - match.bSpan().start()));
      same += match.aSpan().length() - overlap;
      a = a.union(match.aSpan());
      b = b.union(match.bSpan());
      matches.add(match);
    }

    List<Match> matches() {
      return matches;
    }

    int same() {
      return same;
    }

    /** From its first to its last character in the first article. */
    Span a() {
      return a;
    }

    /** The same in the second. */
    Span b() {
      return b;
    }

    /**
     * Without the few words at its edges that a longer difference parts from the rest: they are
     * shared by chance.
     */
    private Chain trimmed() {
      int from = 0;
      int to = matches.size();
      while (from + 1 < to && isLoose(matches.get(from), from, from + 1)) {
        from++;
      }
      while (from + 1 < to && isLoose(matches.get(to - 1), to - 2, to - 1)) {
        to--;
      }
      if (to - from == matches.size()) {
        return this;
      }
      Chain trimmed = new Chain(matches.get(from));
      matches.subList(from + 1, to).forEach(trimmed::add);
      return trimmed;
    }

    private boolean isLoose(Match edge, int left, int right) {
      Match one = matches.get(left);
      Match other = matches.get(right);
      int gapA = other.aSpan().start() - one.aSpan().end();
      int gapB = other.bSpan().start() - one.bSpan().end();
      return edge.aSpan().length() <= Math.min(LOOSE, Math.max(gapA, gapB));
    }

    Reuse reuse() {
      Match first = matches.get(0);
      return new Reuse(first.a(), a, first.b(), b, same);
    }
  }

  /**
   * The chains of matches of one pair. Each match is put to the chain whose end is nearest; only
   * the chains that were last open are asked, so that time stays linear.
   */
  static List<Chain> chains(List<Match> matches) {
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort(comparing(Match::aSpan).thenComparing(Match::bSpan));
    List<Chain> chains = new ArrayList<>();
    List<Chain> open = new ArrayList<>();
    for (Match match : sorted) {
      open.removeIf(c -> match.aSpan().start() - c.a.end() > WIDEST_GAP);
      Chain nearest = null;
      for (Chain chain : open) {
        int gap = chain.gapTo(match);
        if (gap >= 0 && gap <= WIDEST_GAP && (nearest == null || gap < nearest.gapTo(match))) {
          nearest = chain;
        }
      }
      if (nearest == null) {
        nearest = new Chain(match);
        chains.add(nearest);
        open.add(nearest);
        if (open.size() > MOST_OPEN) {
          open.remove(0);
        }
      } else {
        nearest.add(match);
      }
    }
    return chains.stream().map(Chain::trimmed).toList();
  }
}

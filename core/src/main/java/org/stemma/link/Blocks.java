package org.stemma.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stemma.text.CommonWords;

/**
 * Finds the words that two articles share: longest equal stretches from shared sequences, then,
 * beside each of them, the shorter ones that an edit cut off. A pure function of the two. Time is
 * linear in the articles' length, whatever they hold: of the places where a sequence may go on, the
 * longest is taken and the search goes on behind it.
 */
final class Blocks {
  /** More than this many stretches are a machine's text; the rest is not looked at. */
  private static final int MOST = 3000;

  /**
   * How far to the left a stretch is followed: the search comes from there, so it is never much.
   */
  private static final int MOST_LEFT = 64;

  /** How many words an edit may take where the other side of it is looked for. */
  private static final int EDIT = 10;

  /** At most so many places of one sequence in one article are compared; more is a refrain. */
  private static final int MOST_PLACES = 8;

  private final Wording a;
  private final Wording b;
  private final List<Block> found = new ArrayList<>();

  private Blocks(Wording a, Wording b) {
    this.a = a;
    this.b = b;
  }

  /** The blocks by their place in {@code a}, then in {@code b}. */
  static List<Block> shared(Wording a, Wording b) {
    Blocks blocks = new Blocks(a, b);
    blocks.seed();
    blocks.widen();
    blocks.found.sort(Comparator.comparingInt(Block::a).thenComparingInt(Block::b));
    return blocks.found;
  }

  private void seed() {
    int[] groups = groups();
    int j = 0;
    while (j < b.size() && found.size() < MOST) {
      Block best = groups[j] < 0 ? null : longest(groups[j], j);
      if (best == null) {
        j++;
      } else {
        found.add(best);
        j = Math.max(j + 1, best.endB() - Wording.SEQUENCE + 1);
      }
    }
  }

  private Block longest(int group, int j) {
    long[] sorted = a.sortedSequences();
    Block best = extend(a.places()[group], j);
    int end = Math.min(sorted.length, group + MOST_PLACES);
    for (int g = group + 1; g < end && sorted[g] == sorted[group]; g++) {
      Block block = extend(a.places()[g], j);
      if (block.endB() > best.endB()) {
        best = block;
      }
    }
    return best;
  }

  /** For each word of b where the places of its sequence begin in a's list, or -1. */
  private int[] groups() {
    int[] groups = new int[b.size()];
    Arrays.fill(groups, -1);
    long[] inA = a.sortedSequences();
    long[] inB = b.sortedSequences();
    int x = 0;
    int y = 0;
    while (x < inA.length && y < inB.length) {
      if (inA[x] < inB[y]) {
        x++;
      } else if (inA[x] > inB[y]) {
        y++;
      } else {
        groups[b.places()[y]] = x;
        y++;
        if (y == inB.length || inB[y] != inA[x]) {
          long done = inA[x];
          while (x < inA.length && inA[x] == done) {
            x++;
          }
        }
      }
    }
    return groups;
  }

  private Block extend(int i, int j) {
    int start = 0;
    while (start < MOST_LEFT && agree(i - start - 1, i, j - start - 1, j)) {
      start++;
    }
    int end = 1;
    while (agree(i + end, i, j + end, j)) {
      end++;
    }
    return new Block(i - start, j - start, start + end);
  }

  /** True when words x and y are equal and stand in the paragraphs of words i and j. */
  private boolean agree(int x, int i, int y, int j) {
    return x >= 0
        && y >= 0
        && x < a.size()
        && y < b.size()
        && a.paragraphOf(x) == a.paragraphOf(i)
        && b.paragraphOf(y) == b.paragraphOf(j)
        && a.hash(x) == b.hash(y);
  }

  private void widen() {
    Set<Block> known = new HashSet<>(found);
    int seeds = found.size();
    for (int k = 0; k < seeds; k++) {
      follow(found.get(k), 1, known);
      follow(found.get(k), -1, known);
    }
    found.clear();
    found.addAll(known);
  }

  /** From a block's end (or, backwards, its start) on to the next words that agree, and on. */
  private void follow(Block seed, int step, Set<Block> known) {
    Block from = seed;
    while (known.size() < MOST) {
      Block next = next(from, step);
      if (next == null || !known.add(next)) {
        return;
      }
      from = next;
    }
  }

  private Block next(Block from, int step) {
    int i = step > 0 ? from.endA() : from.a() - 1;
    int j = step > 0 ? from.endB() : from.b() - 1;
    int homeA = from.a();
    int homeB = from.b();
    for (int sum = 1; sum <= EDIT + 2; sum++) {
      for (int x = Math.min(sum, EDIT); x >= Math.max(0, sum - EDIT); x--) {
        int atA = i + step * x;
        int atB = j + step * (sum - x);
        if (agree(atA, homeA, atB, homeB)) {
          Block block = step > 0 ? run(atA, atB) : runBack(atA, atB);
          if (tells(block)) {
            return block;
          }
        }
      }
    }
    return null;
  }

  private Block run(int i, int j) {
    int length = 1;
    while (agree(i + length, i, j + length, j)) {
      length++;
    }
    return new Block(i, j, length);
  }

  private Block runBack(int i, int j) {
    int length = 1;
    while (length < MOST_LEFT && agree(i - length, i, j - length, j)) {
      length++;
    }
    return new Block(i - length + 1, j - length + 1, length);
  }

  /** Two words in a row, or one that is not common. */
  private boolean tells(Block block) {
    return block.length() >= 2 || !CommonWords.contains(a.words().normal(block.a()));
  }
}

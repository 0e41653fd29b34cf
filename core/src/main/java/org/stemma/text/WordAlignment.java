package org.stemma.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs the equal words of two wordings, in order, so that what was left out or put in stays in few
 * blocks. Gotoh's affine-gap alignment with free ends on short wordings; long ones are first cut at
 * word sequences that occur once in each (patience), so that time stays near linear.
 */
final class WordAlignment {
  /** Points for a pair of equal words that tell something. */
  private static final int SAME = 24;

  /** Points for a pair of equal common words: too few to bridge a gap alone. */
  private static final int SAME_COMMON = 10;

  /** Points for a word in place of another. */
  private static final int OTHER = -8;

  /** Points for a word in place of one of the same stem. */
  private static final int KINDRED = 2;

  private static final int OPEN_GAP = -16;
  private static final int WIDEN_GAP = -1;
  private static final int NEVER = Integer.MIN_VALUE / 4;

  /** A table of this many cells takes a few milliseconds; larger ones are cut first. */
  private static final long MAX_CELLS = 400_000;

  /** Length of the word sequences at which long wordings are cut. */
  private static final int ANCHOR = 3;

  /** How far the coarse pass looks for a word's equal. */
  private static final int LOOK_AHEAD = 16;

  private static final byte FROM_PAIR = 0;
  private static final byte FROM_A_ONLY = 1;
  private static final byte FROM_B_ONLY = 2;
  private static final byte STOP = 3;

  private final Words a;
  private final Words b;
  private final int[] idA;
  private final int[] idB;
  private final boolean[] common;
  private final int[] stems;
  private final int[] partner;

  private WordAlignment(Words a, Words b) {
    this.a = a;
    this.b = b;
    Map<String, Integer> ids = new HashMap<>();
    idA = ids(a, ids);
    idB = ids(b, ids);
    common = new boolean[ids.size()];
    stems = new int[ids.size()];
    Map<String, Integer> stemIds = new HashMap<>();
    ids.forEach(
        (word, id) -> {
          common[id] = CommonWords.contains(word);
          stems[id] = stemIds.computeIfAbsent(CommonWords.stem(word), s -> stemIds.size());
        });
    partner = new int[a.size()];
    Arrays.fill(partner, -1);
  }

  /** For each word of {@code a} the index of its equal in {@code b}, or -1. Ascending. */
  static int[] partners(Words a, Words b) {
    WordAlignment alignment = new WordAlignment(a, b);
    alignment.align();
    return alignment.partner;
  }

  private static int[] ids(Words words, Map<String, Integer> ids) {
    int[] found = new int[words.size()];
    for (int i = 0; i < found.length; i++) {
      Integer known = ids.putIfAbsent(words.normal(i), ids.size());
      found[i] = known == null ? ids.size() - 1 : known;
    }
    return found;
  }

  private void align() {
    int start = 0;
    int endA = a.size();
    int endB = b.size();
    while (start < endA && start < endB && idA[start] == idB[start]) {
      partner[start] = start++;
    }
    while (endA > start && endB > start && idA[endA - 1] == idB[endB - 1]) {
      partner[--endA] = --endB;
    }
    between(start, endA, start, endB);
  }

  private void between(int fromA, int toA, int fromB, int toB) {
    if (fromA == toA || fromB == toB) {
      return;
    }
    if ((long) (toA - fromA) * (toB - fromB) <= MAX_CELLS) {
      table(fromA, toA, fromB, toB);
      return;
    }
    int[] anchors = ascending(uniquePairs(fromA, toA, fromB, toB));
    int lastA = fromA;
    int lastB = fromB;
    for (int i = 0; i < anchors.length; i += 2) {
      int atA = anchors[i];
      int atB = anchors[i + 1];
      if (atA < lastA || atB < lastB) {
        continue;
      }
      smallOnly(lastA, atA, lastB, atB);
      for (int k = 0; k < ANCHOR; k++) {
        partner[atA + k] = atB + k;
      }
      lastA = atA + ANCHOR;
      lastB = atB + ANCHOR;
    }
    smallOnly(lastA, toA, lastB, toB);
  }

  /** Between two cuts, where there may still be too much for a table. */
  private void smallOnly(int fromA, int toA, int fromB, int toB) {
    if (fromA == toA || fromB == toB) {
      return;
    }
    if ((long) (toA - fromA) * (toB - fromB) <= MAX_CELLS) {
      table(fromA, toA, fromB, toB);
    } else {
      walk(fromA, toA, fromB, toB);
    }
  }

  /** Pairs what is equal within a few words, in one pass: coarse, but never slow. */
  private void walk(int fromA, int toA, int fromB, int toB) {
    int i = fromA;
    int j = fromB;
    while (i < toA && j < toB) {
      int ahead = 0;
      while (ahead <= LOOK_AHEAD
          && !equal(i + ahead, toA, j, toB)
          && !equal(i, toA, j + ahead, toB)) {
        ahead++;
      }
      if (ahead > LOOK_AHEAD) {
        i++;
        j++;
      } else if (equal(i + ahead, toA, j, toB)) {
        i += ahead;
        partner[i++] = j++;
      } else {
        j += ahead;
        partner[i++] = j++;
      }
    }
  }

  private boolean equal(int i, int toA, int j, int toB) {
    return i < toA && j < toB && idA[i] == idB[j];
  }

  /**
   * Pairs (place in a, place in b) of the word sequences that occur once in each, by place in a.
   */
  private int[] uniquePairs(int fromA, int toA, int fromB, int toB) {
    Map<Long, Integer> onceA = once(idA, fromA, toA);
    Map<Long, Integer> onceB = once(idB, fromB, toB);
    int[] pairs = new int[2 * Math.min(onceA.size(), onceB.size())];
    int n = 0;
    for (int i = fromA; i + ANCHOR <= toA; i++) {
      long key = key(idA, i);
      if (onceA.getOrDefault(key, -1) == i && onceB.getOrDefault(key, -1) >= 0) {
        pairs[n++] = i;
        pairs[n++] = onceB.get(key);
      }
    }
    return Arrays.copyOf(pairs, n);
  }

  private static Map<Long, Integer> once(int[] ids, int from, int to) {
    Map<Long, Integer> found = new HashMap<>();
    for (int i = from; i + ANCHOR <= to; i++) {
      found.merge(key(ids, i), i, (x, y) -> -1);
    }
    return found;
  }

  private static long key(int[] ids, int at) {
    long key = 0;
    for (int k = 0; k < ANCHOR; k++) {
      key = key * 2_097_143 + ids[at + k];
    }
    return key;
  }

  /** The longest ascending chain of pairs that are sorted by their first member. */
  private static int[] ascending(int[] pairs) {
    int n = pairs.length / 2;
    int[] tails = new int[n];
    int[] before = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs[2 * tails[middle] + 1] < pairs[2 * i + 1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    int[] chain = new int[2 * length];
    int at = length == 0 ? -1 : tails[length - 1];
    for (int k = length - 1; k >= 0; k--) {
      chain[2 * k] = pairs[2 * at];
      chain[2 * k + 1] = pairs[2 * at + 1];
      at = before[at];
    }
    return chain;
  }

  private void table(int fromA, int toA, int fromB, int toB) {
    boolean freeStart = fromA == 0 || fromB == 0;
    boolean freeEnd = toA == a.size() || toB == b.size();
    new Table(fromA, toA - fromA, fromB, toB - fromB, freeStart, freeEnd).fill().pair();
  }

  /**
   * One table of the alignment; row i stands for the first i words of a, column j for those of b.
   */
  private final class Table {
    private final int fromA;
    private final int rows;
    private final int fromB;
    private final int columns;
    private final boolean freeStart;
    private final boolean freeEnd;
    private final byte[] back;
    private int[] pairRow;
    private int[] onlyARow;
    private int[] onlyBRow;
    private int best = NEVER;
    private int bestRow;
    private int bestColumn;
    private byte bestState;

    Table(int fromA, int rows, int fromB, int columns, boolean freeStart, boolean freeEnd) {
      this.fromA = fromA;
      this.rows = rows;
      this.fromB = fromB;
      this.columns = columns;
      this.freeStart = freeStart;
      this.freeEnd = freeEnd;
      back = new byte[(rows + 1) * (columns + 1)];
      pairRow = new int[columns + 1];
      onlyARow = new int[columns + 1];
      onlyBRow = new int[columns + 1];
    }

    Table fill() {
      firstRow();
      for (int i = 1; i <= rows; i++) {
        row(i);
      }
      return this;
    }

    private void firstRow() {
      Arrays.fill(onlyARow, NEVER);
      Arrays.fill(pairRow, NEVER);
      Arrays.fill(onlyBRow, NEVER);
      pairRow[0] = 0;
      back[0] = pack(STOP, STOP, STOP);
      for (int j = 1; j <= columns; j++) {
        onlyBRow[j] = gap(j);
        back[j] = pack(STOP, STOP, j == 1 ? FROM_PAIR : FROM_B_ONLY);
      }
      consider(0, columns);
    }

    private int gap(int length) {
      return freeStart ? 0 : OPEN_GAP + WIDEN_GAP * length;
    }

    private void row(int i) {
      int[] pair = new int[columns + 1];
      int[] onlyA = new int[columns + 1];
      int[] onlyB = new int[columns + 1];
      pair[0] = NEVER;
      onlyB[0] = NEVER;
      onlyA[0] = gap(i);
      back[i * (columns + 1)] = pack(STOP, i == 1 ? FROM_PAIR : FROM_A_ONLY, STOP);
      for (int j = 1; j <= columns; j++) {
        byte toPair = largest(pairRow[j - 1], onlyARow[j - 1], onlyBRow[j - 1]);
        pair[j] = pick(toPair, pairRow[j - 1], onlyARow[j - 1], onlyBRow[j - 1]) + points(i, j);
        int openA = Math.max(pairRow[j], onlyBRow[j]) + OPEN_GAP + WIDEN_GAP;
        int widenA = onlyARow[j] + WIDEN_GAP;
        onlyA[j] = Math.max(openA, widenA);
        byte toA =
            widenA >= openA ? FROM_A_ONLY : pairRow[j] >= onlyBRow[j] ? FROM_PAIR : FROM_B_ONLY;
        int openB = Math.max(pair[j - 1], onlyA[j - 1]) + OPEN_GAP + WIDEN_GAP;
        int widenB = onlyB[j - 1] + WIDEN_GAP;
        onlyB[j] = Math.max(openB, widenB);
        byte toB =
            widenB >= openB ? FROM_B_ONLY : pair[j - 1] >= onlyA[j - 1] ? FROM_PAIR : FROM_A_ONLY;
        back[i * (columns + 1) + j] = pack(toPair, toA, toB);
      }
      pairRow = pair;
      onlyARow = onlyA;
      onlyBRow = onlyB;
      if (i == rows) {
        for (int j = freeEnd ? 0 : columns; j <= columns; j++) {
          consider(i, j);
        }
      } else if (freeEnd) {
        consider(i, columns);
      }
    }

    private int points(int i, int j) {
      int x = idA[fromA + i - 1];
      int y = idB[fromB + j - 1];
      if (x == y) {
        return common[x] ? SAME_COMMON : SAME;
      }
      return stems[x] == stems[y] && !common[x] ? KINDRED : OTHER;
    }

    private void consider(int i, int j) {
      byte state = largest(pairRow[j], onlyARow[j], onlyBRow[j]);
      int score = pick(state, pairRow[j], onlyARow[j], onlyBRow[j]);
      if (score > best) {
        best = score;
        bestRow = i;
        bestColumn = j;
        bestState = state;
      }
    }

    void pair() {
      int i = bestRow;
      int j = bestColumn;
      byte state = bestState;
      while (state != STOP && (i > 0 || j > 0)) {
        byte packed = back[i * (columns + 1) + j];
        byte next = (byte) (packed >> (2 * state) & 3);
        if (state == FROM_PAIR) {
          i--;
          j--;
          if (i < 0 || j < 0) {
            return;
          }
          if (idA[fromA + i] == idB[fromB + j]) {
            partner[fromA + i] = fromB + j;
          }
        } else if (state == FROM_A_ONLY) {
          i--;
        } else {
          j--;
        }
        state = next;
      }
    }

    private static byte largest(int pair, int onlyA, int onlyB) {
      if (pair >= onlyA && pair >= onlyB) {
        return FROM_PAIR;
      }
      return onlyA >= onlyB ? FROM_A_ONLY : FROM_B_ONLY;
    }

    private static int pick(byte state, int pair, int onlyA, int onlyB) {
      return state == FROM_PAIR ? pair : state == FROM_A_ONLY ? onlyA : onlyB;
    }

    private static byte pack(byte pair, byte onlyA, byte onlyB) {
      return (byte) (pair | onlyA << 2 | onlyB << 4);
    }
  }
}

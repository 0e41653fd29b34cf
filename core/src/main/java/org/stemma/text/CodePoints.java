package org.stemma.text;

import java.util.Arrays;

/**
 * Turns offsets in UTF-16 code units, which Java counts, into Unicode code points, which Python and
 * R count. Built in one pass over the text; an offset then costs a binary search among the
 * characters beyond U+FFFF, and nothing in a text without them.
 *
 * <p>Immutable.
 */
public final class CodePoints {
  /** Offsets of the second halves of surrogate pairs, ascending. */
  private final int[] secondHalves;

  /** Looks once at all of {@code text}. */
  public CodePoints(String text) {
    int[] found = new int[16];
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i;
      }
    }
    secondHalves = Arrays.copyOf(found, count);
  }

  /**
   * Number of code points before {@code offset}.
   *
   * @param offset in UTF-16 code units; one between the halves of a pair counts as the start of
   *     that pair
   */
  public int before(int offset) {
    if (secondHalves.length == 0) {
      return offset;
    }
    int found = Arrays.binarySearch(secondHalves, offset);
    return found >= 0 ? offset - found - 1 : offset - (-found - 1);
  }
}

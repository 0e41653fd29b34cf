package org.stemma.annotate;

/**
 * The tags of the tagger: outside, and begin and inside of source, cue and content. An inside tag
 * only follows the begin or inside tag of its role.
 */
final class Labels {
  static final int COUNT = 7;
  static final byte OUTSIDE = 0;
  static final byte SOURCE = 1;
  static final byte CUE = 3;
  static final byte CONTENT = 5;

  private Labels() {}

  static boolean isBegin(int label) {
    return (label & 1) == 1;
  }

  static boolean isInside(int label) {
    return label > 0 && (label & 1) == 0;
  }

  /** The begin tag of the role, or outside. */
  static int role(int label) {
    return isInside(label) ? label - 1 : label;
  }

  static boolean mayFollow(int before, int label) {
    return !isInside(label) || role(before) == label - 1;
  }
}

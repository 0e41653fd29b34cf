package org.stemma.link;

/**
 * Words that a saying of one article has in common with a saying or a paragraph of another. Grows
 * while the stretches that the two articles share are gone through.
 */
final class Meeting {
  private final int sayingA;
  private final int sayingB;
  private int telling;
  private int plain;
  private int around;
  private Block longest = new Block(0, 0, 0);
  private boolean hasKey;
  private int firstA = Integer.MAX_VALUE;
  private int lastA = -1;
  private int firstB = Integer.MAX_VALUE;
  private int lastB = -1;

  /**
   * @param sayingA the saying's place among those of its article; -1 for running text
   */
  Meeting(int sayingA, int sayingB) {
    this.sayingA = sayingA;
    this.sayingB = sayingB;
  }

  /** A word of both, by its place in each. */
  void add(int i, int j, boolean tells, boolean name) {
    telling += tells ? 1 : 0;
    plain += tells && !name ? 1 : 0;
    firstA = Math.min(firstA, i);
    lastA = Math.max(lastA, i);
    firstB = Math.min(firstB, j);
    lastB = Math.max(lastB, j);
  }

  /** A stretch of which so many words stand outside the two. */
  void add(Block block, int outside) {
    around = Math.max(around, outside);
    longest = block.length() > longest.length() ? block : longest;
  }

  /** A sequence by which the two articles were found. */
  void addKey() {
    hasKey = true;
  }

  boolean hasKey() {
    return hasKey;
  }

  int sayingA() {
    return sayingA;
  }

  int sayingB() {
    return sayingB;
  }

  /** Words that tell something. */
  int telling() {
    return telling;
  }

  /** Those of them that are no names. */
  int plain() {
    return plain;
  }

  /** True where all words that tell something are names. */
  boolean namesAlone() {
    return telling > 0 && plain == 0;
  }

  /** Words that one stretch goes on beyond the two. */
  int around() {
    return around;
  }

  Block longest() {
    return longest;
  }

  int firstA() {
    return firstA;
  }

  int lastA() {
    return lastA;
  }

  int firstB() {
    return firstB;
  }

  int lastB() {
    return lastB;
  }
}

package org.stemma.link;

/**
 * Equal words in a row in two articles, inside one paragraph of each.
 *
 * @param a index of the first word in the article with the smaller id
 * @param b index of the first word in the other
 * @param length number of words, at least 1
 */
record Block(int a, int b, int length) {
  int endA() {
    return a + length;
  }

  int endB() {
    return b + length;
  }
}

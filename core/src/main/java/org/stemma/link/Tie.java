package org.stemma.link;

import org.stemma.model.Span;

/**
 * A kinship between two units, by their indexes.
 *
 * @param xSpan the words concerned in the first unit's article
 */
record Tie(int x, Span xSpan, int y, Span ySpan, double likeness) {
  boolean has(int unit) {
    return x == unit || y == unit;
  }

  int other(int unit) {
    return x == unit ? y : x;
  }

  Span spanIn(int unit) {
    return x == unit ? xSpan : ySpan;
  }

  /** Characters that the shorter side has. */
  int length() {
    return Math.min(xSpan.length(), ySpan.length());
  }
}

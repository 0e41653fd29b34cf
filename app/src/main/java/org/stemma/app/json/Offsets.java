package org.stemma.app.json;

import java.util.function.IntUnaryOperator;
import org.stemma.text.CodePoints;

/** What the offsets in the output count. */
public enum Offsets {
  /** Unicode code points, as Python and R count. */
  CODEPOINTS,
  /** UTF-16 code units, as Java and JavaScript count. */
  UTF16;

  /** Turns UTF-16 offsets in {@code text} into these. */
  public IntUnaryOperator in(String text) {
    return this == UTF16 ? IntUnaryOperator.identity() : new CodePoints(text)::before;
  }
}

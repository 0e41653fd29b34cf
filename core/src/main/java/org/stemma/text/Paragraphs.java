package org.stemma.text;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;

/**
 * Cuts text into paragraphs: a paragraph is a line that is not blank, joined to the next line where
 * that goes on in lower case. Linear time, thread-safe.
 */
public final class Paragraphs {
  private Paragraphs() {}

  /**
   * The paragraphs of {@code range} in text order, without the white space around them.
   *
   * @throws IndexOutOfBoundsException when the range does not lie in the text
   */
  public static List<Span> in(CharSequence text, Span range) {
    List<Span> paragraphs = new ArrayList<>();
    int at = range.start();
    while (at < range.end()) {
      int end = endOfParagraph(text, at, range.end());
      int first = at;
      int last = end;
      while (first < last && isSpace(text.charAt(first))) {
        first++;
      }
      while (last > first && isSpace(text.charAt(last - 1))) {
        last--;
      }
      if (first < last) {
        paragraphs.add(new Span(first, last));
      }
      at = end + 1;
    }
    return paragraphs;
  }

  private static int endOfParagraph(CharSequence text, int start, int limit) {
    for (int i = start; i < limit; i++) {
      if (text.charAt(i) == '\n' && !(i + 1 < limit && Character.isLowerCase(text.charAt(i + 1)))) {
        return i;
      }
    }
    return limit;
  }

  /** White space of any script, no-break spaces included. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The words of a line: what stands between signs and blanks. */
final class Words {
  private Words() {}

  /** Runs of letters and numbers, in the line's order. */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    allMatch(
        line,
        '\0',
        word -> {
          words.add(word);
          return true;
        });
    return words;
  }

  /**
   * True where all words fit; stops at the first that does not.
   *
   * @param inside a sign that stands inside words as well
   */
  static boolean allMatch(String line, char inside, Predicate<String> fits) {
    int start = -1;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      boolean inWord = c == inside || isLetterOrNumber(c);
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        if (!fits.test(line.substring(start, i))) {
          return false;
        }
        start = -1;
      }
      i += Character.charCount(c);
    }
    return start < 0 || fits.test(line.substring(start));
  }

  /** A line from its first to its last letter or number. */
  static String trimmed(String line) {
    return trimmed(line, "");
  }

  /**
   * @param kept signs that are left at the end
   */
  static String trimmed(String line, String kept) {
    int start = 0;
    int end = line.length();
    while (start < end && !isLetterOrNumber(line.codePointAt(start))) {
      start += Character.charCount(line.codePointAt(start));
    }
    while (end > start) {
      int last = line.codePointBefore(end);
      if (isLetterOrNumber(last) || kept.indexOf(last) >= 0) {
        break;
      }
      end -= Character.charCount(last);
    }
    return line.substring(start, end);
  }

  /** As {@code [\p{L}\p{N}]} in patterns. */
  static boolean isLetterOrNumber(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }
}

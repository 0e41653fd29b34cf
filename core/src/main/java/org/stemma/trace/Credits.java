package org.stemma.trace;

import java.util.Locale;
import java.util.Optional;

/** Finds the words by which an article credits another outlet. */
final class Credits {
  /** Longest stretch that is shown on either side of the name. */
  private static final int AROUND = 24;

  /** A shorter name is a word of its own by chance. */
  private static final int SHORTEST_NAME = 2;

  private static final String[] BEFORE = {
    "(", "[", "told ", "by ", "source: ", "to ", "with ", ", ", "via "
  };
  private static final String[] AFTER = {
    ")", "]", " reported", " reports", " contributed", " said", " —", " –", " -"
  };

  private Credits() {}

  /** The words that credit {@code outlet} in {@code text}, if any do. */
  static Optional<String> find(String text, String outlet) {
    if (outlet.length() < SHORTEST_NAME) {
      return Optional.empty();
    }
    int at = text.indexOf(outlet);
    while (at >= 0) {
      int end = at + outlet.length();
      if (isWord(text, at, end) && isCredit(text, at, end)) {
        return Optional.of(around(text, at, end));
      }
      at = text.indexOf(outlet, end);
    }
    return Optional.empty();
  }

  private static boolean isWord(String text, int start, int end) {
    boolean before = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    return before && after;
  }

  private static boolean isCredit(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 8), start).toLowerCase(Locale.ROOT);
    for (String sign : BEFORE) {
      if (before.endsWith(sign)) {
        return true;
      }
    }
    for (String sign : AFTER) {
      if (text.startsWith(sign, end)) {
        return true;
      }
    }
    return false;
  }

  private static String around(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < AROUND && text.charAt(from - 1) != '\n') {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < AROUND && text.charAt(to) != '\n') {
      to++;
    }
    return text.substring(from, to).strip();
  }
}

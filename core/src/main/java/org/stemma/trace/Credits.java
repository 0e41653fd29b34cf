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
    // "@" begins the name of an account, and names no source.
    boolean before =
        start == 0
            || (!Character.isLetterOrDigit(text.charAt(start - 1))
                && text.charAt(start - 1) != '@');
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

  /** The name with some whole words on either side, on its line. */
  private static String around(String text, int start, int end) {
    int from = start;
    int to = end;
    for (int i = start; i > 0 && start - i < AROUND && text.charAt(i - 1) != '\n'; i--) {
      from = isWordStart(text, i - 1) ? i - 1 : from;
    }
    for (int i = end; i < text.length() && i - end < AROUND && text.charAt(i) != '\n'; i++) {
      to = isWordEnd(text, i + 1) ? i + 1 : to;
    }
    return text.substring(from, to).strip();
  }

  private static boolean isWordStart(String text, int at) {
    return !Character.isWhitespace(text.charAt(at))
        && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
  }

  private static boolean isWordEnd(String text, int at) {
    return !Character.isWhitespace(text.charAt(at - 1))
        && (at == text.length() || Character.isWhitespace(text.charAt(at)));
  }
}

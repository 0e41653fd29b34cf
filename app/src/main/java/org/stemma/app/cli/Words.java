package org.stemma.app.cli;

import java.util.Locale;

/** Small matters of English, and text made fit for a terminal. */
final class Words {
  private Words() {}

  /** "1 article", "12 articles", "1,200 articles". */
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /**
   * One line that only shows letters: white space becomes single spaces, and control and format
   * characters go. Scraped text could otherwise move the cursor, colour the screen or turn the
   * direction of what follows.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (isShown(c)) {
        if (space && plain.length() > 0) {
          plain.append(' ');
        }
        space = false;
        plain.appendCodePoint(c);
      }
    }
    return plain.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> true;
    };
  }
}

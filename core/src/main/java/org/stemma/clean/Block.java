package org.stemma.clean;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

/**
 * One paragraph or line of a page, with what its wording is judged by.
 *
 * @param span without white space at its ends
 * @param line its first characters, in one line: runs of white space are one blank
 * @param lower {@code line} in lower case
 * @param words number of words of the whole span
 * @param told the role that the page's markup gives it, where it does
 */
record Block(Span span, String line, String lower, int words, Optional<ZoneRole> told) {
  /**
   * Characters of a block that wording is looked for in. Furniture is short; what is longer is
   * judged by its length and its end.
   */
  private static final int LOOKED_AT = 400;

  /** A line of so many words is prose even without a full stop: no headline is as long. */
  private static final int SURELY_PROSE = 30;

  /** Fewest words of a sentence that starts an article's text. */
  private static final int SENTENCE = 6;

  /** Chinese and Japanese words have about so many signs. */
  private static final int SIGNS_OF_A_WORD = 2;

  /** Words of Thai, Lao, Burmese and Khmer have about so many. */
  private static final int LETTERS_OF_A_WORD = 5;

  private static final String CLOSING = "\"'”’»)]› 」』）";
  private static final String QUOTES = "\"“”„«»「」『』";

  static Block of(String text, Span span, Optional<ZoneRole> told) {
    String line = oneLine(text, span);
    return new Block(
        span, line, line.toLowerCase(Locale.ROOT).replace('’', '\''), words(text, span), told);
  }

  /** True when the whole block is in {@link #line}. */
  boolean isWhole() {
    return line.length() < LOOKED_AT;
  }

  /** True where a full stop or the like, perhaps in quotation marks, ends the block. */
  boolean endsSentence(String text) {
    return ".!?…:。！？।۔؟".indexOf(lastSign(text)) >= 0;
  }

  /** True for what only running text looks like. */
  boolean isProse(String text) {
    if (words > SURELY_PROSE) {
      return true;
    }
    return endsSentence(text) && (words >= SENTENCE || (words > 2 && holdsQuotation()));
  }

  /** True where one of some pieces of words, in lower case, stands in {@link #lower}. */
  boolean holdsAny(List<String> pieces) {
    for (String piece : pieces) {
      if (lower.contains(piece)) {
        return true;
      }
    }
    return false;
  }

  boolean holdsQuotation() {
    for (int i = 0; i < line.length(); i++) {
      if (QUOTES.indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The last character that is not a closing mark. */
  char lastSign(String text) {
    int at = span.end() - 1;
    while (at > span.start() && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return text.charAt(at);
  }

  /** True for characters that only keep others apart, the no-break ones too. */
  static boolean isBlank(char c) {
    // Most characters of a page are in these stretches without any blank.
    if (c > ' ' && c < '\u007f' || c > '\u00a0' && c < '\u1680' || c > '\u3000') {
      return c == '\ufeff';
    }
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u200e'
        || c == '\u200f'
        || Character.isISOControl(c);
  }

  private static String oneLine(String text, Span span) {
    int end = Math.min(span.end(), span.start() + LOOKED_AT);
    // Most blocks are in one line already.
    return isOneLine(text, span.start(), end)
        ? text.substring(span.start(), text.charAt(end - 1) == ' ' ? end - 1 : end)
        : joined(text, span, end);
  }

  private static boolean isOneLine(String text, int start, int end) {
    boolean apart = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean blank = c <= ' ' || c >= '\u007f' && isBlank(c);
      if (blank && (apart || c != ' ')) {
        return false;
      }
      apart = blank;
    }
    return start < end;
  }

  private static String joined(String text, Span span, int end) {
    StringBuilder line = new StringBuilder(end - span.start());
    boolean apart = false;
    for (int i = span.start(); i < end; i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        apart = true;
        continue;
      }
      if (apart && line.length() > 0) {
        line.append(' ');
      }
      apart = false;
      line.append(c);
    }
    return line.toString();
  }

  private static int words(String text, Span span) {
    int words = 0;
    int signs = 0;
    int letters = 0;
    boolean inWord = false;
    for (int i = span.start(); i < span.end(); i++) {
      char c = text.charAt(i);
      if (c < '\u007f') {
        boolean latin = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        words += latin && !inWord ? 1 : 0;
        inWord = latin || (inWord && c > ' ');
        continue;
      }
      boolean letter = Character.isLetterOrDigit(c);
      if (isUnspaced(c)) {
        signs++;
      } else if (isUnspacedLetter(c)) {
        letters++;
      } else if (letter && !inWord) {
        words++;
      }
      inWord = letter || (inWord && !isBlank(c));
    }
    return words + signs / SIGNS_OF_A_WORD + letters / LETTERS_OF_A_WORD;
  }

  /** Chinese and Japanese put no blanks between words. */
  private static boolean isUnspaced(char c) {
    return c >= '\u3040' && (Character.isIdeographic(c) || c <= '\u30ff');
  }

  /** Thai, Lao, Burmese and Khmer put none either, and end sentences with a blank. */
  private static boolean isUnspacedLetter(char c) {
    return (c >= '\u0e00' && c <= '\u0eff')
        || (c >= '\u1000' && c <= '\u109f')
        || (c >= '\u1780' && c <= '\u17ff');
  }
}

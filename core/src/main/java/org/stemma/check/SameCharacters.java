package org.stemma.check;

import java.text.Normalizer;
import java.util.Locale;
import org.stemma.model.Span;

/**
 * Whether two words that are equal with case and typography folded are also equal as characters,
 * and what signs beside them say: folded, "US" is "us", "1,2" is "12", and "$5" is "€5".
 */
final class SameCharacters {
  private static final String SIGNS = "%\u2030\u00b0+=<>#@\u00a7";
  private static final String MINUS = "-\u2212\u2013";

  private SameCharacters() {}

  /**
   * True when the words differ in typography and capitals at most, and not as "US" from "us".
   *
   * @param capitals false where all is set in capitals
   */
  static boolean sameWord(String one, String other, boolean capitals) {
    if (one.equals(other)) {
      return true;
    }
    String a = bare(one);
    String b = bare(other);
    boolean abbreviation = capitals && isCapitals(a) != isCapitals(b) && (isLower(a) || isLower(b));
    return !abbreviation && a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
  }

  /** True when all letters are capitals, and there are two at least. */
  static boolean isCapitals(String word) {
    return word.codePoints().filter(Character::isLetter).count() > 1
        && word.codePoints().noneMatch(Character::isLowerCase);
  }

  /**
   * The signs beside a word that belong to what it says: {@code $}, {@code %}, a minus, and a
   * question mark.
   *
   * @param before the characters before the word
   * @param after the characters after it
   */
  static String signs(String before, String word, String after) {
    StringBuilder signs = new StringBuilder();
    int at = before.length();
    while (at > 0 && !Character.isWhitespace(before.charAt(at - 1))) {
      at--;
      if (isSign(before.charAt(at)) || isMinus(before, at, word)) {
        signs.append(isSign(before.charAt(at)) ? before.charAt(at) : '-');
      }
    }
    signs.append('_');
    for (int i = 0; i < after.length(); i++) {
      char c = after.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      boolean spacedUnit = i == 0 && after.length() > 1 && isUnit(after.charAt(1));
      if (space && !(spacedUnit && Character.isDigit(word.charAt(0)))) {
        break;
      }
      if (isSign(c) || c == '?') {
        signs.append(c);
      }
    }
    return signs.toString();
  }

  /** A word with the signs that touch it. */
  static Span withSigns(String text, Span word) {
    int start = word.start();
    while (start > 0
        && (isSign(text.charAt(start - 1)) || MINUS.indexOf(text.charAt(start - 1)) >= 0)) {
      start--;
    }
    int end = word.end();
    while (end < text.length() && (isSign(text.charAt(end)) || text.charAt(end) == '?')) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isUnit(char c) {
    return c == '%' || c == '\u20ac' || c == '\u00b0';
  }

  private static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0 || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private static boolean isMinus(String before, int at, String word) {
    return MINUS.indexOf(before.charAt(at)) >= 0
        && at == before.length() - 1
        && Character.isDigit(word.charAt(0))
        && (at == 0
            || Character.isWhitespace(before.charAt(at - 1))
            || isSign(before.charAt(at - 1)));
  }

  private static boolean isLower(String word) {
    return word.codePoints().noneMatch(Character::isUpperCase);
  }

  private static String bare(String word) {
    StringBuilder bare = new StringBuilder();
    boolean number = word.codePoints().anyMatch(Character::isDigit);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean dropped =
          Character.getType(c) == Character.FORMAT
              || c == '['
              || c == ']'
              || (c == '.' && !number)
              || (c == ',' && separatesThousands(word, i));
      if (!dropped) {
        bare.append(c == '\u2019' || c == '\u2018' || c == '\u02bc' ? '\'' : c);
      }
    }
    Normalizer.Form form = number ? Normalizer.Form.NFC : Normalizer.Form.NFKC;
    return Normalizer.normalize(bare, form);
  }

  /** Three digits follow, and then no fourth. */
  private static boolean separatesThousands(String word, int comma) {
    int digits = 0;
    while (comma + 1 + digits < word.length()
        && Character.isDigit(word.charAt(comma + 1 + digits))) {
      digits++;
    }
    return digits == 3;
  }
}

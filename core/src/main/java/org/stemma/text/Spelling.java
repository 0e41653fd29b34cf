package org.stemma.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares the spellings of one word. Three forms, each coarser than the one before: {@link
 * #folded} forgets case and marks, {@link #plain} what differs between ways to write one name in
 * Latin letters, {@link #rough} which vowel an unwritten or unstressed one is written with. Words
 * of different sound stay apart in all three: "Hassan" and "Hussein", "Kerr" and "Kerry". Where
 * {@link #rough} forms meet, that alone tells little.
 *
 * <p>The phonetic codes of libraries (Soundex, Metaphone, Daitch-Mokotoff, Beider-Morse) drop
 * vowels or aim at census rolls; they put such pairs into one code.
 */
public final class Spelling {
  private static final char LAST_ASCII = 0x7f;

  /** Letters that Unicode does not take apart, and what they are written with elsewhere. */
  private static final String[][] LETTERS = {
    {"ø", "o"},
    {"ł", "l"},
    {"ß", "ss"},
    {"đ", "d"},
    {"ð", "d"},
    {"þ", "th"},
    {"æ", "ae"},
    {"œ", "oe"},
    {"ı", "i"},
    {"ħ", "h"}
  };

  /** What is written otherwise, and what it becomes. */
  private record Rule(Pattern written, String becomes) {
    Rule(String written, String becomes) {
      this(Pattern.compile(written), becomes);
    }
  }

  private static final Rule DOUBLED = new Rule("(.)\\1+", "$1");

  /** Capitals stand for sounds that several letters make, so that no later rule touches them. */
  private static final List<Rule> PLAIN =
      List.of(
          new Rule("isation", "ization"),
          new Rule("our$", "or"),
          new Rule("tre$", "ter"),
          new Rule("tsch|tch", "C"),
          new Rule("sch", "S"),
          new Rule("sh", "S"),
          new Rule("ch", "C"),
          new Rule("kh", "H"),
          new Rule("gh", "g"),
          new Rule("ph", "f"),
          new Rule("th", "t"),
          new Rule("dh", "d"),
          new Rule("zh", "Z"),
          new Rule("ck|q", "k"),
          new Rule("x", "ks"),
          new Rule("c(?=[eiy])", "s"),
          new Rule("c", "k"),
          new Rule("tz", "ts"),
          new Rule("w", "v"),
          new Rule("ou|oo|ue", "u"),
          new Rule("oe", "o"),
          new Rule("ae", "a"),
          new Rule("ee", "i"),
          new Rule("[yj]", "i"),
          new Rule("(?<=.)h(?![aeiou])|(?<=[^aeiouHSCZ])h", ""),
          new Rule("H", "h"),
          DOUBLED);

  private Spelling() {}

  /** The word in small letters, without marks and apostrophes: "O’Tarvél" is "otarvel". */
  public static String folded(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c > LAST_ASCII) {
        return foldedBeyondAscii(word);
      }
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  private static String foldedBeyondAscii(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    String folded = letters.toString();
    for (String[] letter : LETTERS) {
      folded = folded.replace(letter[0], letter[1]);
    }
    return folded;
  }

  /**
   * One form for "Sergei" and "Sergey", "Zakharun" and "Zaharun", "harbour" and "harbor".
   *
   * @param folded as {@link #folded} gives it
   */
  public static String plain(String folded) {
    String plain = folded;
    for (Rule rule : PLAIN) {
      plain = rule.written.matcher(plain).replaceAll(rule.becomes);
    }
    return plain;
  }

  /**
   * One form for "Moammar" and "Muammar" too. The last letter keeps its vowel: "Maria" is not
   * "Marie".
   *
   * @param folded as {@link #folded} gives it
   */
  public static String rough(String folded) {
    String plain = plain(folded);
    if (plain.length() < 2) {
      return plain;
    }
    int last = plain.length() - 1;
    String rough =
        plain.substring(0, last).replace('e', 'a').replace('u', 'o') + plain.charAt(last);
    return DOUBLED.written.matcher(rough).replaceAll(DOUBLED.becomes);
  }

  /**
   * True when one letter that was changed, lost, added, or swapped with its neighbour makes one of
   * the other.
   */
  public static boolean isOneSlip(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int restOfOne = one.length() - start - end;
    int restOfOther = other.length() - start - end;
    boolean swapped =
        restOfOne == 2
            && restOfOther == 2
            && one.charAt(start) == other.charAt(start + 1)
            && one.charAt(start + 1) == other.charAt(start);
    return restOfOne + restOfOther > 0 && (swapped || Math.max(restOfOne, restOfOther) <= 1);
  }
}

package org.stemma.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Number words and figures, compared by what they mean: "two" is "2". English words only. */
public final class Numbers {
  /** Longer figures are telephone or account numbers. */
  private static final int MOST_DIGITS = 12;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("thirteen", "13"),
          Map.entry("fourteen", "14"),
          Map.entry("fifteen", "15"),
          Map.entry("sixteen", "16"),
          Map.entry("seventeen", "17"),
          Map.entry("eighteen", "18"),
          Map.entry("nineteen", "19"),
          Map.entry("twenty", "20"),
          Map.entry("thirty", "30"),
          Map.entry("forty", "40"),
          Map.entry("fifty", "50"),
          Map.entry("sixty", "60"),
          Map.entry("seventy", "70"),
          Map.entry("eighty", "80"),
          Map.entry("ninety", "90"),
          Map.entry("dozen", "dozen"),
          Map.entry("dozens", "dozen"),
          Map.entry("hundred", "hundred"),
          Map.entry("hundreds", "hundred"),
          Map.entry("thousand", "thousand"),
          Map.entry("thousands", "thousand"),
          Map.entry("million", "million"),
          Map.entry("millions", "million"),
          Map.entry("billion", "billion"),
          Map.entry("billions", "billion"),
          Map.entry("trillion", "trillion"),
          Map.entry("half", "half"),
          Map.entry("twice", "twice"));

  /** "11 million" is no 11. */
  private static final Set<String> MULTIPLES =
      Set.of("dozen", "hundred", "thousand", "million", "billion", "trillion");

  private static final Set<String> TENS =
      Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Set<String> UNITS =
      Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private Numbers() {}

  /**
   * The whole number that begins at a word: {@code 1,200}, {@code seventeen}, {@code twenty-three}.
   * Empty where none does, and for fractions and words such as "dozens" that tell no exact number.
   */
  public static OptionalLong value(Words words, int i) {
    String word = meaning(words, i);
    int next = end(words, i);
    if (next < words.size() && MULTIPLES.contains(meaning(words, next))) {
      return OptionalLong.empty();
    }
    if (word.length() > MOST_DIGITS || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(word);
    return OptionalLong.of(
        end(words, i) > i + 1 ? value + Long.parseLong(meaning(words, i + 1)) : value);
  }

  /** One past the last word of the number that begins at a word. */
  public static int end(Words words, int i) {
    boolean tens = TENS.contains(words.normal(i));
    return tens && i + 1 < words.size() && UNITS.contains(words.normal(i + 1)) ? i + 2 : i + 1;
  }

  private static String meaning(Words words, int i) {
    return WORDS.getOrDefault(words.normal(i), words.normal(i));
  }

  /** The numbers among some words, in order. */
  static List<String> in(Words words, int from, int to) {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String word = words.normal(i);
      String meaning = WORDS.get(word);
      if (meaning != null) {
        numbers.add(meaning);
      } else if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      }
    }
    return numbers;
  }
}

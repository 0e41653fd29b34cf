package org.stemma.text;

import java.util.Set;

/** Words that turn a sentence into its opposite. */
public final class Negations {
  /** A longer change of words is another wording, not a "not" lost or added. */
  static final int LONGEST_CHANGE = 4;

  private static final Set<String> WORDS =
      Set.of(
          "not", "no", "never", "cannot", "cant", "dont", "nobody", "nothing", "none", "neither",
          "nor", "nowhere");

  private Negations() {}

  /** How many there are; a "No" that only answers, set off by a sign, does not count. */
  public static int count(String text, Words words, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      String word = words.normal(i);
      boolean negates = WORDS.contains(word) || word.endsWith("n't");
      if (negates && !isAnswer(text, words, i)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isAnswer(String text, Words words, int i) {
    int end = words.end(i);
    return words.normal(i).equals("no")
        && end < text.length()
        && ",.!;:\u2026".indexOf(text.charAt(end)) >= 0;
  }
}

package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;

/** Finds the stretch of a text that somebody pasted; white space may differ. */
public final class Stretches {
  /** Stretches that are looked for before it is said that there are many. */
  private static final int MOST = 100;

  private Stretches() {}

  /**
   * The one place where words stand in a text.
   *
   * @throws IllegalArgumentException when they stand nowhere, or more than once; one sentence, for
   *     people
   */
  public static Span only(String words, String text) {
    List<Span> found = all(words, text);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "These words do not stand in the article; copy them from its text.");
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "These words stand in the article more than once; give more of them.");
    }
    return found.get(0);
  }

  /** Linear: both are compared without their white space. */
  private static List<Span> all(String words, String text) {
    StringBuilder bare = new StringBuilder();
    int[] offsets = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        offsets[bare.length()] = i;
        bare.append(text.charAt(i));
      }
    }
    StringBuilder wanted = new StringBuilder();
    words.chars().filter(c -> !isBlank((char) c)).forEach(c -> wanted.append((char) c));
    List<Span> found = new ArrayList<>();
    if (wanted.length() == 0) {
      return found;
    }
    // Knuth, Morris and Pratt: a hostile text makes it no slower.
    int[] again = new int[wanted.length()];
    for (int i = 1, same = 0; i < wanted.length(); i++) {
      same = next(wanted, again, same, wanted.charAt(i));
      again[i] = same;
    }
    for (int i = 0, same = 0; i < bare.length() && found.size() < MOST; i++) {
      same = next(wanted, again, same, bare.charAt(i));
      if (same == wanted.length()) {
        found.add(new Span(offsets[i - wanted.length() + 1], offsets[i] + 1));
        same = again[same - 1];
      }
    }
    return found;
  }

  /** How much of what is wanted ends with a further character, where {@code same} did before. */
  private static int next(StringBuilder wanted, int[] again, int same, char c) {
    int length = same;
    while (length > 0 && wanted.charAt(length) != c) {
      length = again[length - 1];
    }
    return wanted.charAt(length) == c ? length + 1 : 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

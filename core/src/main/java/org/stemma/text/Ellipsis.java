package org.stemma.text;

/** The signs that say "words were left out here": …, ..., . . ., [...]. */
public final class Ellipsis {
  private Ellipsis() {}

  /** True when an ellipsis stands among these characters. */
  public static boolean isIn(CharSequence between) {
    int dots = 0;
    for (int i = 0; i < between.length(); i++) {
      char c = between.charAt(i);
      if (c == '\u2026') {
        return true;
      }
      if (c == '.') {
        dots++;
      } else if (c != ' ' && c != '\u00a0') {
        dots = 0;
      }
      if (dots == 3) {
        return true;
      }
    }
    return false;
  }
}

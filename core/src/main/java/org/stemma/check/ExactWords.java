package org.stemma.check;

import java.util.ArrayList;
import java.util.List;

/** Finds the words of a quotation one after another in a passage (Knuth, Morris, Pratt 1977). */
final class ExactWords {
  /** More places than anybody reads; a passage of one word repeated has no end of them. */
  private static final int MOST_PLACES = 20;

  private final String[] wanted;
  private final int[] fallback;

  ExactWords(List<String> wanted) {
    this.wanted = wanted.toArray(String[]::new);
    fallback = new int[this.wanted.length + 1];
    fallback[0] = -1;
    for (int i = 0, k = -1; i < this.wanted.length; ) {
      while (k >= 0 && !this.wanted[i].equals(this.wanted[k])) {
        k = fallback[k];
      }
      fallback[++i] = ++k;
    }
  }

  /** Where they begin, as indexes of {@code words}. */
  List<Integer> places(List<String> words) {
    List<Integer> places = new ArrayList<>();
    int matched = 0;
    for (int i = 0; i < words.size() && places.size() < MOST_PLACES; i++) {
      while (matched >= 0 && !words.get(i).equals(wanted[matched])) {
        matched = fallback[matched];
      }
      matched++;
      if (matched == wanted.length) {
        places.add(i + 1 - matched);
        matched = fallback[matched];
      }
    }
    return places;
  }
}

package org.stemma.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which line above the text is the headline. */
final class Headlines {
  static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 30;

  /** A headline with a full stop is at most so long; beyond, it is the first paragraph. */
  private static final int MOST_WORDS_WITH_STOP = 25;

  /** Words of the article's text that a headline's words are looked up in. */
  private static final int BODY_WORDS = 4000;

  /** A line above with fewer of its words in the text than this may be a picture's caption. */
  private static final double DOUBTFUL = 0.34;

  /** How many more of its words the better line has in the text. */
  private static final double CLEARLY_BETTER = 0.4;

  /** Share of capitalised words in "Titles Written So". */
  private static final double TITLE_CASE = 0.7;

  /** Letters from which a word says what a text is about. */
  private static final int CONTENT_WORD = 4;

  private Headlines() {}

  /** True for the length and the end of a headline. */
  static boolean isTitle(String text, Block block) {
    char last = block.lastSign(text);
    return block.words() >= FEWEST_WORDS
        && block.words() <= MOST_WORDS
        && block.isWhole()
        && last != '.'
        && last != ':'
        && last != ',';
  }

  /** True for a first line that ends like a sentence and still looks like a headline. */
  static boolean isTitleWithStop(String text, Block block) {
    if (block.words() < FEWEST_WORDS || block.words() > MOST_WORDS_WITH_STOP || !block.isWhole()) {
      return false;
    }
    char last = block.lastSign(text);
    return last == '?' || last == '!' || isTitleCase(block.line());
  }

  /** Of candidates in page order, the one whose words the text is about; the first if in doubt. */
  static int best(List<Block> blocks, List<Integer> candidates, Set<String> body) {
    int best = candidates.get(0);
    double share = share(blocks.get(best), body);
    for (int candidate : candidates) {
      double other = share(blocks.get(candidate), body);
      if (share < DOUBTFUL && other >= share + CLEARLY_BETTER) {
        best = candidate;
        share = other;
      }
    }
    return best;
  }

  /** The content words of the blocks that are running text. */
  static Set<String> bodyWords(List<Block> blocks, boolean[] prose) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < blocks.size() && words.size() < BODY_WORDS; i++) {
      if (prose[i]) {
        words.addAll(contentWords(blocks.get(i).lower()));
      }
    }
    return words;
  }

  /** True when a line is the headline that is known from elsewhere, give or take a site's name. */
  static boolean same(String known, Block block) {
    List<String> a = words(known);
    List<String> b = words(block.line());
    if (a.isEmpty() || b.isEmpty() || !block.isWhole()) {
      return false;
    }
    int common = 0;
    while (common < Math.min(a.size(), b.size()) && a.get(common).equals(b.get(common))) {
      common++;
    }
    boolean whole = common == b.size() || common == a.size();
    boolean knownIsLonger = a.size() > b.size();
    return whole && (knownIsLonger ? 10 * common >= 6 * a.size() : b.size() <= a.size() + 1);
  }

  /** Share of the content words of a line that stand in a text. */
  static double share(Block block, Set<String> body) {
    List<String> words = contentWords(block.lower());
    if (words.isEmpty()) {
      return 0;
    }
    int found = 0;
    for (String word : words) {
      found += body.contains(word) ? 1 : 0;
    }
    return (double) found / words.size();
  }

  private static boolean isTitleCase(String line) {
    int words = 0;
    int capitalised = 0;
    for (String word : line.split("[^\\p{L}\\p{N}]+")) {
      if (word.length() >= CONTENT_WORD) {
        words++;
        capitalised += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return words >= FEWEST_WORDS && capitalised >= TITLE_CASE * words;
  }

  /**
   * @param lower in lower case
   */
  private static List<String> contentWords(String lower) {
    List<String> words = new ArrayList<>();
    for (String word : Words.of(lower)) {
      if (word.length() >= CONTENT_WORD) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<String> words(String line) {
    return Words.of(line.toLowerCase(Locale.ROOT));
  }
}

package org.stemma.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds words of an article that are repeated on a line of their own, large beside the running
 * text: the copy is shorter than the paragraph that holds the same words in the same order. Time is
 * linear in the text.
 */
final class PullQuotes {
  /** Words that a passage is looked up by. A quotation with fewer words may be chance. */
  private static final int GRAM = 4;

  /** Fewest words of a copy without quotation marks. */
  private static final int FEWEST_UNQUOTED = 6;

  /** Places looked at for each of these; a text that repeats itself more often is no article. */
  private static final int PLACES = 4;

  /** What stands under the copied words: "Dag Iversen, coxswain". */
  private static final int MOST_WORDS_OF_SPEAKER = 6;

  /** The paragraph that was copied from has so many words more. */
  private static final int LONGER_BY = 3;

  private final String text;
  private final List<Block> blocks;
  private final List<Integer> words = new ArrayList<>();
  private final int[] starts;
  private final Map<Integer, List<Integer>> places = new HashMap<>();

  private PullQuotes(String text, List<Block> blocks, IntPredicate body) {
    this.text = text;
    this.blocks = blocks;
    this.starts = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      starts[i] = words.size();
      if (body.test(i)) {
        addWords(i);
      }
    }
    starts[blocks.size()] = words.size();
    for (int i = 0; i < blocks.size(); i++) {
      for (int at = starts[i]; at + GRAM <= starts[i + 1]; at++) {
        List<Integer> same = places.computeIfAbsent(gram(at), k -> new ArrayList<>(1));
        if (same.size() < PLACES) {
          same.add(at);
        }
      }
    }
  }

  /**
   * Whether each block is a copy.
   *
   * @param body tells by a block's index whether it stands in the running text
   */
  static boolean[] in(String text, List<Block> blocks, IntPredicate body) {
    PullQuotes quotes = new PullQuotes(text, blocks, body);
    boolean[] copies = new boolean[blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      copies[i] = blocks.get(i).isWhole() && quotes.isCopy(i);
    }
    return copies;
  }

  private boolean isCopy(int block) {
    int length = starts[block + 1] - starts[block];
    if (length < (blocks.get(block).holdsQuotation() ? GRAM : FEWEST_UNQUOTED)) {
      return false;
    }
    for (int place : places.getOrDefault(gram(starts[block]), List.of())) {
      int common = 0;
      while (common < length
          && place + common < words.size()
          && words.get(place + common).equals(words.get(starts[block] + common))) {
        common++;
      }
      if (isFrom(place, common, block) && (common == length || isSpeaker(block, common))) {
        return true;
      }
    }
    return false;
  }

  /** True where the same words lie in one other block, which is longer. */
  private boolean isFrom(int place, int common, int block) {
    boolean other = place < starts[block] || place >= starts[block + 1];
    if (!other) {
      return false;
    }
    int source = block(place);
    int longer = starts[source + 1] - starts[source] - (starts[block + 1] - starts[block]);
    return place + common <= starts[source + 1] && longer >= LONGER_BY;
  }

  private int block(int word) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= word) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Behind copied words in quotation marks, a name without a full stop. */
  private boolean isSpeaker(int block, int common) {
    int rest = starts[block + 1] - starts[block] - common;
    return common >= GRAM
        && rest <= MOST_WORDS_OF_SPEAKER
        && blocks.get(block).holdsQuotation()
        && !blocks.get(block).endsSentence(text);
  }

  private int gram(int at) {
    int hash = 1;
    for (int i = at; i < at + GRAM; i++) {
      hash = 31 * hash + words.get(i);
    }
    return hash;
  }

  private void addWords(int block) {
    int hash = 0;
    for (int i = blocks.get(block).span().start(); i < blocks.get(block).span().end(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        hash = 31 * hash + c;
      } else if (hash != 0 && c != '\'' && c != '’') {
        words.add(hash);
        hash = 0;
      }
    }
    if (hash != 0) {
      words.add(hash);
    }
  }
}

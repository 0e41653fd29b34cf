package org.stemma.clean;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Finds headlines of other stories between the paragraphs of this one. Headings of the story's own
 * parts and the entries of its lists look alike; what tells them apart is that they are made of the
 * story's words.
 */
final class OtherStories {
  /** Fewest words of a headline among others. */
  private static final int TITLE = 6;

  /** Fewest words of a headline that stands alone. */
  private static final int LONE_TITLE = 8;

  /** Another story's headline has at most so many of its words in this story. */
  private static final double OWN_WORDS = 0.34;

  private static final double OWN_WORDS_OF_LONE = 0.15;

  /** Marks of lists and of asides. */
  private static final String NO_TITLE = ";[](—";

  private final String text;
  private final List<Block> blocks;
  private final IntPredicate open;
  private final Supplier<Set<String>> words;
  private Set<String> story = Set.of();

  private OtherStories(
      String text, List<Block> blocks, IntPredicate open, Supplier<Set<String>> words) {
    this.text = text;
    this.blocks = blocks;
    this.open = open;
    this.words = words;
  }

  /**
   * Whether each block from {@code first} to {@code last} is another story's headline.
   *
   * @param open tells by a block's index whether its role is still open
   * @param prose true for running text
   */
  static boolean[] in(
      String text, List<Block> blocks, IntPredicate open, boolean[] prose, int first, int last) {
    OtherStories stories =
        new OtherStories(
            text, blocks, open, () -> Headlines.bodyWords(blocks.subList(0, last + 1), prose));
    boolean[] found = new boolean[blocks.size()];
    int from = first + 1;
    while (from < last) {
      int to = from;
      while (to < last && stories.isTitle(to)) {
        to++;
      }
      if (to > from && prose[to] && stories.isOther(from, to)) {
        Arrays.fill(found, from, to, true);
      }
      from = Math.max(to, from + 1);
    }
    return found;
  }

  private boolean isTitle(int i) {
    Block block = blocks.get(i);
    return open.test(i)
        && block.told().isEmpty()
        && block.words() >= TITLE
        && Headlines.isTitle(text, block)
        && Character.isUpperCase(block.line().codePointAt(0))
        && !block.holdsQuotation()
        && NO_TITLE.chars().noneMatch(c -> block.line().indexOf(c) >= 0)
        && !block.endsSentence(text)
        && !startsSmall(i + 1);
  }

  private boolean startsSmall(int i) {
    return Character.isLowerCase(blocks.get(i).line().codePointAt(0));
  }

  private boolean isOther(int from, int to) {
    boolean lone = to - from == 1;
    if (lone && blocks.get(from).words() < LONE_TITLE) {
      return false;
    }
    Block before = blocks.get(from - 1);
    if (before.lastSign(text) == ':' || before.lastSign(text) == ',') {
      return false;
    }
    // Most stories have no line between their paragraphs for which their words are needed.
    story = story.isEmpty() ? words.get() : story;
    for (int i = from; i < to; i++) {
      if (Headlines.share(blocks.get(i), story) > (lone ? OWN_WORDS_OF_LONE : OWN_WORDS)) {
        return false;
      }
    }
    return true;
  }
}

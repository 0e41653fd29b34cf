package org.stemma.clean;

import java.util.List;

/**
 * Which pieces of a page are running text, which are links to something else, and which are the
 * words under another story's headline. Running text is told by sentences and few links
 * (Kohlschütter et al., Boilerplate Detection using Shallow Text Features, WSDM 2010).
 */
final class Prose {
  /** Fewest words of another story's headline. */
  static final int TITLE = 4;

  /** A piece with more of its characters in links is a link. */
  private static final double MOSTLY_LINKS = 0.5;

  /** A paragraph with so many words outside its links is a paragraph. */
  private static final double WORDS_AROUND_LINK = 10;

  /** Picture, section, headline, words, writer and time of another story. */
  private static final int LARGEST_CARD = 7;

  /** Characters of a headline at the start of a list's item. */
  private static final int LINKED_TITLE = 20;

  /** Share of the prose above a headline that is below it at least. */
  private static final double LEAST_BELOW = 0.25;

  private final List<HtmlBlocks.Piece> pieces;
  private final List<Block> blocks;
  private final boolean[] sentences;
  private final boolean[] teased;

  Prose(HtmlBlocks visible, List<Block> blocks) {
    this.pieces = visible.pieces();
    this.blocks = blocks;
    this.sentences = new boolean[blocks.size()];
    this.teased = new boolean[blocks.size()];
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] = !isLinks(i) && blocks.get(i).isProse(visible.text());
      teased[i] = sentences[i] && (isItem(i) || isInCard(i));
    }
  }

  /** True for sentences, though a paragraph may have long links in it. */
  boolean is(int piece) {
    return sentences[piece];
  }

  /** True for a link to something else with few words of its own around it. */
  boolean isLinks(int piece) {
    double linked = pieces.get(piece).linkShare();
    return linked > MOSTLY_LINKS && (1 - linked) * blocks.get(piece).words() < WORDS_AROUND_LINK;
  }

  /** True for what looks like the words under another story's linked headline. */
  boolean looksTeased(int piece) {
    return teased[piece];
  }

  /** True for such words in a box that does not hold all of the article's text. */
  boolean isTeaser(int piece, Box trunk) {
    return teased[piece] && (isItem(piece) || !card(piece).holds(trunk));
  }

  /** False for a line that repeats the title below the text. */
  boolean isBelow(int line) {
    double above = 0;
    double below = 0;
    for (int i = 0; i < sentences.length; i++) {
      int words = sentences[i] && !teased[i] ? blocks.get(i).words() : 0;
      above += i < line ? words : 0;
      below += i > line ? words : 0;
    }
    return below >= LEAST_BELOW * above;
  }

  /** A headline and its story's first words in one item of a list. */
  private boolean isItem(int piece) {
    HtmlBlocks.Piece it = pieces.get(piece);
    return it.box().tag().equals("li") && it.leading() >= LINKED_TITLE;
  }

  /** A linked headline, or a picture and a linked name, right above in a small box. */
  private boolean isInCard(int piece) {
    if (piece == 0 || !isLinks(piece - 1)) {
      return false;
    }
    Box card = card(piece);
    boolean titled =
        blocks.get(piece - 1).words() >= TITLE || card.isPictured(pieces.get(piece).box());
    return titled && card.size() <= LARGEST_CARD;
  }

  /** The smallest box around a piece and the one before it. */
  private Box card(int piece) {
    Box box = pieces.get(piece).box();
    while (!box.isOutermost() && box.first() >= piece) {
      box = box.parent();
    }
    return box;
  }
}

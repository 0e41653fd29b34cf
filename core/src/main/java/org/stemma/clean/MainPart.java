package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the box that holds the article: the one with the most running text and the fewest lines of
 * other kinds. That the parts of an article lie in one subtree is what browsers' reading views rely
 * on too. What the markup says weighs in, and no more: pages lie.
 */
final class MainPart {
  /** What a word of furniture costs against one of running text. */
  private static final double COST = 1.0;

  /** Lists and tables of an article are short lines without links. */
  private static final double COST_WHERE_PLAIN = 0.1;

  /** Furniture that says so is zoned as such, and costs less. */
  private static final double COST_WHERE_TOLD = 0.5;

  /** What words under other headlines weigh: lists of products with texts look the same. */
  private static final double TEASER = 0.3;

  /** What comes after so many links to other things is half as likely the article. */
  private static final double HALVED = 30;

  /** An article with many links in it is not lost for them. */
  private static final double FARTHEST = 0.25;

  /** What a box that says it is the article is worth more, by how plainly it says so. */
  private static final double SAYS_ARTICLE = 1.15;

  private static final double NAMES_TEXT = 1.2;
  private static final double DECLARES_TEXT = 1.5;

  /** A box inside the main one that says it is the text, and holds so much of it, is it. */
  private static final double HOLDS_THE_TEXT = 0.8;

  /** The same where no box says so. */
  private static final double HOLDS_MOST = 0.66;

  private static final Set<String> ARTICLE_TAGS = Set.of("article", "main");

  /** Elements that hold one paragraph each. */
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");

  private final List<Box> boxes;
  private final Claims claims;
  private final double[] prose;
  private final double[] other;
  private final double[] told;
  private final Box main;
  private final Box trunk;

  /**
   * @param headline index of the piece that is the headline; -1 where none is known
   */
  MainPart(HtmlBlocks visible, List<Block> blocks, Prose sentences, Claims claims, int headline) {
    this.boxes = visible.boxes();
    this.claims = claims;
    this.prose = new double[boxes.size()];
    this.other = new double[boxes.size()];
    this.told = new double[boxes.size()];
    weigh(visible.pieces(), blocks, sentences, headline);
    this.main = around(best());
    this.trunk = text().orElseGet(this::core);
  }

  /** The box that holds the article, with its headline or without. */
  Box main() {
    return main;
  }

  /** The box inside the main one that holds its running text. */
  Box trunk() {
    return trunk;
  }

  /** True where markup says that the trunk is an article's text, and not only its shape. */
  boolean isTrunkSaid() {
    return claims.says(trunk) != Hints.Body.NOT_SAID;
  }

  /** True for a box behind the trunk that holds paragraphs like it: the text is in two parts. */
  boolean goesOnIn(Box box) {
    Box other = box;
    while (!other.parent().holds(trunk)) {
      other = other.parent();
    }
    Box own = trunk;
    while (own.parent() != other.parent() && !own.isOutermost()) {
      own = own.parent();
    }
    return PARAGRAPHS.contains(other.tag()) || other.isLike(own);
  }

  /** True for a box beside the trunk, of the same names, that says that it is the text as well. */
  boolean isAnotherPart(Box box) {
    Box part = box;
    while (part.parent() != trunk.parent() && !part.isOutermost()) {
      part = part.parent();
    }
    return part != trunk && part.isLike(trunk) && claims.says(part) != Hints.Body.NOT_SAID;
  }

  private void weigh(
      List<HtmlBlocks.Piece> pieces, List<Block> blocks, Prose sentences, int headline) {
    int links = 0;
    for (int i = 0; i < pieces.size(); i++) {
      links += i > headline && headline >= 0 && sentences.isLinks(i) ? 1 : 0;
      int words = blocks.get(i).words();
      int box = pieces.get(i).box().index();
      if (claims.around(i).isPresent()) {
        told[box] += words;
      } else if (sentences.is(i) && i > headline) {
        double near = Math.max(FARTHEST, Math.pow(0.5, links / HALVED));
        prose[box] += (sentences.looksTeased(i) ? TEASER : 1) * near * words;
      } else {
        boolean dear = sentences.isLinks(i) || sentences.is(i);
        other[box] += dear ? words : COST_WHERE_PLAIN * words;
      }
    }
    Box.sumUp(prose, boxes);
    Box.sumUp(other, boxes);
    Box.sumUp(told, boxes);
  }

  private Box best() {
    Box best = boxes.get(0);
    double most = 0;
    for (int i = boxes.size() - 1; i >= 0; i--) {
      double score = score(boxes.get(i));
      // Of a chain of boxes in boxes the innermost is taken.
      if (score > most && !PARAGRAPHS.contains(boxes.get(i).tag())) {
        best = boxes.get(i);
        most = score;
      }
    }
    return best;
  }

  /** The nearest box around that says that it is the text; the box itself where none does. */
  private Box around(Box best) {
    for (Box box = best; !box.isOutermost(); box = box.parent()) {
      if (claims.says(box) != Hints.Body.NOT_SAID && score(box) > 0) {
        return box;
      }
    }
    return best;
  }

  /** The innermost box that says that it is the text, and holds enough of it. */
  private Optional<Box> text() {
    Optional<Box> text = Optional.empty();
    for (Box box : boxes.subList(main.index(), boxes.size())) {
      boolean said = claims.says(box) != Hints.Body.NOT_SAID;
      if (said && holds(box, HOLDS_THE_TEXT)) {
        text = Optional.of(box);
      }
    }
    return text;
  }

  /** The innermost box in the main one that holds more than one paragraph and most of the prose. */
  private Box core() {
    Box core = main;
    for (Box box : boxes.subList(main.index(), boxes.size())) {
      if (!PARAGRAPHS.contains(box.tag()) && holds(box, HOLDS_MOST)) {
        core = box;
      }
    }
    return core;
  }

  private boolean holds(Box box, double share) {
    return main.holds(box) && prose[box.index()] >= share * prose[main.index()];
  }

  private double score(Box box) {
    double worth =
        switch (claims.says(box)) {
          case DECLARED -> DECLARES_TEXT;
          case NAMED -> NAMES_TEXT;
          case NOT_SAID -> ARTICLE_TAGS.contains(box.tag()) ? SAYS_ARTICLE : 1;
        };
    int i = box.index();
    return prose[i] * worth - COST * other[i] - COST_WHERE_TOLD * told[i];
  }
}

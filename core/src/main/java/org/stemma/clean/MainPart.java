package org.stemma.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.stemma.model.ZoneRole;

/**
 * Finds the box that holds the article: the one with the most running text and the fewest lines of
 * other kinds. Running text is told by sentences and few links (Kohlschütter et al., Boilerplate
 * Detection using Shallow Text Features, WSDM 2010); that the parts of an article lie in one
 * subtree is what browsers' reading views rely on too. What the markup says weighs in, and no more:
 * pages lie.
 */
final class MainPart {
  /** A block with more of its characters in links is a list of links. */
  static final double MOSTLY_LINKS = 0.5;

  /** A paragraph with so many words outside its links is a paragraph. */
  private static final double WORDS_AROUND_LINK = 10;

  /** A box that claims to be furniture and holds more of the page's prose claims too much. */
  private static final double MOST_FURNITURE = 0.5;

  /** A short article may stand over a long imprint; comments can be longer than their article. */
  private static final double MOST_OF_SURE = 0.95;

  /** What a word of furniture costs against one of running text. */
  private static final double COST = 1.0;

  /** Lists and tables of an article are short lines without links. */
  private static final double COST_WHERE_PLAIN = 0.1;

  /** Furniture that says so is zoned as such, and costs less. */
  private static final double COST_WHERE_TOLD = 0.5;

  /** Share of the prose above a headline that is below it at least. */
  private static final double LEAST_BELOW = 0.25;

  /** Fewest words of another story's headline. */
  static final int TITLE = 4;

  /** Picture, section, headline, words, writer and time of another story. */
  private static final int LARGEST_CARD = 7;

  /** Characters of a headline at the start of a list's item. */
  private static final int LINKED_TITLE = 20;

  /** What words under other headlines weigh: lists of products with texts look the same. */
  private static final double TEASER = 0.3;

  /** What comes after so many links to other things is half as likely the article. */
  private static final double HALVED = 30;

  /** An article with many links in it is not lost for them. */
  private static final double FARTHEST = 0.25;

  /** The same where no box says that it is the text. */
  private static final double HOLDS_MOST = 0.66;

  /** Elements that hold one paragraph each. */
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> ARTICLE_TAGS = Set.of("article", "main");

  /** What a box that says it is the article is worth more, by how plainly it says so. */
  private static final double SAYS_ARTICLE = 1.15;

  private static final double NAMES_TEXT = 1.2;
  private static final double DECLARES_TEXT = 1.5;

  /** A box inside the main one with so much of its prose is where the text is. */
  private static final double HOLDS_THE_TEXT = 0.8;

  private final Hints hints = new Hints();
  private final String text;
  private final List<HtmlBlocks.Piece> pieces;
  private final List<Box> boxes;
  private final List<Block> blocks;
  private final int headline;
  private final boolean[] sentences;
  private final boolean[] teased;
  private final Hints.Body[] says;
  private final List<Optional<ZoneRole>> claims = new ArrayList<>();
  private final double[] prose;
  private final double[] other;
  private final double[] told;
  private Box main;
  private Box trunk;

  /**
   * @param headline index of the piece that is the headline; -1 where none is known
   */
  MainPart(HtmlBlocks visible, List<Block> blocks, int headline) {
    this.text = visible.text();
    this.pieces = visible.pieces();
    this.boxes = visible.boxes();
    this.blocks = blocks;
    this.prose = new double[boxes.size()];
    this.other = new double[boxes.size()];
    this.told = new double[boxes.size()];
    this.says = new Hints.Body[boxes.size()];
    this.main = boxes.get(0);
    this.sentences = new boolean[blocks.size()];
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] = !isLinks(i) && blocks.get(i).isProse(text);
    }
    this.teased = teasers();
    this.headline = isAbove(headline) ? headline : -1;
    judgeClaims();
    weigh();
    choose();
  }

  /** Index of the piece that is the headline and has the text below it; -1 where none is known. */
  int headline() {
    return headline;
  }

  /** False for a line that repeats the title below the text. */
  private boolean isAbove(int line) {
    double above = 0;
    double below = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int words = sentences[i] && !teased[i] ? blocks.get(i).words() : 0;
      above += i < line ? words : 0;
      below += i > line ? words : 0;
    }
    return below >= LEAST_BELOW * above;
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
    return says[trunk.index()] != Hints.Body.NOT_SAID;
  }

  /** True for a piece behind the trunk in a box like it: the text is in two parts. */
  boolean goesOn(int piece) {
    Box other = pieces.get(piece).box();
    while (!other.parent().holds(trunk)) {
      other = other.parent();
    }
    Box own = trunk;
    while (own.parent() != other.parent() && !own.isOutermost()) {
      own = own.parent();
    }
    return PARAGRAPHS.contains(other.tag()) || other.isLike(own);
  }

  /** What the nearest box around a piece says that does not claim too much. */
  Optional<ZoneRole> claimOf(int piece) {
    return claims.get(pieces.get(piece).box().index());
  }

  /** The same, or what the inline elements say that hold all of the piece. */
  Optional<ZoneRole> innerClaimOf(int piece) {
    HtmlBlocks.Piece it = pieces.get(piece);
    Optional<ZoneRole> around = claimOf(piece);
    for (Element e = it.inner(); e != null && e != it.box().element(); e = e.parent()) {
      Optional<ZoneRole> own = hints.of(e).map(Hints.Claim::role);
      if (own.isPresent()) {
        return inner(own, around);
      }
    }
    return around;
  }

  /** The outermost boxes that say that they hold comments. */
  List<Box> comments() {
    Optional<ZoneRole> comment = Optional.of(ZoneRole.COMMENT);
    return boxes.stream()
        .filter(b -> claims.get(b.index()).equals(comment))
        .filter(b -> !claims.get(b.parent().index()).equals(comment))
        .toList();
  }

  /** True for sentences, though a paragraph may have long links in it. */
  boolean isProse(int piece) {
    return sentences[piece];
  }

  /** True for the words under another story's linked headline, in a box with it. */
  boolean isTeaser(int piece) {
    return teased[piece] && (isItem(piece) || !card(piece).holds(trunk));
  }

  private boolean[] teasers() {
    boolean[] found = new boolean[pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      Box card = card(i);
      boolean small = i > 0 && card.end() - card.first() <= LARGEST_CARD;
      boolean titled =
          small
              && isLinks(i - 1)
              && (blocks.get(i - 1).words() >= TITLE || card.isPictured(pieces.get(i).box()));
      found[i] = isProse(i) && (titled || isItem(i));
    }
    return found;
  }

  /** A headline and its story's first words in one item of a list. */
  private boolean isItem(int piece) {
    HtmlBlocks.Piece it = pieces.get(piece);
    return it.box().tag().equals("li") && it.leading() >= LINKED_TITLE;
  }

  /** The smallest box around a piece and the one before it. */
  private Box card(int piece) {
    Box box = pieces.get(piece).box();
    while (!box.isOutermost() && box.first() >= piece) {
      box = box.parent();
    }
    return box;
  }

  /** True for a link to something else with few words of its own around it. */
  boolean isLinks(int piece) {
    double linked = pieces.get(piece).linkShare();
    return linked > MOSTLY_LINKS && (1 - linked) * blocks.get(piece).words() < WORDS_AROUND_LINK;
  }

  private void judgeClaims() {
    for (int i = 0; i < pieces.size(); i++) {
      if (isProse(i)) {
        prose[pieces.get(i).box().index()] += blocks.get(i).words();
      }
    }
    sumUp(prose);
    for (Box box : boxes) {
      // What holds the headline as well is the whole article, or the whole page.
      says[box.index()] = box.holds(headline) ? Hints.Body.NOT_SAID : hints.body(box.element());
      Optional<ZoneRole> around =
          box.isOutermost() ? Optional.empty() : claims.get(box.parent().index());
      claims.add(inner(own(box), around));
    }
  }

  /**
   * Comments are comments all through, and a summary in a box of furniture is none of this story.
   */
  private static Optional<ZoneRole> inner(Optional<ZoneRole> own, Optional<ZoneRole> around) {
    boolean outer =
        around.equals(Optional.of(ZoneRole.COMMENT)) || own.equals(Optional.of(ZoneRole.SUBTITLE));
    return outer ? around.or(() -> own) : own.or(() -> around);
  }

  private Optional<ZoneRole> own(Box box) {
    Optional<Hints.Claim> claim = nearest(box);
    if (claim.isEmpty() || box.holds(headline) || says[box.index()] == Hints.Body.DECLARED) {
      return Optional.empty();
    }
    boolean sure =
        says[box.index()] == Hints.Body.NOT_SAID
            && (claim.get().sure() || claim.get().role() == ZoneRole.COMMENT);
    double most = sure ? MOST_OF_SURE : MOST_FURNITURE;
    return prose[box.index()] > most * prose[0] ? Optional.empty() : claim.map(Hints.Claim::role);
  }

  /** What a box says, or else the inline elements between it and the box around it. */
  private Optional<Hints.Claim> nearest(Box box) {
    Optional<Hints.Claim> claim = hints.of(box.element());
    Element e = box.element().parent();
    while (claim.isEmpty() && e != null && e != box.parent().element()) {
      claim = hints.of(e);
      e = e.parent();
    }
    return claim;
  }

  private void weigh() {
    Arrays.fill(prose, 0);
    int links = 0;
    for (int i = 0; i < pieces.size(); i++) {
      links += i > headline && headline >= 0 && isLinks(i) ? 1 : 0;
      double near = Math.max(FARTHEST, Math.pow(0.5, links / HALVED));
      int words = blocks.get(i).words();
      int box = pieces.get(i).box().index();
      if (claimOf(i).isPresent()) {
        told[box] += words;
      } else if (isProse(i) && i > headline) {
        prose[box] += (teased[i] ? TEASER : 1) * near * words;
      } else {
        boolean linked = isLinks(i) || isProse(i);
        other[box] += linked ? words : COST_WHERE_PLAIN * words;
      }
    }
    sumUp(prose);
    sumUp(other);
    sumUp(told);
  }

  private void sumUp(double[] sums) {
    for (int i = boxes.size() - 1; i > 0; i--) {
      sums[boxes.get(i).parent().index()] += sums[i];
    }
  }

  private void choose() {
    double most = 0;
    for (int i = boxes.size() - 1; i >= 0; i--) {
      double score = score(i);
      // Of a chain of boxes in boxes the innermost is taken.
      if (score > most && !PARAGRAPHS.contains(boxes.get(i).tag())) {
        main = boxes.get(i);
        most = score;
      }
    }
    for (Box box = main; !box.isOutermost(); box = box.parent()) {
      if (says[box.index()] != Hints.Body.NOT_SAID && score(box.index()) > 0) {
        main = box;
        break;
      }
    }
    trunk = text().orElseGet(this::core);
  }

  /** The innermost box that says that it is the text, and holds enough of it. */
  private Optional<Box> text() {
    Optional<Box> text = Optional.empty();
    for (Box box : boxes.subList(main.index(), boxes.size())) {
      boolean enough = prose[box.index()] >= HOLDS_THE_TEXT * prose[main.index()];
      if (enough && says[box.index()] != Hints.Body.NOT_SAID && main.holds(box)) {
        text = Optional.of(box);
      }
    }
    return text;
  }

  /** The innermost box in the main one that holds more than one paragraph and most of the prose. */
  private Box core() {
    Box core = main;
    for (Box box : boxes.subList(main.index(), boxes.size())) {
      boolean enough = prose[box.index()] >= HOLDS_MOST * prose[main.index()];
      if (enough && !PARAGRAPHS.contains(box.tag()) && main.holds(box)) {
        core = box;
      }
    }
    return core;
  }

  private double score(int box) {
    boolean article = ARTICLE_TAGS.contains(boxes.get(box).tag());
    double worth =
        switch (says[box]) {
          case DECLARED -> DECLARES_TEXT;
          case NAMED -> NAMES_TEXT;
          case NOT_SAID -> article ? SAYS_ARTICLE : 1;
        };
    return prose[box] * worth - COST * other[box] - COST_WHERE_TOLD * told[box];
  }
}

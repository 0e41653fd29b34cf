package org.stemma.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.stemma.model.ZoneRole;

/**
 * Finds the element that holds the article: the one with the most running text and the fewest lines
 * of other kinds. Running text is told by sentences and few links (Kohlschütter et al., Boilerplate
 * Detection using Shallow Text Features, WSDM 2010); that the parts of an article lie in one
 * subtree is what browsers' reading views rely on too.
 */
final class MainPart {
  /** A block with more of its characters in links is a list of links. */
  private static final double MOSTLY_LINKS = 0.5;

  /** An element that claims to be furniture and holds more of the page's prose claims too much. */
  private static final double MOST_FURNITURE = 0.5;

  /** Comments can be longer than what they comment. */
  private static final double MOST_COMMENTS = 0.95;

  /** What a word of furniture costs against one of running text. */
  private static final double COST = 1.0;

  /** Lists and tables of an article are short lines without links. */
  private static final double COST_WHERE_PLAIN = 0.1;

  /** Furniture that says so is zoned as such, and costs less. */
  private static final double COST_WHERE_TOLD = 0.5;

  /** An author's name is shorter; what is longer under such a class is a note on the author. */
  private static final int LONGEST_BYLINE = 20;

  private static final int TITLE = 4;

  private static final Set<String> ARTICLE_TAGS = Set.of("article", "main");

  /** What an element that says it is the article is worth more. */
  private static final double SAYS_ARTICLE = 1.15;

  /** What an element holds. */
  private static final class Sum {
    double prose;
    double other;
    double told;
  }

  private final String text;
  private final List<HtmlBlocks.Piece> pieces;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Element, Sum> sums = new LinkedHashMap<>();
  private final Map<Element, Optional<ZoneRole>> told = new LinkedHashMap<>();
  private double allProse;

  MainPart(String text, List<HtmlBlocks.Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
    for (HtmlBlocks.Piece piece : pieces) {
      blocks.add(Block.of(text, piece.span(), Optional.empty()));
    }
  }

  /** The blocks with the roles that the markup gives them. */
  List<Block> judged(Optional<Element> headline) {
    for (int i = 0; i < blocks.size(); i++) {
      if (isProse(i)) {
        for (Element e = pieces.get(i).owner(); e != null; e = e.parent()) {
          sums.computeIfAbsent(e, k -> new Sum()).prose += blocks.get(i).words();
        }
        allProse += blocks.get(i).words();
      }
    }
    List<Optional<ZoneRole>> hints = new ArrayList<>();
    for (HtmlBlocks.Piece piece : pieces) {
      hints.add(hint(piece.owner(), headline));
    }
    Optional<Element> main = main(hints);
    List<Block> judged = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      boolean inside = main.isEmpty() || isIn(pieces.get(i).owner(), main.get());
      judged.add(
          headline.isPresent() && pieces.get(i).owner() == headline.get()
              ? told(blocks.get(i), Optional.of(ZoneRole.HEADLINE))
              : told(blocks.get(i), role(i, hints.get(i), inside)));
    }
    return judged;
  }

  private Optional<ZoneRole> role(int i, Optional<ZoneRole> hint, boolean inside) {
    Block block = blocks.get(i);
    if (hint.isPresent()) {
      boolean note = hint.get() == ZoneRole.BYLINE && block.words() > LONGEST_BYLINE;
      return note ? Optional.of(ZoneRole.BOILERPLATE) : hint;
    }
    boolean links = pieces.get(i).linkShare() > MOSTLY_LINKS && !isProse(i);
    if (links || !inside) {
      boolean title = links && block.words() >= TITLE;
      return Optional.of(title ? ZoneRole.RELATED : ZoneRole.BOILERPLATE);
    }
    return Optional.empty();
  }

  private static Block told(Block block, Optional<ZoneRole> role) {
    return new Block(block.span(), block.line(), block.lower(), block.words(), role);
  }

  private boolean isProse(int i) {
    return pieces.get(i).linkShare() <= MOSTLY_LINKS && blocks.get(i).isProse(text);
  }

  /** What the nearest element above says that does not claim too much. */
  private Optional<ZoneRole> hint(Element owner, Optional<Element> headline) {
    Optional<ZoneRole> known = told.get(owner);
    if (known != null) {
      return known;
    }
    List<Element> path = new ArrayList<>();
    Optional<ZoneRole> role = Optional.empty();
    for (Element e = owner; e != null; e = e.parent()) {
      known = told.get(e);
      if (known != null) {
        role = known;
        break;
      }
      path.add(e);
    }
    for (int i = path.size() - 1; i >= 0; i--) {
      Element e = path.get(i);
      role =
          role.isPresent() && role.get() == ZoneRole.COMMENT ? role : own(e, headline).or(of(role));
      told.put(e, role);
    }
    return role;
  }

  private static Supplier<Optional<ZoneRole>> of(Optional<ZoneRole> role) {
    return () -> role;
  }

  private Optional<ZoneRole> own(Element element, Optional<Element> headline) {
    Optional<ZoneRole> claimed = Hints.of(element);
    if (claimed.isEmpty()) {
      return claimed;
    }
    Sum sum = sums.get(element);
    double most = claimed.get() == ZoneRole.COMMENT ? MOST_COMMENTS : MOST_FURNITURE;
    boolean tooMuch = sum != null && sum.prose > most * allProse;
    boolean titled = headline.isPresent() && isIn(headline.get(), element);
    return tooMuch || titled ? Optional.empty() : claimed;
  }

  private static boolean isIn(Element element, Element ancestor) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e == ancestor) {
        return true;
      }
    }
    return false;
  }

  private Optional<Element> main(List<Optional<ZoneRole>> hints) {
    sums.clear();
    for (int i = 0; i < blocks.size(); i++) {
      int words = blocks.get(i).words();
      for (Element e = pieces.get(i).owner(); e != null; e = e.parent()) {
        Sum sum = sums.computeIfAbsent(e, k -> new Sum());
        if (hints.get(i).isPresent()) {
          sum.told += words;
        } else if (isProse(i)) {
          sum.prose += words;
        } else {
          sum.other += pieces.get(i).linkShare() > MOSTLY_LINKS ? words : COST_WHERE_PLAIN * words;
        }
      }
    }
    Element best = null;
    double most = 0;
    for (Map.Entry<Element, Sum> entry : sums.entrySet()) {
      double score = score(entry.getKey(), entry.getValue());
      // Inner elements come first, so of a chain of boxes in boxes the innermost is taken.
      if (score > most) {
        best = entry.getKey();
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double score(Element element, Sum sum) {
    boolean article =
        ARTICLE_TAGS.contains(element.normalName())
            || element.attr("itemprop").equalsIgnoreCase("articleBody");
    return sum.prose * (article ? SAYS_ARTICLE : 1) - COST * sum.other - COST_WHERE_TOLD * sum.told;
  }
}

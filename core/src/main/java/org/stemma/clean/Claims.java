package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.stemma.model.ZoneRole;

/** What the boxes of a page say that they hold, as far as they can be believed. */
final class Claims {
  /** A box that claims to be furniture and holds more of the page's prose claims too much. */
  private static final double MOST_FURNITURE = 0.5;

  /** A short article may stand over a long imprint; comments can be longer than their article. */
  private static final double MOST_OF_SURE = 0.95;

  private static final Optional<ZoneRole> COMMENT = Optional.of(ZoneRole.COMMENT);
  private static final Optional<ZoneRole> SUBTITLE = Optional.of(ZoneRole.SUBTITLE);

  private final Hints hints = new Hints();
  private final List<HtmlBlocks.Piece> pieces;
  private final List<Box> boxes;
  private final int headline;
  private final Hints.Body[] says;
  private final List<Optional<ZoneRole>> claims = new ArrayList<>();

  /**
   * @param headline index of the piece that is the headline; -1 where none is known
   */
  Claims(HtmlBlocks visible, List<Block> blocks, Prose prose, int headline) {
    this.pieces = visible.pieces();
    this.boxes = visible.boxes();
    this.headline = headline;
    this.says = new Hints.Body[boxes.size()];
    double[] words = new double[boxes.size()];
    for (int i = 0; i < pieces.size(); i++) {
      words[pieces.get(i).box().index()] += prose.is(i) ? blocks.get(i).words() : 0;
    }
    Box.sumUp(words, boxes);
    for (Box box : boxes) {
      // What holds the headline as well is the whole article, or the whole page.
      says[box.index()] = box.holds(headline) ? Hints.Body.NOT_SAID : hints.body(box.element());
      Optional<ZoneRole> around =
          box.isOutermost() ? Optional.empty() : claims.get(box.parent().index());
      claims.add(inner(own(box, words[box.index()] / Math.max(1, words[0])), around));
    }
  }

  /** How a box says that it holds the article's text. */
  Hints.Body says(Box box) {
    return says[box.index()];
  }

  /** What the nearest box around a piece says that does not claim too much. */
  Optional<ZoneRole> around(int piece) {
    return claims.get(pieces.get(piece).box().index());
  }

  /** The same, or what the inline elements say that hold all of the piece. */
  Optional<ZoneRole> of(int piece) {
    HtmlBlocks.Piece it = pieces.get(piece);
    for (Element e = it.inner(); e != null && !e.equals(it.box().element()); e = e.parent()) {
      Optional<ZoneRole> own = hints.of(e).map(Hints.Claim::role);
      if (own.isPresent()) {
        return inner(own, around(piece));
      }
    }
    return around(piece);
  }

  /** The outermost boxes that say that they hold comments. */
  List<Box> comments() {
    return boxes.stream()
        .filter(b -> claims.get(b.index()).equals(COMMENT))
        .filter(b -> b.isOutermost() || !claims.get(b.parent().index()).equals(COMMENT))
        .toList();
  }

  /** Comments are so all through, and a summary in a box of furniture is none of this story. */
  private static Optional<ZoneRole> inner(Optional<ZoneRole> own, Optional<ZoneRole> around) {
    boolean outer = around.equals(COMMENT) || own.equals(SUBTITLE);
    return outer ? around.or(() -> own) : own.or(() -> around);
  }

  /**
   * @param share of the page's prose that the box holds
   */
  private Optional<ZoneRole> own(Box box, double share) {
    Optional<Hints.Claim> claim = nearest(box);
    if (claim.isEmpty() || box.holds(headline) || says(box) == Hints.Body.DECLARED) {
      return Optional.empty();
    }
    boolean sure = claim.get().sure() && says(box) == Hints.Body.NOT_SAID;
    return share > (sure ? MOST_OF_SURE : MOST_FURNITURE)
        ? Optional.empty()
        : claim.map(Hints.Claim::role);
  }

  /** What a box says, or else the inline elements between it and the box around it. */
  private Optional<Hints.Claim> nearest(Box box) {
    Optional<Hints.Claim> claim = hints.of(box.element());
    Element e = box.element().parent();
    while (claim.isEmpty() && e != null && !e.equals(box.parent().element())) {
      claim = hints.of(e);
      e = e.parent();
    }
    return claim;
  }
}

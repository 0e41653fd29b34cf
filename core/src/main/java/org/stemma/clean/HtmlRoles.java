package org.stemma.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.stemma.model.Comment;
import org.stemma.model.ZoneRole;

/**
 * Tells what each piece of a page is for by its place: in the text, above it, under it or beside
 * it, and by what the markup around it claims.
 */
final class HtmlRoles {
  /** An author's name is shorter; what is longer under such a class is a note on the author. */
  private static final int LONGEST_BYLINE = 20;

  /** Fewest words of a line that sums a story up. */
  private static final int SUBTITLE = 5;

  /** A paragraph above the text that is longer is text itself. */
  private static final int LONGEST_SUBTITLE = 60;

  /** "Monday, 4 May 2031 at 10:15, updated 11:20" has fewer words. */
  private static final int LONGEST_TIME = 14;

  /** What stands under a picture and is longer is text beside it. */
  private static final int LONGEST_CAPTION = 60;

  /** Lines behind the text that tell whether its end is comments: their headings, their forms. */
  private static final int LOOKED_AT_BEHIND = 40;

  /** Notices that are longer than this have links in them. */
  private static final int SURELY_TEXT = 30;

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Elements that only running text and its lists and tables have. */
  private static final Set<String> TEXT_TAGS =
      Set.of("li", "td", "th", "dd", "dt", "blockquote", "pre");

  /** Tables stand in figures too, and are no captions. */
  private static final Set<String> TABLE = Set.of("td", "th", "pre");

  private static final Optional<ZoneRole> BODY = Optional.of(ZoneRole.BODY);

  private static final Set<String> FORM = Set.of("form");

  private static final Set<String> QUOTED = Set.of("blockquote");

  private final String text;
  private final List<HtmlBlocks.Piece> pieces;
  private final List<Block> blocks;
  private final int headline;
  private final Prose prose;
  private final Claims claims;
  private final MainPart part;
  private final HtmlComments comments;
  private final boolean[] discussed;
  private final boolean fewTeasers;
  private final int firstProse;
  private final Set<String> subtitles = new HashSet<>();
  private final List<Optional<ZoneRole>> roles = new ArrayList<>();

  private HtmlRoles(HtmlBlocks visible, List<Block> blocks, int headline) {
    this.text = visible.text();
    this.pieces = visible.pieces();
    this.blocks = blocks;
    this.prose = new Prose(visible, blocks);
    this.headline = prose.isBelow(headline) ? headline : -1;
    this.claims = new Claims(visible, blocks, prose, this.headline);
    this.part = new MainPart(visible, blocks, prose, claims, this.headline);
    List<Box> around = claims.comments();
    this.comments = HtmlComments.in(around, visible, blocks);
    this.discussed = new boolean[blocks.size()];
    around.forEach(this::discuss);
    this.fewTeasers = fewTeasers();
    int first = part.trunk().first();
    while (first < part.trunk().end() && !isParagraph(first)) {
      first++;
    }
    this.firstProse = first;
  }

  /**
   * Judges a page.
   *
   * @param headline the element that shows the headline
   */
  static HtmlRoles of(HtmlBlocks visible, Optional<Element> headline) {
    List<Block> blocks = new ArrayList<>();
    String text = visible.text();
    for (HtmlBlocks.Piece piece : visible.pieces()) {
      blocks.add(Block.of(text, piece.span(), Optional.empty()));
    }
    return new HtmlRoles(visible, blocks, titled(visible, headline));
  }

  private static int titled(HtmlBlocks visible, Optional<Element> headline) {
    for (Box box : visible.boxes()) {
      if (headline.isPresent() && box.element().equals(headline.get()) && box.end() > box.first()) {
        return box.first();
      }
    }
    return -1;
  }

  /** What readers wrote, where markup tells it. */
  List<Comment> comments() {
    return comments.comments();
  }

  /** The page's blocks with the roles that their places give them. */
  List<Block> judged() {
    for (int i = 0; i < pieces.size(); i++) {
      roles.add(i == headline ? Optional.of(ZoneRole.HEADLINE) : role(i));
    }
    headTheText();
    boolean apart = part.isTrunkSaid() || !comments.comments().isEmpty();
    if (!apart && firstProse < pieces.size()) {
      partComments();
    }
    List<Block> judged = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      judged.add(new Block(block.span(), block.line(), block.lower(), block.words(), roles.get(i)));
    }
    return judged;
  }

  private Optional<ZoneRole> role(int i) {
    Box trunk = part.trunk();
    Optional<ZoneRole> claim = claim(i);
    boolean inText = trunk.holds(i) || part.isAnotherPart(pieces.get(i).box());
    if (inText && i > headline) {
      return inText(i, claim);
    }
    boolean inMain = part.main().holds(i);
    if (i < trunk.first() && (headline < 0 ? inMain : i > headline)) {
      if (inMain && isLead(i, claim)) {
        return inText(i, claim);
      }
      if (isSubtitle(i, claim, inMain)) {
        subtitles.add(blocks.get(i).line());
        return Optional.of(ZoneRole.SUBTITLE);
      }
    }
    if (i >= trunk.end() && inMain && part.goesOnIn(pieces.get(i).box())) {
      return inText(i, claim);
    }
    // Other stories have subtitles too.
    return claim.filter(role -> role != ZoneRole.SUBTITLE).or(() -> Optional.of(furniture(i)));
  }

  private Optional<ZoneRole> claim(int i) {
    Optional<ZoneRole> claim = claims.of(i);
    if (claim.equals(Optional.of(ZoneRole.COMMENT)) && !discussed[i]) {
      return Optional.of(ZoneRole.BOILERPLATE);
    }
    boolean note =
        claim.equals(Optional.of(ZoneRole.BYLINE)) && blocks.get(i).words() > LONGEST_BYLINE;
    return note ? Optional.of(ZoneRole.BOILERPLATE) : claim;
  }

  /** Paragraphs above the rest of the text: too long or too many to sum it up. */
  private boolean isLead(int i, Optional<ZoneRole> claim) {
    int paragraphs = 0;
    for (int j = Math.max(0, i - 1); j <= i + 1; j++) {
      paragraphs += j > headline && j < part.trunk().first() && isParagraph(j) ? 1 : 0;
    }
    boolean paragraph = claim.isEmpty() && isParagraph(i);
    return paragraph && (blocks.get(i).words() > LONGEST_SUBTITLE || paragraphs > 1);
  }

  private boolean isParagraph(int i) {
    return prose.is(i)
        && claims.around(i).isEmpty()
        && !HEADINGS.contains(pieces.get(i).box().tag());
  }

  /** Where no comment can be told from another, all of a box with sentences is comments. */
  private void discuss(Box box) {
    boolean any = false;
    boolean written = false;
    for (int i = box.first(); i < box.end(); i++) {
      any |= comments.holds(i);
      written |= prose.is(i) && !isInForm(i, box);
    }
    for (int i = box.first(); i < box.end(); i++) {
      discussed[i] = any ? comments.holds(i) : written && !isInForm(i, box);
    }
  }

  private boolean isInForm(int i, Box limit) {
    return pieces.get(i).box().within(limit, FORM).isPresent();
  }

  private boolean isSubtitle(int i, Optional<ZoneRole> claim, boolean inMain) {
    if (claim.isPresent() && claim.get() != ZoneRole.SUBTITLE) {
      return false;
    }
    Block block = blocks.get(i);
    boolean says =
        claim.isPresent()
            || HEADINGS.contains(pieces.get(i).box().tag())
            || (inMain && block.isProse(text));
    return says
        && block.words() >= SUBTITLE
        && block.words() <= LONGEST_SUBTITLE
        && !prose.isLinks(i)
        && Furniture.role(text, block).isEmpty()
        && !WrittenDates.isAlone(block.line());
  }

  private ZoneRole furniture(int i) {
    boolean title = prose.isLinks(i) && blocks.get(i).words() >= Prose.TITLE;
    return title || prose.isTeaser(i, part.trunk()) ? ZoneRole.RELATED : ZoneRole.BOILERPLATE;
  }

  /** True for the only words in a box with a picture, which are about it. */
  private boolean isUnderPicture(int i) {
    Box own = pieces.get(i).box();
    Box box = own;
    while (!box.isPictured(own) && box.end() - box.first() == 1 && !box.isOutermost()) {
      box = box.parent();
    }
    boolean alone = box.end() - box.first() == 1 && !box.holds(part.trunk());
    return alone && blocks.get(i).words() <= LONGEST_CAPTION;
  }

  /** Inside the text, "summary" also names its first paragraph or a list of its points. */
  private boolean isSummary(int i) {
    Box box = pieces.get(i).box();
    boolean apart =
        firstProse < pieces.size() && box.parent() != pieces.get(firstProse).box().parent();
    return (i < firstProse && apart && !box.tag().equals("li"))
        || subtitles.contains(blocks.get(i).line());
  }

  /** False where the article is a list of things, each with a linked name and its text. */
  private boolean fewTeasers() {
    int teased = 0;
    int all = 0;
    for (int i = part.trunk().first(); i < part.trunk().end(); i++) {
      if (prose.is(i) && claims.around(i).isEmpty()) {
        teased += prose.isTeaser(i, part.trunk()) ? blocks.get(i).words() : 0;
        all += blocks.get(i).words();
      }
    }
    return 2 * teased < all;
  }

  private Optional<ZoneRole> inText(int i, Optional<ZoneRole> claim) {
    Box box = pieces.get(i).box();
    boolean quoted = box.within(part.trunk(), QUOTED).isPresent();
    boolean mistaken =
        (claim.equals(Optional.of(ZoneRole.CAPTION)) && TABLE.contains(box.tag()))
            || (claim.equals(Optional.of(ZoneRole.BOILERPLATE)) && quoted)
            || (claim.equals(Optional.of(ZoneRole.SUBTITLE)) && !isSummary(i));
    if (claim.isPresent() && !mistaken) {
      return claim;
    }
    Block block = blocks.get(i);
    if (prose.isTeaser(i, part.trunk()) && fewTeasers) {
      return Optional.of(ZoneRole.RELATED);
    }
    if (isUnderPicture(i)) {
      return Optional.of(ZoneRole.CAPTION);
    }
    if (quoted) {
      return Optional.of(ZoneRole.BODY);
    }
    if (prose.isLinks(i) && !isAddress(block)) {
      return Optional.of(furniture(i));
    }
    if (isTime(i)) {
      return Optional.of(ZoneRole.BOILERPLATE);
    }
    if (TEXT_TAGS.contains(box.tag())) {
      return Optional.of(ZoneRole.BODY);
    }
    return isPlainly(i) ? BODY : Optional.of(Furniture.role(text, block).orElse(ZoneRole.BODY));
  }

  private boolean isPlainly(int i) {
    return prose.is(i) && pieces.get(i).linked() == 0 && blocks.get(i).words() > SURELY_TEXT;
  }

  /** A day alone on a line, or above the first sentence a time of day in any language. */
  private boolean isTime(int i) {
    Block block = blocks.get(i);
    if (block.words() > LONGEST_TIME || prose.is(i)) {
      return false;
    }
    return (i < firstProse && holdsClock(block)) || WrittenDates.isAlone(block.line());
  }

  private static boolean holdsClock(Block block) {
    for (int colon = block.line().indexOf(':'); colon >= 0; ) {
      if (isDigit(block, colon - 1) && isDigit(block, colon + 1) && isDigit(block, colon + 2)) {
        return true;
      }
      colon = block.line().indexOf(':', colon + 1);
    }
    return false;
  }

  private static boolean isDigit(Block block, int at) {
    return at >= 0 && at < block.line().length() && Character.isDigit(block.line().charAt(at));
  }

  /** An address that is written out is a source, not a way to another story. */
  private static boolean isAddress(Block block) {
    return block.lower().startsWith("http") || block.lower().startsWith("www.");
  }

  /** Where only its shape tells of the text, comments may be in it: their wording tells them. */
  private void partComments() {
    int end = Math.min(blocks.size(), part.trunk().end() + LOOKED_AT_BEHIND);
    boolean[] body = new boolean[end];
    for (int i = 0; i < end; i++) {
      body[i] = roles.get(i).equals(BODY) && prose.is(i);
    }
    int start = CommentSection.start(text, blocks.subList(0, end), body, firstProse).orElse(end);
    int first = start;
    while (first < end && !roles.get(first).equals(BODY)) {
      first++;
    }
    // Readers do not write between the paragraphs: what stands in a box with them is a quotation.
    boolean apart =
        first < end && pieces.get(first).box().parent() != pieces.get(firstProse).box().parent();
    for (int i = first; apart && i < end; i++) {
      if (roles.get(i).equals(BODY)) {
        roles.set(i, Optional.of(ZoneRole.COMMENT));
      }
    }
  }

  /** A heading is part of what stands under it. */
  private void headTheText() {
    ZoneRole under = ZoneRole.BOILERPLATE;
    Box beside = part.trunk();
    for (int i = part.trunk().end() - 1; i >= part.trunk().first(); i--) {
      ZoneRole role = roles.get(i).orElse(ZoneRole.BODY);
      boolean heading = HEADINGS.contains(pieces.get(i).box().tag());
      if (heading && (role == ZoneRole.BODY || isLinkedName(i, beside))) {
        roles.set(i, Optional.of(under));
      } else if (role != ZoneRole.CAPTION) {
        under = role;
      }
      beside = heading ? beside : pieces.get(i).box().parent();
    }
  }

  /** The linked name of a thing above a paragraph on it, in one box with it. */
  private boolean isLinkedName(int i, Box beside) {
    return claims.around(i).isEmpty()
        && prose.isLinks(i)
        && pieces.get(i).leading() > 0
        && pieces.get(i).box().parent() == beside;
  }
}

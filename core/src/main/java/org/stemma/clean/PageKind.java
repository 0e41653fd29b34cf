package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stemma.model.Outcome;
import org.stemma.model.ZoneRole;

/**
 * Tells pages that hold no article by what they hold instead. A page that is refused by mistake is
 * lost, so each kind needs more than one sign, and a page of two sentences is an article.
 */
final class PageKind {
  /** Beside so much running text, words such as "404" are what the text is about. */
  private static final int WORDS_OF_AN_ERROR_PAGE = 60;

  /** The first lines, one of which says that the page is an error or a search. */
  private static final int FIRST_LINES = 12;

  /** Fewest headlines of a list of headlines. */
  private static final int FEWEST_ITEMS = 6;

  private static final int FEWEST_RESULTS = 3;

  /** A story's paragraph may be longer; what a list says of each story is not. */
  private static final int LONGEST_ITEM = 45;

  private static final int TITLE = 4;

  /** Pictures of a gallery. */
  private static final int FEWEST_PICTURES = 3;

  /** Running text beside the captions of a gallery. */
  private static final int WORDS_OF_A_GALLERY = 40;

  /** What stands under a video that is all that the page has. */
  private static final int WORDS_UNDER_A_VIDEO = 25;

  private static final Pattern ERROR =
      Pattern.compile(
          "^(?:error )?(?:404|403|410|500|502|503)\\b(?:[ :–—|-]*(?:error|not found|page not found|forbidden|gone|internal server error|bad gateway|service unavailable).{0,60})?$"
              + "|^(?:oops[!,. ]*)?(?:sorry[,.! ]*)?(?:the |this |that )?page (?:you (?:requested|are looking for|were looking for)[^.]{0,40} )?(?:was |is |could |can |cannot |can't |does |has )?(?:not (?:be )?)?(?:found|exist|been (?:moved|removed|deleted)|unavailable|no longer available)(?:\\b ?[|–—-].{0,60}|\\b(?: here| anymore| any more)?[.!]?(?: .{0,60})?)$"
              + "|^(?:page|file) not found\\b(?: ?[|–—-].{0,40})?[.!]?$|^access (?:to this page has been )?denied\\b.{0,40}$|^(?:we )?(?:couldn't|can't|could not) find (?:that|the|this) page.{0,40}$"
              + "|^(?:attention required|just a moment|checking your browser|verify(?:ing)? (?:you are|that you are) (?:a )?human|are you a robot).{0,60}$"
              + "|^(?:seite|die seite wurde) nicht gefunden.{0,40}$|^p[áa]gina no encontrada.{0,40}$|^page (?:introuvable|non trouvée).{0,40}$|^страница не найдена.{0,40}$|^pagina non trovata.{0,40}$");

  private static final Pattern SEARCH =
      Pattern.compile(
          "^(?:search )?results? (?:for|of)\\b.{1,80}$|^search results\\b.{0,80}$|^(?:your search for|you searched for)\\b.{1,80}$"
              + "|^(?:about |showing )?\\d{1,7}(?: ?[–-] ?\\d{1,5} of (?:about )?\\d{1,7})? (?:search )?results?(?: found)?(?: for\\b.{1,80})?$"
              + "|^(?:suchergebnisse|resultados de (?:la )?búsqueda|résultats de (?:la )?recherche|результаты поиска)\\b.{0,80}$",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern PICTURE_COUNT =
      Pattern.compile(
          "^(?:image |picture |photo |slide |bild |foto )?\\d{1,3} ?(?:/|of|von|de|из) ?\\d{1,3}$");

  private static final Pattern VIDEO =
      Pattern.compile(
          "^(?:video|watch|watch now|play video|watch video|play|now playing)$"
              + "|^(?:duration|length|laufzeit|dauer)\\s?:? ?\\d{1,2}:\\d{2}(?::\\d{2})?$|^\\d{1,2}:\\d{2} ?/ ?\\d{1,2}:\\d{2}$"
              + "|^this video (?:cannot|can't|can not|is unable to) be played.{0,60}$|^\\d{1,2}:\\d{2}$");

  /** What stands between the entries of a list of stories. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "^(?:read more|continue reading|more|full story|weiterlesen|mehr|leer más|lire la suite|читать далее|подробнее)\\W{0,4}$"
              + "|^(?:\\d{1,5} |no |leave a )comments?$");

  private static final Optional<ZoneRole> COMMENT = Optional.of(ZoneRole.COMMENT);

  private final String text;
  private final List<Block> blocks;
  private final List<ZoneRole> roles;

  private PageKind(String text, List<Block> blocks, List<ZoneRole> roles) {
    this.text = text;
    this.blocks = blocks;
    this.roles = roles;
  }

  /**
   * Returns where the page holds an article.
   *
   * @throws NotAnArticle with one reason for people
   */
  static void refuseWhatIsNoArticle(String text, List<Block> blocks, List<ZoneRole> roles)
      throws NotAnArticle {
    PageKind page = new PageKind(text, blocks, roles);
    int body = page.words(ZoneRole.BODY);
    if (body <= WORDS_OF_AN_ERROR_PAGE && page.says(ERROR)) {
      throw new NotAnArticle("the page only says that something was not found or not allowed");
    }
    if (page.says(SEARCH) && page.items() >= FEWEST_RESULTS && page.hasItemsOnly()) {
      throw new NotAnArticle("the page lists the results of a search");
    }
    if (body == 0 && page.words(ZoneRole.SUBTITLE) == 0) {
      page.refuseWithoutBody();
      return;
    }
    if (page.items() >= FEWEST_ITEMS
        && page.hasItemsOnly()
        && (page.isParted() || (!page.hasProse() && page.count(ZoneRole.NAVIGATION) > 0))) {
      throw new NotAnArticle("the page lists headlines of stories");
    }
    if (body <= WORDS_OF_A_GALLERY && page.count(PICTURE_COUNT) >= FEWEST_PICTURES) {
      throw new NotAnArticle("the page is a gallery: pictures with captions, and no story");
    }
    if (body <= WORDS_UNDER_A_VIDEO && page.isVideo()) {
      throw new NotAnArticle("the page shows a video with one line about it");
    }
  }

  private void refuseWithoutBody() throws NotAnArticle {
    if (isMisled()) {
      return;
    }
    if (count(ZoneRole.CAPTION) >= FEWEST_PICTURES) {
      throw new NotAnArticle("the page is a gallery: pictures with captions, and no story");
    }
    if (count(ZoneRole.RELATED) >= FEWEST_RESULTS) {
      throw new NotAnArticle("the page lists headlines of stories");
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (roles.get(i) == ZoneRole.PROMOTION && Paywall.isNotice(blocks.get(i))) {
        throw new NotAnArticle("the page asks to log in or to pay, and shows no story");
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (roles.get(i) == ZoneRole.LEGAL && blocks.get(i).lower().contains("cookie")) {
        throw new NotAnArticle("the page asks for consent to cookies, and shows no story");
      }
    }
    throw new NotAnArticle(
        Outcome.Kind.EMPTY, "the page holds no text beside menus, notices and the like");
  }

  /** Markup may call a story furniture: where it calls sentences so, nothing is sure. */
  private boolean isMisled() {
    int words = 0;
    for (Block block : blocks) {
      boolean prose = block.told().isPresent() && block.isProse(text);
      words += prose && !block.told().equals(COMMENT) ? block.words() : 0;
    }
    return words >= LONGEST_ITEM;
  }

  private int words(ZoneRole role) {
    int words = 0;
    for (int i = 0; i < blocks.size(); i++) {
      words += roles.get(i) == role ? blocks.get(i).words() : 0;
    }
    return words;
  }

  private int count(ZoneRole role) {
    return (int) roles.stream().filter(r -> r == role).count();
  }

  private int count(Pattern pattern) {
    return (int) blocks.stream().filter(b -> is(pattern, b)).count();
  }

  private static boolean is(Pattern pattern, Block block) {
    return block.isWhole() && pattern.matcher(block.lower()).matches();
  }

  /** True where one of the first lines says so, before any running text goes on. */
  private boolean says(Pattern pattern) {
    int lines = 0;
    for (int i = 0; i < blocks.size() && lines < FIRST_LINES; i++) {
      boolean menu = roles.get(i) == ZoneRole.NAVIGATION && !is(pattern, blocks.get(i));
      lines += menu ? 0 : 1;
      if (!menu && is(pattern, blocks.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasProse() {
    for (int i = 0; i < blocks.size(); i++) {
      if (roles.get(i).isArticle() && blocks.get(i).isProse(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTitle(int i) {
    Block block = blocks.get(i);
    boolean headline = roles.get(i) == ZoneRole.HEADLINE || roles.get(i) == ZoneRole.RELATED;
    return block.told().isEmpty()
        && (headline || isLine(i))
        && block.words() >= TITLE
        && !block.endsSentence(text);
  }

  private boolean isLine(int i) {
    return roles.get(i).isArticle() && !blocks.get(i).isProse(text);
  }

  /** Headlines, perhaps with one short paragraph under each. */
  private int items() {
    int items = 0;
    for (int i = 0; i < blocks.size(); i++) {
      items += isTitle(i) ? 1 : 0;
    }
    return items;
  }

  /** True where all running text stands in single short paragraphs under headlines. */
  private boolean hasItemsOnly() {
    int free = 0;
    int said = 0;
    boolean underTitle = false;
    for (int i = 0; i < blocks.size(); i++) {
      if (isTitle(i)) {
        underTitle = true;
      } else if (roles.get(i).isArticle() && blocks.get(i).isProse(text)) {
        boolean item = underTitle && blocks.get(i).words() <= LONGEST_ITEM;
        said += item ? 1 : 0;
        free += item ? 0 : blocks.get(i).words();
        underTitle = false;
      }
    }
    return free <= LONGEST_ITEM && (said == 0 || said >= FEWEST_RESULTS);
  }

  /** True where half of the entries are parted by a link, a day or a byline, as in no story. */
  private boolean isParted() {
    int parts = 0;
    for (int i = 0; i < blocks.size(); i++) {
      boolean byline = roles.get(i) == ZoneRole.BYLINE;
      boolean dated = CommentTime.fills(blocks.get(i).line()).isPresent();
      parts += byline || dated || is(BETWEEN, blocks.get(i)) ? 1 : 0;
    }
    return 2 * parts >= items();
  }

  private boolean isVideo() {
    int sentences = 0;
    for (int i = 0; i < blocks.size(); i++) {
      boolean body = roles.get(i) == ZoneRole.BODY;
      if (body && blocks.get(i).holdsQuotation()) {
        return false;
      }
      sentences += body ? 1 : 0;
    }
    return sentences == 1 && count(VIDEO) > 0;
  }
}

package org.stemma.clean;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.stemma.model.ZoneRole;

/**
 * What an element's tag, class, id, ARIA role and schema.org type say about what it holds. The
 * words are those that content management systems share; none names a site.
 */
final class Hints {
  /**
   * A role that an element claims for all that it holds.
   *
   * @param sure true where hardly any page gives the name to what holds its article
   */
  record Claim(ZoneRole role, boolean sure) {}

  /** How an element says that it holds an article's text. */
  enum Body {
    /** schema.org's {@code articleBody}. */
    DECLARED,
    /** A name such as "entry-content" or "story-body". */
    NAMED,
    NOT_SAID
  }

  private static final Map<String, ZoneRole> BY_TAG =
      Map.ofEntries(
          Map.entry("nav", ZoneRole.NAVIGATION),
          Map.entry("form", ZoneRole.BOILERPLATE),
          Map.entry("menu", ZoneRole.NAVIGATION),
          Map.entry("footer", ZoneRole.BOILERPLATE),
          Map.entry("header", ZoneRole.BOILERPLATE),
          Map.entry("aside", ZoneRole.BOILERPLATE),
          Map.entry("dialog", ZoneRole.BOILERPLATE),
          Map.entry("figure", ZoneRole.CAPTION),
          Map.entry("figcaption", ZoneRole.CAPTION),
          Map.entry("caption", ZoneRole.CAPTION));

  private static final Map<String, ZoneRole> BY_ARIA =
      Map.of(
          "navigation", ZoneRole.NAVIGATION,
          "menu", ZoneRole.NAVIGATION,
          "menubar", ZoneRole.NAVIGATION,
          "banner", ZoneRole.BOILERPLATE,
          "contentinfo", ZoneRole.BOILERPLATE,
          "complementary", ZoneRole.BOILERPLATE,
          "search", ZoneRole.BOILERPLATE,
          "dialog", ZoneRole.BOILERPLATE,
          "alertdialog", ZoneRole.BOILERPLATE);

  /** Elements that carry so many classes for styling that their words mean nothing. */
  private static final Set<String> FRAMES = Set.of("html", "body", "main", "article");

  private static final Map<String, ZoneRole> BY_WORD = new HashMap<>();

  /** Tags and words that name the edges of a page and its boxes, never its middle. */
  private static final Set<String> SURE =
      Set.of(
          "nav",
          "menu",
          "footer",
          "dialog",
          "navigation",
          "menubar",
          "contentinfo",
          "cookie",
          "cookies",
          "gdpr",
          "consent",
          "modal",
          "popup",
          "breadcrumb",
          "breadcrumbs",
          "copyright");

  /** Whole class names that hide what a screen reader alone shall read. */
  private static final Set<String> HIDDEN =
      Set.of(
          "hidden", "hide", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text");

  /** The first words of those, and of "entry": few names have one of them. */
  private static final Set<String> WORDS_OF_NAMES =
      new HashSet<>(
          List.of("hidden", "hide", "sr", "visually", "visuallyhidden", "screen", "entry"));

  static {
    words(
        ZoneRole.COMMENT,
        "comment comments disqus commentlist respond kommentare commentaires comentarios commenti"
            + " reacties");
    words(
        ZoneRole.RELATED,
        "related recommended recommendation recommendations recirc recirculation trending popular"
            + " mostread teaser teasers outbrain taboola readmore morestories alsoread latest"
            + " readalso crosslinks seealso verwandte meistgelesen relacionadas relacionados"
            + " relacionada relacionado correlati correlate gerelateerd");
    words(
        ZoneRole.PROMOTION,
        "newsletter newsletters subscribe subscription signup promo promotion paywall donate"
            + " donation membership ad ads advert adverts advertisement advertising sponsored"
            + " sponsor dfp adslot promoted cta"
            + " werbung anzeige publicite publicidad publicidade pubblicita reklama");
    words(ZoneRole.PULL_QUOTE, "pullquote pullquotes");
    words(
        ZoneRole.NAVIGATION,
        "nav navbar navigation menu breadcrumb breadcrumbs skip pagination pager navi navegacion");
    words(ZoneRole.LEGAL, "copyright disclaimer cookie cookies gdpr consent legal");
    words(
        ZoneRole.BOILERPLATE,
        "footer sidebar rail toolbar share sharing sharebar social modal popup login search"
            + " masthead siteheader rating ratings tooltip banner print addthis sharedaddy teilen partager"
            + " compartir compartilhar condividi delen");
    words(
        ZoneRole.CAPTION,
        "caption figcaption credit credits photocredit imagecaption bildunterschrift");
    words(ZoneRole.TAGS, "tags tag topics keywords taglist");
    words(ZoneRole.BYLINE, "byline author authors bylines");
    words(
        ZoneRole.SUBTITLE,
        "subtitle subtitles subheadline subheading standfirst dek deck strapline summary excerpt"
            + " abstract");
  }

  /** Words that name an article ... */
  private static final Set<String> STORY =
      Set.of(
          "article",
          "story",
          "post",
          "entry",
          "news",
          "blog",
          "artikel",
          "beitrag",
          "articolo",
          "articulo",
          "artigo",
          "noticia",
          "nota");

  /** ... that name some content only before a word for text ... */
  private static final Set<String> CONTENT = Set.of("content", "detail", "field", "e");

  /** ... and that name its text: "story-body", "e-content", "texte-article". */
  private static final Set<String> TEXT =
      Set.of(
          "body",
          "content",
          "text",
          "copy",
          "bodycopy",
          "texte",
          "texto",
          "testo",
          "inhalt",
          "contenu",
          "contenido",
          "conteudo",
          "cuerpo",
          "corps",
          "corpo");

  /** The two words in one. */
  private static final Set<String> STORY_TEXT =
      Set.of(
          "articlebody",
          "articletext",
          "articlecontent",
          "storytext",
          "storybody",
          "storycontent",
          "postbody",
          "postcontent",
          "posttext",
          "blogtext",
          "newstext",
          "artikeltext",
          "maintext",
          "bodytext");

  /** Where an element claims several roles, the first of these counts. */
  private static final List<ZoneRole> ORDER =
      List.of(
          ZoneRole.COMMENT,
          ZoneRole.PROMOTION,
          ZoneRole.PULL_QUOTE,
          ZoneRole.RELATED,
          ZoneRole.CAPTION,
          ZoneRole.TAGS,
          ZoneRole.BYLINE,
          ZoneRole.NAVIGATION,
          ZoneRole.LEGAL,
          ZoneRole.BOILERPLATE,
          ZoneRole.SUBTITLE);

  /** A longer attribute is no list of names. */
  private static final int LONGEST = 500;

  /**
   * All that the lists above say of a word, so that it is looked up once: pages have thousands.
   *
   * @param story true where it names an article
   * @param content true where it does so before a word for text
   * @param text true where it names a text
   * @param storyText true where it names an article's text
   */
  private record Meaning(
      Optional<ZoneRole> role,
      boolean sure,
      boolean story,
      boolean content,
      boolean text,
      boolean storyText) {
    static final Meaning NONE = of("");

    static Meaning of(String word) {
      ZoneRole role = BY_WORD.get(word);
      return new Meaning(
          Optional.ofNullable(role),
          SURE.contains(word) || role == ZoneRole.COMMENT,
          STORY.contains(word),
          CONTENT.contains(word),
          TEXT.contains(word),
          STORY_TEXT.contains(word));
    }
  }

  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  static {
    for (Set<String> words : List.of(BY_WORD.keySet(), STORY, CONTENT, TEXT, STORY_TEXT)) {
      words.forEach(word -> MEANINGS.put(word, Meaning.of(word)));
    }
  }

  private static final Said NOTHING = new Said(Optional.empty(), false);

  /** What names say. Pages give the same names to many elements. */
  private record Said(Optional<Claim> claim, boolean text) {}

  private final Map<String, Said> said = new HashMap<>();

  /** The role that an element claims for what it holds. */
  Optional<Claim> of(Element element) {
    String tag = element.normalName();
    if (FRAMES.contains(tag)) {
      return Optional.empty();
    }
    if (element.attributesSize() == 0) {
      return claim(BY_TAG.get(tag), tag);
    }
    if (isComment(element)) {
      return Optional.of(new Claim(ZoneRole.COMMENT, true));
    }
    Optional<Claim> byTag = claim(BY_TAG.get(tag), tag);
    if (byTag.isEmpty()) {
      String role = element.attributes().get("role");
      byTag = role.isEmpty() ? byTag : claim(BY_ARIA.get(role), role);
    }
    if (byTag.isPresent() && byTag.get().role() != ZoneRole.BOILERPLATE) {
      return byTag;
    }
    // An aside may be a quotation or another story: its names tell more than its tag.
    Optional<Claim> byWords = byWords(element.attributes());
    return byWords.isPresent() ? byWords : byTag;
  }

  /** How an element says that it holds the article's text. */
  Body body(Element element) {
    if (element.attributesSize() == 0) {
      return Body.NOT_SAID;
    }
    Attributes attributes = element.attributes();
    String property = attributes.get("itemprop");
    if (!property.isEmpty() && property.toLowerCase(Locale.ROOT).contains("articlebody")) {
      return Body.DECLARED;
    }
    return named(attributes.get("class")).text() || named(attributes.get("id")).text()
        ? Body.NAMED
        : Body.NOT_SAID;
  }

  /** True for one comment by what standards say. */
  static boolean isComment(Element element) {
    // The parser has put names of attributes in lower case: no need to compare without case.
    String type = element.attributes().get("itemtype");
    return type.endsWith("schema.org/Comment")
        || type.endsWith("schema.org/UserComments")
        || element.attributes().get("role").equals("comment");
  }

  private static Optional<Claim> claim(ZoneRole role, String word) {
    return role == null ? Optional.empty() : Optional.of(new Claim(role, SURE.contains(word)));
  }

  private Optional<Claim> byWords(Attributes attributes) {
    Optional<Claim> byClass = named(attributes.get("class")).claim();
    Optional<Claim> byId = named(attributes.get("id")).claim();
    if (byClass.isEmpty() || byId.isEmpty()) {
      return byClass.isPresent() ? byClass : byId;
    }
    ZoneRole role =
        ORDER.indexOf(byClass.get().role()) <= ORDER.indexOf(byId.get().role())
            ? byClass.get().role()
            : byId.get().role();
    return Optional.of(new Claim(role, byClass.get().sure() || byId.get().sure()));
  }

  private Said named(String names) {
    return names.isEmpty() ? NOTHING : said.computeIfAbsent(names, Hints::read);
  }

  private static Said read(String attribute) {
    String names = attribute.strip();
    if (names.length() > LONGEST) {
      return NOTHING;
    }
    Set<ZoneRole> claimed = EnumSet.noneOf(ZoneRole.class);
    boolean sure = false;
    boolean text = false;
    boolean telling = false;
    String before = "";
    Meaning meantBefore = Meaning.NONE;
    for (String word : words(names)) {
      Meaning meant = MEANINGS.getOrDefault(word, Meaning.NONE);
      if (meant.role().isPresent()) {
        claimed.add(meant.role().get());
        sure |= meant.sure();
      }
      pair(before, word).ifPresent(claimed::add);
      text |= meant.storyText() || isText(meantBefore, meant);
      telling |= WORDS_OF_NAMES.contains(word);
      before = word;
      meantBefore = meant;
    }
    text |= telling && isOneOf("entry", names);
    for (String name : telling ? HIDDEN : Set.<String>of()) {
      if (isOneOf(name, names)) {
        claimed.add(ZoneRole.BOILERPLATE);
      }
    }
    return new Said(first(claimed, sure), text);
  }

  private static Optional<Claim> first(Set<ZoneRole> claimed, boolean sure) {
    for (ZoneRole role : ORDER) {
      if (claimed.contains(role)) {
        return Optional.of(new Claim(role, sure));
      }
    }
    return Optional.empty();
  }

  /** What two words say together: "pull-quote", "next-prev". */
  private static Optional<ZoneRole> pair(String before, String word) {
    if (word.startsWith("quote") && before.startsWith("pull")) {
      return Optional.of(ZoneRole.PULL_QUOTE);
    }
    boolean ways =
        word.startsWith("next") && before.startsWith("prev")
            || word.startsWith("prev") && before.startsWith("next");
    return ways ? Optional.of(ZoneRole.NAVIGATION) : Optional.empty();
  }

  private static boolean isText(Meaning before, Meaning word) {
    return ((before.story() || before.content()) && word.text()) || (before.text() && word.story());
  }

  private static boolean isOneOf(String name, String names) {
    int at = names.indexOf(name);
    int end = at + name.length();
    return at >= 0
        && (at == 0 || names.charAt(at - 1) == ' ')
        && (end == names.length() || names.charAt(end) == ' ');
  }

  /** "article__related-links commentList" as its words, and a mark between two names. */
  static List<String> words(String names) {
    if (names.length() > LONGEST) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      boolean hump = start >= 0 && c <= 'Z' && names.charAt(i - 1) >= 'a';
      if (start >= 0 && (hump || !isLetter(c))) {
        words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
      if (isLetter(c)) {
        start = start < 0 ? i : start;
      } else if (c <= ' ') {
        words.add("|");
      }
    }
    if (start >= 0) {
      words.add(names.substring(start).toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static void words(ZoneRole role, String words) {
    for (String word : words.split(" ")) {
      BY_WORD.put(word, role);
    }
  }
}

package org.stemma.clean;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.stemma.model.ZoneRole;

/**
 * What an element's tag, class, id and ARIA role say about what it holds. The words are those that
 * content management systems share; none names a site.
 */
final class Hints {
  private static final Map<String, ZoneRole> BY_TAG =
      Map.of(
          "nav", ZoneRole.BOILERPLATE,
          "footer", ZoneRole.BOILERPLATE,
          "header", ZoneRole.BOILERPLATE,
          "aside", ZoneRole.BOILERPLATE,
          "dialog", ZoneRole.BOILERPLATE,
          "menu", ZoneRole.BOILERPLATE,
          "figcaption", ZoneRole.CAPTION,
          "caption", ZoneRole.CAPTION);

  private static final Set<String> ARIA =
      Set.of("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu");

  /** Elements that carry so many classes for styling that their words mean nothing. */
  private static final Set<String> FRAMES = Set.of("html", "body", "main", "article");

  private static final Map<String, ZoneRole> BY_WORD = new HashMap<>();

  static {
    words(ZoneRole.COMMENT, "comment comments disqus commentlist respond");
    words(
        ZoneRole.RELATED,
        "related recommended recommendation recommendations recirc recirculation trending popular"
            + " mostread teaser teasers outbrain taboola readmore morestories alsoread latest"
            + " readalso crosslinks seealso");
    words(
        ZoneRole.PROMOTION,
        "newsletter newsletters subscribe subscription signup promo promotion paywall donate"
            + " donation membership ad ads advert adverts advertisement advertising sponsored"
            + " sponsor dfp adslot promoted");
    words(
        ZoneRole.BOILERPLATE,
        "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar rail toolbar share"
            + " sharing sharebar social cookie cookies gdpr consent modal popup login search skip"
            + " pagination pager copyright disclaimer masthead siteheader rating ratings tooltip"
            + " hidden sr banner print addthis sharedaddy");
    words(ZoneRole.CAPTION, "caption figcaption credit credits photocredit imagecaption");
    words(ZoneRole.TAGS, "tags tag topics keywords taglist");
    words(ZoneRole.BYLINE, "byline author authors bylines");
  }

  private Hints() {}

  /** The role that an element claims for what it holds. */
  static Optional<ZoneRole> of(Element element) {
    String tag = element.normalName();
    if (FRAMES.contains(tag)) {
      return Optional.empty();
    }
    Optional<ZoneRole> byTag = Optional.ofNullable(BY_TAG.get(tag));
    if (byTag.isPresent()) {
      return byTag;
    }
    if (ARIA.contains(element.attr("role"))) {
      return Optional.of(ZoneRole.BOILERPLATE);
    }
    return byWords(element);
  }

  private static Optional<ZoneRole> byWords(Element element) {
    Set<ZoneRole> claimed = new HashSet<>();
    for (String attribute : new String[] {element.className(), element.id()}) {
      for (String word : words(attribute)) {
        ZoneRole role = BY_WORD.get(word);
        if (role != null) {
          claimed.add(role);
        }
      }
    }
    for (ZoneRole role : ORDER) {
      if (claimed.contains(role)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** "article__related-links commentList" as its words. */
  private static String[] words(String attribute) {
    if (attribute.isEmpty() || attribute.length() > LONGEST) {
      return new String[0];
    }
    return CAMEL.matcher(attribute).replaceAll(" ").toLowerCase(Locale.ROOT).split("[^a-z]+");
  }

  private static void words(ZoneRole role, String words) {
    for (String word : words.split(" ")) {
      BY_WORD.put(word, role);
    }
  }

  private static final int LONGEST = 500;
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** Where an element claims several roles, the first of these counts. */
  private static final ZoneRole[] ORDER = {
    ZoneRole.COMMENT,
    ZoneRole.PROMOTION,
    ZoneRole.RELATED,
    ZoneRole.CAPTION,
    ZoneRole.TAGS,
    ZoneRole.BYLINE,
    ZoneRole.BOILERPLATE
  };
}

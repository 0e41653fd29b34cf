package org.stemma.app.pages.view;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/** The addresses of our own pages. Whatever comes from outside is percent-encoded. */
public final class Links {
  private Links() {}

  /** An article. */
  public static String article(ArticleId id) {
    return "/article/" + encode(id.value());
  }

  /** A passage of an article, which is shown marked. */
  static String passage(ArticleId id, Span span) {
    return article(id) + "?at=" + span.start() + "-" + span.end() + "#sought";
  }

  /** The place of a witness in its article. */
  static String witness(Witness witness) {
    return article(witness.article()) + "#" + attributionAnchor(witness.span().start());
  }

  /** A statement. */
  static String statement(Statement statement) {
    return statement(statement.id());
  }

  /** A statement, by its id or that of a witness. */
  public static String statement(String id) {
    return "/statement/" + encode(id);
  }

  /** A speaker, by the id of the entity or of any of its bearings. */
  public static String speaker(String id) {
    return "/speaker/" + encode(id);
  }

  /** Whom an article means by a speaker; empty where that is nobody with a page. */
  static String speaker(ArticleId article, Speaker speaker, Entities entities) {
    return entities.of(article, speaker).map(entity -> speaker(entity.id())).orElse("");
  }

  /** An outlet. */
  public static String outlet(String name) {
    return "/outlet/" + encode(name);
  }

  /** The articles of an outlet. */
  static String articlesOf(String name) {
    return "/articles?outlet=" + encode(name);
  }

  /** Longest name made of an address, in code units. */
  private static final int PAGE_NAME = 60;

  /** An article's outlet; where none is known, the page by its host or its file. */
  static String outletName(Article article) {
    return article.outlet().orElseGet(() -> "page " + pageName(article));
  }

  private static String pageName(Article article) {
    String address = article.address();
    if (!outside(address).isEmpty()) {
      int start = address.indexOf("://") + 3;
      int end = address.indexOf('/', start);
      return "at "
          + Phrases.shortened(
              address.substring(start, end < 0 ? address.length() : end), PAGE_NAME);
    }
    String name = address.substring(address.lastIndexOf('/') + 1);
    return Phrases.shortened(name.isBlank() ? article.id().value() : name, PAGE_NAME);
  }

  static String attributionAnchor(int start) {
    return "a-" + start;
  }

  static String passageAnchor(int start) {
    return "s-" + start;
  }

  /** {@code address} where a browser may follow it, else empty: only http and https are links. */
  static String outside(String address) {
    String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
    boolean followed = start.startsWith("http://") || start.startsWith("https://");
    return followed && address.chars().noneMatch(c -> c <= ' ') ? address : "";
  }

  /** What {@link #encode} encoded; as it is where the percent signs make no sense. */
  public static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** For a path segment or a query value. */
  static String encode(String value) {
    // A tilde needs no encoding (RFC 3986, 2.3), and the ids of speakers have one.
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }
}

package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import org.stemma.model.Article;

/** What things are called in linked data. */
final class Iris {
  /** Of what has no address of its own on the web. The "x-" says that nobody registered it. */
  private static final String OURS = "urn:x-stemma:";

  private Iris() {}

  /** The page's own address where it has one. */
  static String article(Article article) {
    String address = article.address();
    String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
    boolean web = start.startsWith("http://") || start.startsWith("https://");
    return web && address.chars().allMatch(Iris::mayStand)
        ? address
        : of("article", article.id().value());
  }

  /** RFC 3987 without what it excludes. */
  private static boolean mayStand(int c) {
    return c > ' ' && c != 0x7F && "<>\"{}|\\^`".indexOf(c) < 0 && !Character.isSurrogate((char) c);
  }

  /**
   * @param kind a word of ours: statement, witness, speaker
   */
  static String of(String kind, String id) {
    return OURS + kind + ":" + URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }
}

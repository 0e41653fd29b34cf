package org.stemma.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.stemma.model.Extent;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.text.WebAddresses;

/** What feeds of all kinds have in common: entries with a text, a headline, a link. */
final class FeedText {
  /** Characters of a text from which a feed's content may be the whole article: a short brief. */
  private static final int WHOLE_FROM = 700;

  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/]|&(?:#?[a-zA-Z0-9]{2,10});");
  private static final Pattern GOES_ON =
      Pattern.compile("(?:\\[?(?:…|\\.\\.\\.)\\]?|(?:read|continue) (?:more|reading)\\W{0,3})$");

  private FeedText() {}

  /** What is escaped in a feed is HTML, unless it holds neither tag nor entity. */
  static Page.Content content(String text) {
    return MARKUP.matcher(text).find() ? new Page.Html(text) : new Page.PlainText(text);
  }

  /** A headline, which may be escaped twice. */
  static Optional<String> line(String text) {
    String plain = MARKUP.matcher(text).find() ? Jsoup.parse(text).text() : text;
    String line = plain.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  /** How much of its article an element that can hold all of it holds. */
  static Extent extent(Page.Content content, Extent medium) {
    String text =
        content instanceof Page.Html html
            ? Jsoup.parse(html.markup()).text()
            : ((Page.PlainText) content).text().strip();
    String end = text.substring(Math.max(0, text.length() - 40)).toLowerCase(Locale.ROOT);
    boolean whole = text.length() >= WHOLE_FROM && !GOES_ON.matcher(end).find();
    return whole ? medium : Extent.SUMMARY;
  }

  /** An address that leads to a page, made absolute where that can be. */
  static Optional<String> address(String link, String base) {
    String stripped = link.strip().replace(" ", "%20");
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    String absolute = StringUtil.resolve(base, stripped);
    String address = absolute.isEmpty() ? stripped : absolute;
    boolean other = SCHEME.matcher(address).lookingAt() && !WebAddresses.isWeb(address);
    return other ? Optional.empty() : Optional.of(address);
  }

  /** What is told of the entries beyond the limit. */
  static Reading tooMany(Piece feed, int left) {
    return new Reading.Unreadable(
        feed.place() + ", behind entry " + Limits.FEED_ENTRIES,
        feed.transport().address(),
        Outcome.Kind.TOO_LARGE,
        left + " more entries, which are not read");
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was read, before anything is made of it.
 *
 * @param place where it was read, for messages: a path, {@code pages.zip!/a.html}, {@code
 *     lines.jsonl, line 7}
 * @param address the page's own address where one is known (a URL), else a name that stays the same
 *     when the same file is read again from another folder: the file's name
 * @param content the characters as read
 */
public record Page(String place, String address, Content content) {
  public Page {
    requireNonNull(place, "place");
    requireNonNull(address, "address");
    requireNonNull(content, "content");
  }

  /** The kinds of content that a page can have. */
  public sealed interface Content {}

  /** Text as a scraper left it, furniture and all. */
  public record PlainText(String text) implements Content {
    public PlainText {
      requireNonNull(text, "text");
    }
  }

  /** An HTML document, decoded to characters. */
  public record Html(String markup) implements Content {
    public Html {
      requireNonNull(markup, "markup");
    }
  }

  /**
   * An article that comes with some of its fields: one line of JSON Lines. Its text is kept as it
   * is; what is not given is found by cleaning.
   *
   * @param zones empty when none were given; then the text is cleaned as plain text
   */
  public record Given(
      Optional<ArticleId> id,
      String text,
      Optional<String> outlet,
      Optional<String> headline,
      Optional<String> byline,
      Optional<String> dateline,
      List<FoundDate> dates,
      Optional<String> language,
      List<Zone> zones)
      implements Content {
    public Given {
      requireNonNull(id, "id");
      requireNonNull(text, "text");
      requireNonNull(outlet, "outlet");
      requireNonNull(headline, "headline");
      requireNonNull(byline, "byline");
      requireNonNull(dateline, "dateline");
      requireNonNull(language, "language");
      dates = List.copyOf(dates);
      zones = List.copyOf(zones);
    }
  }
}

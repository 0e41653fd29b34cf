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
 * @param imprint what was told about the page by whoever collected it: a feed, the other fields of
 *     a JSON line. What the page itself says is found by cleaning
 * @param dates told in the same way, each with where it was read
 * @param content the characters as read
 */
public record Page(
    String place,
    String address,
    Imprint imprint,
    List<FoundDate> dates,
    Extent extent,
    Content content) {
  public Page {
    requireNonNull(place, "place");
    requireNonNull(address, "address");
    requireNonNull(imprint, "imprint");
    requireNonNull(extent, "extent");
    requireNonNull(content, "content");
    dates = List.copyOf(dates);
  }

  /** A page that came with nothing but its content. */
  public Page(String place, String address, Content content) {
    this(place, address, Imprint.NONE, List.of(), Extent.WHOLE, content);
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
   * An article that was cleaned or collected before: one line of JSON Lines. Its text is kept as it
   * is.
   *
   * @param zones empty when none were given; then the text is cleaned as plain text
   * @param comments empty when none were given, or no zones
   * @param marks the attributions that somebody marked in the text
   */
  public record Given(
      Optional<ArticleId> id,
      String text,
      Optional<String> language,
      List<Zone> zones,
      List<Comment> comments,
      Marks marks)
      implements Content {
    public Given {
      requireNonNull(id, "id");
      requireNonNull(text, "text");
      requireNonNull(language, "language");
      zones = List.copyOf(zones);
      comments = List.copyOf(comments);
      requireNonNull(marks, "marks");
    }

    /** An article in which nobody marked attributions. */
    public Given(
        Optional<ArticleId> id,
        String text,
        Optional<String> language,
        List<Zone> zones,
        List<Comment> comments) {
      this(id, text, language, zones, comments, Marks.NONE);
    }

    /** A text of which nothing else is known. */
    public Given(String text) {
      this(Optional.empty(), text, Optional.empty(), List.of(), List.of());
    }
  }

  /**
   * The attributions that somebody marked in a given text. Only who asks for them minds a fault.
   *
   * @param fault what is wrong with them, in words; then there are none
   */
  public record Marks(List<Mark> attributions, Optional<String> fault) {
    public static final Marks NONE = new Marks(List.of(), Optional.empty());

    public Marks {
      attributions = List.copyOf(attributions);
      requireNonNull(fault, "fault");
    }
  }

  /**
   * One attribution as marked by hand or by another program. Spans of a role stand in text order.
   *
   * @param source may be empty
   * @param cue may be empty
   * @param content never empty
   */
  public record Mark(List<Span> source, List<Span> cue, List<Span> content) {
    public Mark {
      source = List.copyOf(source);
      cue = List.copyOf(cue);
      content = List.copyOf(content);
      if (content.isEmpty()) {
        throw new IllegalArgumentException("a marked attribution needs a content");
      }
    }
  }
}

package org.stemma.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.ArticleId;
import org.stemma.model.Comment;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Page;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.IsoDates;

/**
 * One line of JSON Lines: an article with the fields that {@code stemma read} writes, of which only
 * {@code text} is needed. Other fields are passed over. Positions in the line are code points, in
 * the page UTF-16 code units.
 */
final class Line {
  private static final JsonFactory JSON =
      Json.parsers(Json.DEPTH).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** A stretch of the text as it stands in the line, with its other fields. */
  private record Stretch(int start, int end, Map<String, String> fields) {
    static Stretch of(Map<String, String> fields, String what) throws BadLine {
      return new Stretch(number(fields, what, "start"), number(fields, what, "end"), fields);
    }

    Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
  }

  private final Map<String, String> fields = new HashMap<>();
  private final List<FoundDate> dates = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<Stretch> zones = new ArrayList<>();
  private final List<Stretch> comments = new ArrayList<>();
  private final MarkedLine marks = new MarkedLine();

  private Line() {}

  /**
   * Reads one line; never throws for what it holds.
   *
   * @param name stands as address where the line tells none
   */
  static Reading read(String place, String name, byte[] json) {
    Line line = new Line();
    try (JsonParser parser = JSON.createParser(json)) {
      line.readObject(parser);
      return new Reading.Found(line.page(place, name));
    } catch (BadLine e) {
      return new Reading.Unreadable(place, e.getMessage());
    } catch (StreamConstraintsException e) {
      return new Reading.Unreadable(place, "JSON nested too deep or with too long a number");
    } catch (JsonProcessingException e) {
      return new Reading.Unreadable(place, reason(e));
    } catch (IOException e) {
      return new Reading.Unreadable(place, "broken JSON");
    }
  }

  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    if (message.startsWith("Duplicate field")) {
      return "a field stands there twice";
    }
    return "broken JSON"
        + (e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr());
  }

  private void readObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new BadLine("not a JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      readField(parser, name, value);
    }
    if (parser.nextToken() != null) {
      throw new BadLine("more than one JSON value");
    }
  }

  private void readField(JsonParser parser, String name, JsonToken value) throws IOException {
    if (value == JsonToken.START_ARRAY && name.equals("dates")) {
      readDates(parser);
    } else if (value == JsonToken.START_ARRAY && name.equals("zones")) {
      readStretches(parser, "zone", zones);
    } else if (value == JsonToken.START_ARRAY && name.equals("comments")) {
      readStretches(parser, "comment", comments);
    } else if (value == JsonToken.START_ARRAY && name.equals("attributions")) {
      marks.read(parser);
    } else if (value == JsonToken.START_ARRAY && name.equals("authors")) {
      readAuthors(parser);
    } else if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
      readText(name, value, parser);
    } else {
      parser.skipChildren();
    }
  }

  private void readText(String name, JsonToken value, JsonParser parser) throws IOException {
    switch (name) {
      case "text" -> {
        if (value == JsonToken.VALUE_STRING) {
          fields.put(name, Decoding.sound(parser.getText()));
        }
      }
      case "id",
          "address",
          "url",
          "outlet",
          "headline",
          "title",
          "byline",
          "dateline",
          "credit",
          "extent",
          "language",
          "date" ->
          fields.put(name, Decoding.sound(parser.getText()));
      default -> {
        // Other programs' fields are theirs.
      }
    }
  }

  private void readDates(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> date = strings(parser);
      IsoDates.lenient(date.getOrDefault("value", ""))
          .ifPresent(
              value -> {
                DateOrigin origin = origin(date.getOrDefault("origin", ""));
                String sense = date.getOrDefault("sense", "");
                dates.add(
                    new FoundDate(
                        value, origin, named(DateSense.class, sense, origin.usualSense())));
              });
    }
  }

  private void readAuthors(JsonParser parser) throws IOException {
    for (JsonToken next = parser.nextToken();
        next != null && next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.VALUE_STRING && !parser.getText().isBlank()) {
        authors.add(Decoding.sound(parser.getText()));
      }
      parser.skipChildren();
    }
  }

  private static void readStretches(JsonParser parser, String what, List<Stretch> read)
      throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      read.add(Stretch.of(strings(parser), what));
    }
  }

  private static Map<String, String> strings(JsonParser parser) throws IOException {
    Map<String, String> strings = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken().isScalarValue()) {
        strings.put(name, Decoding.sound(parser.getText()));
      } else {
        parser.skipChildren();
      }
    }
    return strings;
  }

  private Page page(String place, String name) throws BadLine {
    String text = fields.get("text");
    if (text == null) {
      throw new BadLine("no field \"text\" with a string");
    }
    if (text.isBlank()) {
      throw new BadLine("its text is empty");
    }
    field("date")
        .flatMap(IsoDates::lenient)
        .ifPresent(value -> dates.add(new FoundDate(value, DateOrigin.GIVEN)));
    String address =
        field("address").or(() -> field("url")).or(() -> field("id")).orElse(name).strip();
    return new Page(
        place,
        address,
        imprint(),
        dates.stream().distinct().toList(),
        named(Extent.class, fields.getOrDefault("extent", ""), Extent.WHOLE),
        new Page.Given(
            field("id").flatMap(Line::articleId),
            text,
            field("language"),
            zones(text),
            comments(text),
            marks.in(text)));
  }

  private Imprint imprint() {
    return new Imprint(
        field("outlet"),
        field("headline").or(() -> field("title")),
        field("byline"),
        authors,
        field("dateline"),
        field("credit"));
  }

  private Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  private List<Zone> zones(String text) throws BadLine {
    List<Span> spans = utf16(zones, "zone", text);
    List<Zone> found = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      found.add(new Zone(role(zones.get(i).fields()), spans.get(i)));
    }
    return found;
  }

  private List<Comment> comments(String text) throws BadLine {
    List<Span> spans = utf16(comments, "comment", text);
    List<Comment> found = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Stretch comment = comments.get(i);
      found.add(
          new Comment(
              spans.get(i),
              comment.field("writer"),
              comment.field("reply_to"),
              comment.field("time")));
    }
    return found;
  }

  private static List<Span> utf16(List<Stretch> stretches, String what, String text)
      throws BadLine {
    List<Span> found = new ArrayList<>();
    int at = 0;
    int counted = 0;
    for (Stretch stretch : stretches) {
      if (stretch.start() < counted || stretch.end() <= stretch.start()) {
        throw new BadLine("its " + what + "s overlap or are out of order");
      }
      try {
        int start = text.offsetByCodePoints(at, stretch.start() - counted);
        at = text.offsetByCodePoints(start, stretch.end() - stretch.start());
        counted = stretch.end();
        found.add(new Span(start, at));
      } catch (IndexOutOfBoundsException e) {
        throw new BadLine("a " + what + " ends beyond its text");
      }
    }
    return found;
  }

  private static ZoneRole role(Map<String, String> zone) throws BadLine {
    String role = zone.getOrDefault("role", "");
    try {
      return ZoneRole.valueOf(role.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadLine("a zone with a role that Stemma does not know");
    }
  }

  private static int number(Map<String, String> fields, String what, String name) throws BadLine {
    try {
      return Integer.parseInt(fields.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new BadLine("a " + what + " without a whole number as its " + name);
    }
  }

  /** An id that Stemma cannot use is as good as none: one is made of address and text. */
  private static Optional<ArticleId> articleId(String id) {
    try {
      return Optional.of(new ArticleId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static DateOrigin origin(String name) {
    return named(DateOrigin.class, name, DateOrigin.GIVEN);
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name, E otherwise) {
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  /** What is wrong with a line, for people. */
  private static final class BadLine extends IOException {
    BadLine(String reason) {
      super(reason);
    }
  }
}

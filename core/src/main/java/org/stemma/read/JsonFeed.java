package org.stemma.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.text.IsoDates;
import org.stemma.text.WebAddresses;

/** A JSON Feed (jsonfeed.org, version 1 and 1.1). Each item is a page, or told of. */
final class JsonFeed implements Source {
  private static final JsonFactory JSON = Json.parsers(Json.DEPTH).build();

  /** The fields of one item that are strings, and who wrote it. */
  private record Item(Map<String, String> fields, List<String> authors) {
    Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
  }

  private final Piece piece;
  private final Limits limits;
  private final List<Item> items = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private int left;
  private Optional<String> title = Optional.empty();
  private Optional<Iterator<Reading>> readings = Optional.empty();

  JsonFeed(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() {
    if (readings.isEmpty()) {
      readings = Optional.of(read().iterator());
    }
    Iterator<Reading> left = readings.get();
    return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }

  private List<Reading> read() {
    Taken taken = Taken.from(piece.bytes(), limits.pageBytes());
    Optional<Reading.Unreadable> refusal = taken.refusal(piece, limits.pageBytes());
    if (refusal.isPresent()) {
      return List.of(refusal.get());
    }
    boolean whole = parse(Decoding.text(taken.bytes(), piece.transport().charset()));
    List<Reading> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      found.add(reading(items.get(i), i + 1));
    }
    if (left > 0) {
      found.add(FeedText.tooMany(piece, left));
    } else if (!whole) {
      found.add(
          new Reading.Unreadable(
              piece.place() + ", behind entry " + items.size(),
              piece.transport().address(),
              Outcome.Kind.BROKEN,
              "broken JSON"));
    } else if (items.isEmpty()) {
      found.add(piece.unreadable(Outcome.Kind.EMPTY, "a feed without entries"));
    }
    return found;
  }

  /** False where the JSON is broken; what was read before is kept. */
  private boolean parse(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("items") && value == JsonToken.START_ARRAY) {
          readItems(parser);
        } else if (name.equals("title") && value == JsonToken.VALUE_STRING) {
          title = FeedText.line(Decoding.sound(parser.getText()));
        } else if (name.startsWith("author")) {
          readAuthors(parser, authors);
        } else {
          parser.skipChildren();
        }
      }
      return parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }

  private void readItems(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        Item item = new Item(new HashMap<>(), new ArrayList<>());
        readItem(parser, item);
        if (items.size() < Limits.FEED_ENTRIES) {
          items.add(item);
        } else {
          left++;
        }
      } else if (parser.currentToken() == null) {
        throw new IOException("ends inside its items");
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void readItem(JsonParser parser, Item item) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.startsWith("author")) {
        readAuthors(parser, item.authors());
      } else if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
        item.fields().put(name, Decoding.sound(parser.getText()));
      } else {
        parser.skipChildren();
      }
    }
  }

  /** One author is an object, several are an array of them; each has a name. */
  private static void readAuthors(JsonParser parser, List<String> authors) throws IOException {
    if (!parser.currentToken().isStructStart()) {
      return;
    }
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new IOException("ends inside its authors");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      boolean name = token == JsonToken.VALUE_STRING && "name".equals(parser.currentName());
      if (name && !parser.getText().isBlank()) {
        authors.add(Decoding.sound(parser.getText()).strip());
      }
    }
  }

  private Reading reading(Item item, int number) {
    String place = piece.place() + ", entry " + number;
    String base = piece.transport().address().orElse("");
    Optional<String> address =
        item.field("url")
            .or(() -> item.field("external_url"))
            .or(() -> item.field("id").filter(WebAddresses::isWeb))
            .flatMap(link -> FeedText.address(link, base));
    Optional<Page.Content> whole =
        item.field("content_html")
            .<Page.Content>map(Page.Html::new)
            .or(() -> item.field("content_text").map(Page.PlainText::new));
    Optional<Page.Content> content = whole.or(() -> item.field("summary").map(Page.PlainText::new));
    if (content.isEmpty()) {
      return new Reading.Unreadable(
          place, address, Outcome.Kind.EMPTY, "an entry of a feed without a text");
    }
    Extent medium = piece.transport().extent();
    return new Reading.Found(
        new Page(
            place,
            address.or(() -> item.field("id")).orElse(piece.name()),
            imprint(item),
            dates(item),
            whole.isPresent() ? FeedText.extent(content.get(), medium) : Extent.SUMMARY,
            content.get()));
  }

  private Imprint imprint(Item item) {
    return new Imprint(
        title,
        item.field("title").flatMap(FeedText::line),
        Optional.empty(),
        item.authors().isEmpty() ? authors : item.authors(),
        Optional.empty(),
        Optional.empty());
  }

  private List<FoundDate> dates(Item item) {
    List<FoundDate> dates = new ArrayList<>();
    item.field("date_published")
        .flatMap(IsoDates::lenient)
        .ifPresent(date -> dates.add(new FoundDate(date, DateOrigin.FEED)));
    item.field("date_modified")
        .flatMap(IsoDates::lenient)
        .ifPresent(date -> dates.add(new FoundDate(date, DateOrigin.FEED, DateSense.UPDATED)));
    dates.addAll(piece.transport().dates());
    return dates;
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}

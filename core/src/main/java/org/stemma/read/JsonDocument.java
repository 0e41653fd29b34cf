package org.stemma.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.stemma.model.Outcome;

/**
 * JSON that is not in lines: one article over several lines, or an array of articles. Each is read
 * as a line of JSON Lines would be.
 */
final class JsonDocument implements Source {
  /** As deep as a line's may be, and the array. */
  private static final JsonFactory JSON = Json.parsers(Json.DEPTH + 1).build();

  private final Piece piece;
  private final Limits limits;
  private byte[] bytes = new byte[0];
  private Optional<JsonParser> parser = Optional.empty();
  private boolean array;
  private boolean ended;
  private long number;

  JsonDocument(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      return parser.isPresent() ? nextOf(parser.get()) : first();
    } catch (IOException e) {
      ended = true;
      String place = number == 0 ? piece.place() : piece.place() + ", behind item " + number;
      return Optional.of(new Reading.Unreadable(place, "broken JSON"));
    }
  }

  private Optional<Reading> first() throws IOException {
    Taken taken = Taken.from(piece.bytes(), limits.lineBytes());
    Optional<Reading.Unreadable> refusal = taken.refusal(piece, limits.lineBytes());
    if (refusal.isPresent()) {
      ended = true;
      return Optional.of(refusal.get());
    }
    bytes = taken.bytes();
    JsonParser opened = JSON.createParser(bytes);
    parser = Optional.of(opened);
    array = opened.nextToken() == JsonToken.START_ARRAY;
    return array ? nextOf(opened) : Optional.of(item(opened));
  }

  private Optional<Reading> nextOf(JsonParser json) throws IOException {
    JsonToken next = json.nextToken();
    if (array && next != null && next != JsonToken.END_ARRAY) {
      number++;
      return Optional.of(item(json));
    }
    ended = true;
    if (array && next == null) {
      throw new IOException("ends inside its array");
    }
    boolean nothing = array && number == 0;
    return nothing
        ? Optional.of(piece.unreadable(Outcome.Kind.EMPTY, "holds no article"))
        : Optional.empty();
  }

  /** What the parser stands at, from its first byte to its last. */
  private Reading item(JsonParser json) {
    String place = array ? piece.place() + ", item " + number : piece.place();
    int start = (int) json.currentTokenLocation().getByteOffset();
    try {
      json.skipChildren();
    } catch (IOException e) {
      ended = true;
      return new Reading.Unreadable(place, "broken JSON");
    }
    int end = (int) json.currentLocation().getByteOffset();
    return Line.read(place, piece.address(), Arrays.copyOfRange(bytes, start, end));
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}

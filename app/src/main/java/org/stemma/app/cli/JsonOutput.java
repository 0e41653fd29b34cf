package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stemma.model.Speaker;

/** JSON on standard output, one value a line. */
final class JsonOutput {
  /** What stands for a half of a surrogate pair: U+FFFD, one character like the half itself. */
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final JsonGenerator json;

  JsonOutput(OutputStream out) {
    // Jackson's own UTF-8 writer refuses a text with half a surrogate pair; broken scrapes have
    // some.
    Writer writer =
        new OutputStreamWriter(
            out,
            UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT));
    try {
      json = new JsonFactory().createGenerator(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  /** Writes one value and hands it on when {@code flush} says so. */
  void write(boolean flush, Value value) {
    try {
      value.writeTo(json);
      if (flush) {
        json.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the last line and hands all of it on. */
  void finish(boolean anyWritten) {
    try {
      if (anyWritten) {
        json.writeRaw('\n');
      }
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a constant as files have it. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A field that is null where there is no value. */
  static void field(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** The name of a speaker who has one. */
  static Optional<String> nameOf(Speaker speaker) {
    return speaker instanceof Speaker.Named named ? Optional.of(named.name()) : Optional.empty();
  }

  /** Three places: more would claim a precision that no confidence or likeness has. */
  static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  /** Writes one value. */
  @FunctionalInterface
  interface Value {
    void writeTo(JsonGenerator json) throws IOException;
  }
}

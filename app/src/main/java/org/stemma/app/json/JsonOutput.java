package org.stemma.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.Speaker;

/** JSON, one value a line, in UTF-8 whatever the texts hold. Not thread-safe. */
public final class JsonOutput {
  /** What stands for a half of a surrogate pair: U+FFFD, one character like the half itself. */
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final JsonGenerator json;

  /**
   * @param out stays the caller's to close
   */
  public JsonOutput(OutputStream out) {
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
  public void write(boolean flush, Value value) {
    try {
      value.writeTo(json);
      if (flush) {
        json.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes one value made of maps, lists, texts, numbers, truth values and nulls.
   *
   * @throws IllegalArgumentException when it is made of something else
   */
  public void write(Object value) {
    write(false, json -> write(json, value));
  }

  /** A document of its own, of such a value. */
  public static byte[] document(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonOutput out = new JsonOutput(bytes);
    out.write(value);
    out.finish(false);
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        json.writeFieldName((String) field.getKey());
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      single(json, value);
    }
  }

  private static void single(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      throw new IllegalArgumentException(value.getClass() + " has no form in JSON here");
    }
  }

  /** Ends the last line and hands all of it on. */
  public void finish(boolean anyWritten) {
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
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A field that is null where there is no value. */
  public static void field(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /** A field that is an array of texts. */
  public static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** The name of a speaker who has one. */
  public static Optional<String> nameOf(Speaker speaker) {
    return speaker instanceof Speaker.Named named ? Optional.of(named.name()) : Optional.empty();
  }

  /** Three places: more would claim a precision that no confidence or likeness has. */
  public static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  /** Writes one value. */
  @FunctionalInterface
  public interface Value {
    void writeTo(JsonGenerator json) throws IOException;
  }
}

package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Optional;

/**
 * JSON in UTF-8, written as it comes, one item a line; texts with broken halves of characters too.
 */
final class LinkedFile {
  private final JsonGenerator json;

  LinkedFile(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(new OutputStreamWriter(out, UTF_8));
  }

  JsonGenerator json() {
    return json;
  }

  LinkedFile open() throws IOException {
    json.writeStartObject();
    return this;
  }

  LinkedFile open(String field) throws IOException {
    json.writeObjectFieldStart(field);
    return this;
  }

  LinkedFile close() throws IOException {
    json.writeEndObject();
    return this;
  }

  LinkedFile list(String field) throws IOException {
    json.writeArrayFieldStart(field);
    return this;
  }

  LinkedFile endList() throws IOException {
    json.writeEndArray();
    return this;
  }

  /** So that a file can be looked at and compared line by line. */
  LinkedFile line() throws IOException {
    json.writeRaw('\n');
    return this;
  }

  LinkedFile put(String field, String value) throws IOException {
    json.writeStringField(field, value);
    return this;
  }

  /** A field that is left out where there is no value. */
  LinkedFile put(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      put(field, value.get());
    }
    return this;
  }

  LinkedFile put(String field, int value) throws IOException {
    json.writeNumberField(field, value);
    return this;
  }

  /** Closes the stream too. */
  void end() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}

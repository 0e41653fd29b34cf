package org.stemma.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent back. The body is not copied; nobody writes to it afterwards.
 *
 * @param status HTTP status, 200 to 599
 * @param contentType as in the header of that name
 * @param headers further headers; the security headers are added by {@link WebServer}
 * @param stream what is written as it comes; the body is empty then
 */
public record Answer(
    int status,
    String contentType,
    byte[] body,
    Map<String, String> headers,
    Optional<Stream> stream) {
  /** Writes a body of which nobody knows the length yet. */
  @FunctionalInterface
  public interface Stream {
    /**
     * @param out closed at the end
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  public Answer {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status " + status + " must lie in 200 to 599");
    }
    requireNonNull(contentType, "contentType");
    requireNonNull(body, "body");
    headers = Map.copyOf(headers);
    requireNonNull(stream, "stream");
  }

  /** An answer that is there as a whole. */
  public Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    this(status, contentType, body, headers, Optional.empty());
  }

  /**
   * A file to keep.
   *
   * @param name letters, digits, dots and hyphens
   */
  public static Answer download(String name, String contentType, Stream stream) {
    return new Answer(
        200,
        contentType,
        new byte[0],
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""),
        Optional.of(stream));
  }

  /** A page. */
  public static Answer html(int status, String markup) {
    return new Answer(status, HTML, markup.getBytes(UTF_8), Map.of());
  }

  /** A JSON document. */
  public static Answer json(int status, byte[] document) {
    return new Answer(status, JSON, document, Map.of());
  }

  /** Sends a browser on to {@code path} with GET. */
  public static Answer seeOther(String path) {
    return new Answer(303, HTML, new byte[0], Map.of("Location", path));
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more, stream);
  }
}

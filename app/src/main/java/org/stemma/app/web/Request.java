package org.stemma.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request. Used by the one thread that answers it. */
public final class Request {
  private static final int MEGABYTE = 1 << 20;

  private final HttpExchange exchange;
  private final String method;
  private final List<String> segments;
  private final Form query;

  /**
   * @throws Refusal when the address cannot be decoded
   */
  Request(HttpExchange exchange) {
    this.exchange = exchange;
    this.method = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
    this.segments = segments(exchange.getRequestURI().getRawPath());
    String raw = exchange.getRequestURI().getRawQuery();
    this.query = Form.urlEncoded(raw == null ? "" : raw);
  }

  /** In capitals; {@code HEAD} is told as {@code GET}. */
  public String method() {
    return method.equals("HEAD") ? "GET" : method;
  }

  /** The path's parts, each decoded: none for {@code /}. */
  public List<String> segments() {
    return segments;
  }

  /** The path's part at {@code index}; empty beyond the last. */
  public String segment(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  /** A value of the query; empty when it is missing. */
  public Optional<String> query(String name) {
    return query.field(name);
  }

  /** A header; of several the first. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /**
   * The body as a form, read once.
   *
   * @param limit greatest length in bytes
   * @throws Refusal when it is longer, or no form
   */
  public Form form(int limit) {
    String type = header("Content-Type").orElse("");
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "multipart/form-data" -> Multipart.read(body(limit), type);
      case "application/x-www-form-urlencoded" -> Form.urlEncoded(new String(body(limit), UTF_8));
      default -> throw new Refusal(415, "Send this as a form, not as \"" + bare + "\".");
    };
  }

  /**
   * The body, read once.
   *
   * @param limit greatest length in bytes
   * @throws Refusal when it is longer, or ends early
   */
  public byte[] body(int limit) {
    InputStream in = exchange.getRequestBody();
    try {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new Refusal(413, "That is more than " + size(limit) + ", the most taken at once.");
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal(400, "The request ended before all of it had come.");
    }
  }

  private static String size(int bytes) {
    return bytes >= MEGABYTE ? bytes / MEGABYTE + " MB" : bytes / 1024 + " kB";
  }

  private static List<String> segments(String rawPath) {
    List<String> found = new ArrayList<>();
    for (String part : rawPath.split("/", -1)) {
      if (!part.isEmpty()) {
        // In a path a plus sign is itself.
        found.add(Form.decode(part.replace("+", "%2B")));
      }
    }
    return List.copyOf(found);
  }
}

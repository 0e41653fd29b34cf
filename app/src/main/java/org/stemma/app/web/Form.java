package org.stemma.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields and files of a form, or of the query of an address. Of a field given twice the first
 * counts.
 *
 * @param files in the order of the form; file fields left empty are not listed
 */
public record Form(Map<String, String> fields, List<Upload> files) {
  /** More fields than any form of ours has; a longer list is cut. */
  private static final int MOST_FIELDS = 200;

  public Form {
    fields = Map.copyOf(fields);
    files = List.copyOf(files);
  }

  /** What was filled in; empty when the field is missing. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /**
   * Reads {@code a=1&b=2}.
   *
   * @throws Refusal when the percent signs make no sense
   */
  static Form urlEncoded(String text) {
    Map<String, String> fields = new HashMap<>();
    int at = 0;
    while (at < text.length() && fields.size() < MOST_FIELDS) {
      int end = text.indexOf('&', at);
      String pair = text.substring(at, end < 0 ? text.length() : end);
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      fields.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      at = end < 0 ? text.length() : end + 1;
    }
    return new Form(fields, List.of());
  }

  static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "A percent sign in the request is not followed by two hex digits.");
    }
  }
}

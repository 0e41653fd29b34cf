package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a header {@code Content-Type} says.
 *
 * @param name type and subtype in lower case, without parameters: {@code text/html}; empty where
 *     the header says nothing
 * @param charset the label as it stands there, which need not be one that anybody knows
 */
record MediaType(String name, Optional<String> charset) {
  /** Longer than any honest header of this kind. */
  private static final int LONGEST = 1000;

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([A-Za-z0-9_.:+-]{2,40})");

  private static final List<String> PARTS =
      List.of(
          "image/",
          "audio/",
          "video/",
          "font/",
          "text/css",
          "text/javascript",
          "text/dns",
          "application/javascript",
          "application/x-javascript",
          "application/ecmascript",
          "application/font",
          "application/x-font",
          "application/wasm",
          "application/ocsp",
          "application/vnd.ms-fontobject");

  MediaType {
    requireNonNull(name, "name");
    requireNonNull(charset, "charset");
  }

  /** True for what pages are made of and no page is: images, scripts, data. */
  boolean isPartOfPages() {
    return PARTS.stream().anyMatch(name::startsWith);
  }

  /** True for a page. */
  boolean isHtml() {
    return name.equals("text/html") || name.equals("application/xhtml+xml");
  }

  /** True for JSON, under any of its names. */
  boolean isJson() {
    return name.endsWith("/json") || name.endsWith("+json");
  }

  /** True for XML of any kind but XHTML. */
  boolean isXml() {
    return name.endsWith("/xml") || name.endsWith("+xml") && !isHtml();
  }

  /** Reads a header's value; never fails. */
  static MediaType of(String header) {
    String value = header.substring(0, Math.min(header.length(), LONGEST));
    int end = value.indexOf(';');
    String name = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    Matcher charset = CHARSET.matcher(end < 0 ? "" : value.substring(end));
    return new MediaType(name, charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
  }
}

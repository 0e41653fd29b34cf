package org.stemma.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code multipart/form-data} body (RFC 7578) that is wholly in memory. */
final class Multipart {
  /** RFC 2046 allows no longer boundary; the limit keeps the search linear. */
  private static final int LONGEST_BOUNDARY = 70;

  private static final int MOST_PARTS = 10_000;
  private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(ISO_8859_1);

  private final byte[] body;
  private final byte[] delimiter;
  private final Map<String, String> fields = new HashMap<>();
  private final List<Upload> files = new ArrayList<>();

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
  }

  /**
   * @throws Refusal when the body is not what {@code contentType} promises
   */
  static Form read(byte[] body, String contentType) {
    String boundary =
        parameter(contentType, "boundary")
            .filter(b -> !b.isEmpty() && b.length() <= LONGEST_BOUNDARY)
            .orElseThrow(() -> new Refusal(400, "The form has no usable boundary."));
    Multipart parts = new Multipart(body, boundary);
    parts.read();
    return new Form(parts.fields, parts.files);
  }

  private void read() {
    // The first delimiter stands at the start, without its line break.
    int at = startsWithDelimiter() ? delimiter.length - 2 : find(delimiter, 0);
    if (at < 0) {
      throw cutShort();
    }
    at = startsWithDelimiter() ? at : at + delimiter.length;
    for (int parts = 0; !isLast(at); parts++) {
      if (parts == MOST_PARTS) {
        throw new Refusal(413, "The form has more than " + MOST_PARTS + " parts.");
      }
      int headersEnd = find(END_OF_HEADERS, at);
      int end = headersEnd < 0 ? -1 : find(delimiter, headersEnd + END_OF_HEADERS.length - 2);
      if (end < 0) {
        throw cutShort();
      }
      String headers = new String(body, at, headersEnd - at, UTF_8);
      int start = headersEnd + END_OF_HEADERS.length;
      keep(headers, start, Math.max(start, end));
      at = end + delimiter.length;
    }
  }

  private void keep(String headers, int start, int end) {
    String disposition = disposition(headers);
    String name = parameter(disposition, "name").orElse("");
    Optional<String> file = parameter(disposition, "filename");
    if (file.isEmpty()) {
      fields.putIfAbsent(name, new String(body, start, end - start, UTF_8));
    } else if (!file.get().isEmpty() || end > start) {
      files.add(new Upload(file.get(), Arrays.copyOfRange(body, start, end)));
    }
  }

  private boolean startsWithDelimiter() {
    return matches(delimiter, 2, 0);
  }

  private boolean isLast(int at) {
    return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
  }

  private int find(byte[] wanted, int from) {
    for (int at = Math.max(0, from); at + wanted.length <= body.length; at++) {
      if (body[at] == wanted[0] && matches(wanted, 0, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(byte[] wanted, int skipped, int at) {
    int length = wanted.length - skipped;
    return at + length <= body.length
        && Arrays.equals(body, at, at + length, wanted, skipped, wanted.length);
  }

  private static Refusal cutShort() {
    return new Refusal(400, "The form ends before its last part does.");
  }

  private static String disposition(String headers) {
    for (String line : headers.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        return line;
      }
    }
    return "";
  }

  /** The value of {@code ; name=value} or {@code ; name="value"}. */
  private static Optional<String> parameter(String header, String name) {
    String wanted = name + "=";
    int at = 0;
    while ((at = nextParameter(header, at)) >= 0) {
      if (header.regionMatches(true, at, wanted, 0, wanted.length())) {
        return Optional.of(value(header, at + wanted.length()));
      }
    }
    return Optional.empty();
  }

  /** Past the next semicolon outside quotation marks, and the blanks after it; -1 at the end. */
  private static int nextParameter(String header, int from) {
    boolean quoted = false;
    for (int i = from; i < header.length(); i++) {
      if (header.charAt(i) == '"') {
        quoted = !quoted;
      } else if (header.charAt(i) == ';' && !quoted) {
        int start = i + 1;
        while (start < header.length() && header.charAt(start) == ' ') {
          start++;
        }
        return start;
      }
    }
    return -1;
  }

  private static String value(String header, int start) {
    boolean quoted = start < header.length() && header.charAt(start) == '"';
    int from = quoted ? start + 1 : start;
    int end = header.indexOf(quoted ? '"' : ';', from);
    String value = header.substring(from, end < 0 ? header.length() : end);
    // Browsers escape quotation marks and line breaks in names like this (WHATWG, form-data).
    return quoted
        ? value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
        : value.strip();
  }
}

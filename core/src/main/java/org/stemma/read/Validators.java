package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a server named the state of a page, to ask it later whether that changed (RFC 9110, section
 * 8.8).
 *
 * @param etag as it came, quotation marks and all
 * @param lastModified as it came
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Nothing is known. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /** Longer ones are passed over: they are kept, and sent with each request. */
  private static final int LONGEST = 1_000;

  public Validators {
    requireNonNull(etag, "etag");
    requireNonNull(lastModified, "lastModified");
    etag = etag.filter(Validators::canBeSent);
    lastModified = lastModified.filter(Validators::canBeSent);
  }

  static Validators of(Answer answer) {
    return new Validators(answer.header("etag"), answer.header("last-modified"));
  }

  private static boolean canBeSent(String value) {
    return !value.isBlank()
        && value.length() <= LONGEST
        && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  /** True where nothing is known. */
  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    etag.ifPresent(value -> headers.put("If-None-Match", value));
    lastModified.ifPresent(value -> headers.put("If-Modified-Since", value));
    return headers;
  }
}

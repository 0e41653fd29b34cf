package org.stemma.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server said to one request. Immutable as long as nobody writes into the body. */
final class Answer {
  static final int OK = 200;
  static final int NOT_MODIFIED = 304;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param headers the first value of each, by its name in lower case
   * @param body unpacked; empty unless the status is 200
   */
  Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Where one is sent on to; empty where one is not. */
  Optional<String> location() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> header("location");
      default -> Optional.empty();
    };
  }

  /** True where the server asks to be left in peace for a while. */
  boolean asksForPeace() {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }
}

package org.stemma.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server said to one request.
 *
 * @param headers the first value of each, by its name in lower case
 * @param body unpacked; empty unless the status is 200
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
  static final int OK = 200;
  static final int NOT_MODIFIED = 304;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  Answer {
    headers = Map.copyOf(headers);
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

package org.stemma.read;

import java.time.Duration;

/**
 * How much one fetch may cost.
 *
 * @param bodyBytes size of a body, unpacked
 * @param headBytes all that comes before a body, and what it takes to agree on a cipher
 * @param redirects how often one may be sent on
 * @param connect time to be let in
 * @param idle time without a byte
 * @param total time for one address, with its redirects and what robots.txt takes, but without the
 *     waiting that manners ask for
 */
record FetchLimits(
    int bodyBytes, int headBytes, int redirects, Duration connect, Duration idle, Duration total) {
  /** Real heads are seldom above 20 KB, real pages above 2 MB. */
  static final FetchLimits DEFAULT =
      new FetchLimits(
          Limits.DEFAULT.pageBytes(),
          256 << 10,
          5,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  FetchLimits {
    boolean positive = bodyBytes > 0 && headBytes > 0 && redirects >= 0;
    if (!positive || connect.toMillis() < 1 || idle.toMillis() < 1 || total.toMillis() < 1) {
      throw new IllegalArgumentException("each limit must be at least 1");
    }
  }

  /** "30 s"; in milliseconds where it is less than a second. */
  static String words(Duration time) {
    return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}

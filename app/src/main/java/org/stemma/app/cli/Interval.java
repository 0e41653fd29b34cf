package org.stemma.app.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time as it is typed: "15m". */
final class Interval {
  /** Who asks more often than this learns nothing more, and is a burden. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,7})([smhd])");

  private Interval() {}

  /** Between a minute and thirty days. */
  static Duration of(String typed) {
    Matcher parts = SPAN.matcher(typed.strip());
    if (!parts.matches()) {
      throw CommandFailed.wrongUse("\"" + typed + "\" is no time; write 90s, 15m, 2h or 1d.");
    }
    long number = Long.parseLong(parts.group(1));
    Duration time =
        switch (parts.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw CommandFailed.wrongUse(
          "Feeds are read once a minute at most, and once in 30d at least.");
    }
    return time;
  }
}

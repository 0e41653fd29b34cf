package org.stemma.app.cli;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.stemma.pipeline.Watch;

/** What {@code stemma watch} says: "10:15 paper.example: 3 new, 1 skipped". */
final class WatchText {
  private final Terminal terminal;
  private final List<String> feeds;
  private final DateTimeFormatter hour;

  WatchText(Terminal terminal, List<String> feeds, ZoneId zone) {
    this.terminal = terminal;
    this.feeds = feeds;
    this.hour = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
  }

  /** Prints the line of one feed at once, and what was skipped on standard error. */
  void visit(Watch.Visit visit) {
    terminal.print(line(visit));
    terminal.out().flush();
    ReportText.sayReasons(visit.listed(), 0, terminal);
  }

  String line(Watch.Visit visit) {
    return hour.format(visit.at())
        + " "
        + Words.plain(name(visit.feed()) + ": " + visit.trouble().orElseGet(() -> counts(visit)));
  }

  private static String counts(Watch.Visit visit) {
    StringJoiner counts = new StringJoiner(", ");
    count(counts, visit.added(), "new");
    count(counts, visit.skipped(), "skipped");
    count(counts, visit.waiting(), "left for later");
    return counts.length() == 0 ? "nothing new" : counts.toString();
  }

  private static void count(StringJoiner counts, long number, String what) {
    if (number > 0) {
      counts.add(String.format(Locale.ROOT, "%,d %s", number, what));
    }
  }

  /** The host; the whole address where several feeds have the same one. */
  private String name(String feed) {
    String host = host(feed);
    return feeds.stream().filter(other -> host(other).equals(host)).count() == 1 ? host : feed;
  }

  private static String host(String feed) {
    try {
      String host = URI.create(feed).getHost();
      return host == null ? feed : host;
    } catch (IllegalArgumentException e) {
      return feed;
    }
  }
}

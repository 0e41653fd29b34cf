package org.stemma.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.stemma.model.Outcome;
import org.stemma.pipeline.ReadingReport;

/** A reading report on a terminal: counts by kind, then the first reasons. */
final class ReportText {
  /** A person reads no more than this. */
  private static final int TOLD = 20;

  private ReportText() {}

  /** "empty: 3, not articles: 2"; empty where all went well. */
  static String kinds(ReadingReport report) {
    StringJoiner kinds = new StringJoiner(", ");
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      if (kind.isListed() && report.count(kind) > 0) {
        kinds.add(String.format(Locale.ROOT, "%s: %,d", Phrases.outcome(kind), report.count(kind)));
      }
    }
    return kinds.toString();
  }

  /**
   * Says the first reasons, one a line.
   *
   * @param unlisted number of those that are not at hand
   */
  static void sayReasons(List<Outcome> listed, long unlisted, Terminal terminal) {
    listed.stream().limit(TOLD).forEach(outcome -> say(outcome, terminal));
    long more = Math.max(0, listed.size() - TOLD) + unlisted;
    if (more > 0) {
      terminal.say(String.format(Locale.ROOT, "  and %,d more (--report FILE tells all)", more));
    }
  }

  private static void say(Outcome outcome, Terminal terminal) {
    terminal.say("  " + Words.plain(outcome.place() + ": " + outcome.reason()));
  }
}

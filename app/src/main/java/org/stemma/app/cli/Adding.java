package org.stemma.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.stemma.model.Outcome;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.ReadingReport;
import org.stemma.read.Pages;

/** Pages into a desk, with progress and what was skipped on standard error. */
final class Adding {
  private final Terminal terminal;

  Adding(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Adds places on this machine. */
  ReadingReport run(Desk desk, List<String> places) {
    return run(desk, Pages.open(places, terminal.in()), outcome -> {});
  }

  /**
   * @param pages closed when they are added
   * @param told hears what became of each page
   */
  ReadingReport run(Desk desk, Pages pages, Consumer<Outcome> told) {
    ReadingReport report;
    try (pages;
        ProgressLine progress = new ProgressLine(terminal)) {
      report = desk.add(pages, progress::reached, told);
    }
    String kinds = ReportText.kinds(report);
    if (!kinds.isEmpty()) {
      terminal.say("Of what was read: " + kinds + ".");
      ReportText.sayReasons(report.listed(), report.unlisted(), terminal);
    }
    return report;
  }

  /** "11 pages added, 1 known before, 2 skipped." */
  static String summary(ReadingReport report) {
    return String.format(
        Locale.ROOT,
        "%s added, %,d known before, %,d skipped.",
        Words.count(report.added(), "page", "pages"),
        report.known(),
        report.skipped());
  }
}

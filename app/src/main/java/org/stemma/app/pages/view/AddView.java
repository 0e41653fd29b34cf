package org.stemma.app.pages.view;

import java.util.List;
import org.stemma.pipeline.ReadingReport;

/**
 * What became of the pages that were dropped.
 *
 * @param summary "3 pages added, 1 was there before, 2 could not be read."
 * @param parts pages that were added though only a part of them is there
 */
public record AddView(String summary, List<OutcomeLine> parts, List<OutcomeLine> skipped) {
  public AddView {
    parts = List.copyOf(parts);
    skipped = List.copyOf(skipped);
  }

  /**
   * The view of a report.
   *
   * @param stopped true where somebody ended it before its end
   */
  public static AddView of(ReadingReport report, boolean stopped) {
    StringBuilder summary = new StringBuilder(Phrases.count(report.added(), "page") + " added");
    if (report.known() > 0) {
      summary
          .append(", ")
          .append(Phrases.number(report.known()))
          .append(report.known() == 1 ? " was there before" : " were there before");
    }
    if (report.skipped() > 0) {
      summary.append(", ").append(Phrases.number(report.skipped())).append(" could not be read");
    }
    summary.append('.').append(stopped ? " It was stopped before the end." : "");
    return new AddView(summary.toString(), lines(report, true), lines(report, false));
  }

  private static List<OutcomeLine> lines(ReadingReport report, boolean kept) {
    return report.listed().stream()
        .filter(outcome -> outcome.kind().isKept() == kept)
        .map(OutcomeLine::of)
        .toList();
  }
}

package org.stemma.app.pages.view;

import java.util.List;
import org.stemma.pipeline.ReadingReport;

/**
 * What became of the pages that were dropped.
 *
 * @param summary "3 pages added, 1 was there before, 2 could not be read."
 */
public record AddView(String summary, List<OutcomeLine> skipped) {
  public AddView {
    skipped = List.copyOf(skipped);
  }

  /** The view of a report. */
  public static AddView of(ReadingReport report) {
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
    return new AddView(
        summary.append('.').toString(), report.listed().stream().map(OutcomeLine::of).toList());
  }
}

package org.stemma.app.cli;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stemma.app.json.ArticleJson;
import org.stemma.app.json.Offsets;
import org.stemma.model.Annotated;
import org.stemma.model.Outcome;
import org.stemma.pipeline.Extraction;
import org.stemma.pipeline.ReadingReport;
import org.stemma.read.Pages;

/** Pages in, a line of JSON for each article out, a summary at the end. */
final class ArticleStream {
  private final Terminal terminal;
  private final ArticleJson json;
  private final ReadingReport.Tally tally = new ReadingReport.Tally();
  private final Consumer<Outcome> told;
  private long skipped;

  /**
   * @param told hears what became of each page
   */
  ArticleStream(Terminal terminal, Offsets offsets, Consumer<Outcome> told) {
    this.terminal = terminal;
    this.told = told;
    this.json = new ArticleJson(terminal.out(), offsets);
  }

  /** Runs to the end of the pages, closes them and tells the exit status. */
  int run(Pages pages, Extraction extraction, BiConsumer<ArticleJson, Annotated> line) {
    try (pages;
        ProgressLine progress = new ProgressLine(terminal)) {
      extraction.run(
          pages,
          annotated -> line.accept(json, annotated),
          outcome -> {
            tally.add(outcome);
            told.accept(outcome);
            skipped += outcome.kind().isSkipped() ? 1 : 0;
            progress.reached(json.written(), skipped);
          });
    }
    json.finish();
    ReadingReport report = tally.report();
    summarise(report);
    return json.written() == 0 && report.skipped() > 0 ? ExitStatus.FAILED : ExitStatus.DONE;
  }

  private void summarise(ReadingReport report) {
    String kinds = ReportText.kinds(report);
    String articles = Words.count(json.written(), "article", "articles");
    terminal.say(articles + (kinds.isEmpty() ? "." : "; " + kinds + "."));
    ReportText.sayReasons(report.listed(), report.unlisted(), terminal);
  }
}

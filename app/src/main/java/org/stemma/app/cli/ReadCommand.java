package org.stemma.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Extraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma read}: pages in, cleaned articles out. */
@Command(
    name = "read",
    description = {
      "Cleans pages: tells the article from what stands around it. Needs no desk.",
      ""
    },
    footer = {
      "",
      "In:   scraped pages.",
      "Out:  one line of JSON an article: id, address, outlet, headline, byline,",
      "      authors, dateline, credit, dates (each with where it was read and what it",
      "      tells), the day of publication with the reason, language, words, text,",
      "      zones (which stretch of the text is headline, body, comment and so on)",
      "      and comments with their writers.",
      "",
      "Example:",
      "  ./stemma read examples/desk"
    })
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private Places places;
  @Mixin private LineOptions lines;
  @Mixin private ReportOption report;
  @Mixin private HelpOption help;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> wanted = places.orStandardInput(terminal);
    return report.during(
        told ->
            new ArticleStream(terminal, lines.offsets(), told)
                .run(
                    wanted,
                    Extraction.articlesOnly(),
                    (json, annotated) -> json.writeArticle(annotated.article())));
  }
}

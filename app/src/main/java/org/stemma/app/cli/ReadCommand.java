package org.stemma.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Extraction;
import org.stemma.read.Pages;
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
      "In:   scraped pages. An address on the command line is fetched: http and https,",
      "      where robots.txt allows it, a host once a second, at most 10 MB. Addresses",
      "      that lead to private networks are never fetched, nor are those that stand",
      "      in pages, files or feeds.",
      "Out:  one line of JSON an article: id, address, outlet, headline, byline,",
      "      authors, dateline, credit, dates (each with where it was read and what it",
      "      tells), the day of publication with the reason, how much of the article",
      "      the page holds, language, words, text, zones (which stretch of the text",
      "      is headline, body, comment and so on) and comments with their writers.",
      "",
      "Example:",
      "  ./stemma read examples/desk"
    })
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PlacesOrAddresses places;
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
                    Pages.open(wanted, terminal.in(), places.fetching()),
                    Extraction.articlesOnly(),
                    (json, annotated) -> json.writeArticle(annotated.article())));
  }
}

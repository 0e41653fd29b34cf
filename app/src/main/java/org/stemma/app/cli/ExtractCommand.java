package org.stemma.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Extraction;
import org.stemma.read.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma extract}: who said what, page by page, without a desk. */
@Command(
    name = "extract",
    description = {"Finds who said what, page by page. Needs no desk.", ""},
    footer = {
      "",
      "In:   articles as 'stemma read' writes them, or raw pages. A line of JSON",
      "      Lines needs only \"id\" and \"text\".",
      "Out:  one line of JSON an article, in the order of the input:",
      "      {\"id\",\"attributions\":[{\"source\":[[s,e]...],\"cue\",\"content\",\"kind\",",
      "      \"speaker\",\"via\",\"act\",\"confidence\"}]}",
      "      s and e count characters of \"text\" from 0; the one at e is not in.",
      "",
      "Example:",
      "  ./stemma extract examples/desk"
    })
final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private Places places;
  @Mixin private LineOptions lines;
  @Mixin private ReportOption report;
  @Mixin private HelpOption help;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> wanted = places.orStandardInput(terminal);
    return report.during(
        told ->
            new ArticleStream(terminal, lines.offsets(), told)
                .run(
                    Pages.open(wanted, terminal.in()),
                    Extraction.withAttributions(),
                    ArticleJson::writeAttributions));
  }
}

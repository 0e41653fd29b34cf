package org.stemma.app.cli;

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
      "      authors, dateline, credit, dates (each with where it was read), the one",
      "      that is chosen and why, language, words, text, and zones: which stretch",
      "      of the text is headline, body, comment and so on.",
      "",
      "Example:",
      "  ./stemma read examples/desk"
    })
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private Places places;
  @Mixin private LineOptions lines;
  @Mixin private HelpOption help;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return new ArticleStream(terminal, lines.offsets())
        .run(
            places.orStandardInput(terminal),
            Extraction.articlesOnly(),
            (json, annotated) -> json.writeArticle(annotated.article()));
  }
}

package org.stemma.app.cli;

import java.util.List;
import java.util.function.BiConsumer;
import org.stemma.model.Annotated;
import org.stemma.pipeline.Extraction;
import org.stemma.read.Pages;

/** Pages in, a line of JSON for each article out, a summary at the end. */
final class ArticleStream {
  private final Terminal terminal;
  private final ArticleJson json;
  private final Skipped skipped = new Skipped();

  ArticleStream(Terminal terminal, Offsets offsets) {
    this.terminal = terminal;
    this.json = new ArticleJson(terminal.out(), offsets);
  }

  /** Runs to the end of the pages and tells the exit status. */
  int run(List<String> places, Extraction extraction, BiConsumer<ArticleJson, Annotated> line) {
    try (Pages pages = Pages.open(places, terminal.in());
        ProgressLine progress = new ProgressLine(terminal)) {
      extraction.run(
          pages,
          annotated -> {
            line.accept(json, annotated);
            progress.reached(json.written(), skipped.count());
          },
          outcome -> {
            skipped.add(outcome);
            progress.reached(json.written(), skipped.count());
          });
    }
    json.finish();
    summarise();
    return json.written() == 0 && skipped.count() > 0 ? ExitStatus.FAILED : ExitStatus.DONE;
  }

  private void summarise() {
    String articles = Words.count(json.written(), "article", "articles");
    if (skipped.count() == 0) {
      terminal.say(articles + ".");
    } else {
      terminal.say(articles + ", " + Words.count(skipped.count(), "skipped:", "skipped:"));
      skipped.sayTo(terminal);
    }
  }
}

package org.stemma.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.app.api.SearchJson;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.model.Witness;
import org.stemma.pipeline.Desk;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Place;
import org.stemma.search.Query;
import org.stemma.search.QueryException;
import org.stemma.store.Sought;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma search}: what was said, by words, speakers, acts, dates and outlets. */
@Command(
    name = "search",
    description = {"Finds what was said, by words, speakers, acts, dates and outlets.", ""},
    footer = {
      "",
      "In:   a query, in single quotation marks for the shell. Words are looked for in",
      "      the sentences in which somebody speaks:",
      "        warning shot          both words",
      "        \"warning shot\"        the words side by side",
      "        warn*                 words that begin so",
      "        speaker:\"Tomas Brel\"  who said it; likewise outlet:, first: (who had it",
      "                              first) and via: (who is credited)",
      "        act:denies            what they do with it",
      "        kind:direct           in quotation marks; kind:indirect, told",
      "        fate:sense            what became of it: sense, altered, truncated,",
      "                              retranslated, paraphrased, verbatim, shared, alone",
      "        change:negated        what this outlet changed",
      "        after:2031-03-12      before:, from:, to:, date:; or a month, a year",
      "        -ferry                not this",
      "        (ferry OR boat) sank  one or the other, together with a third",
      "Out:  statements, each with the sentences that fit, outlet, date and address;",
      "      sought words stand in [brackets].",
      "Exit status 1: nothing on record fits.",
      "",
      "Example:",
      "  ./stemma search 'act:denies \"warning shot\"' --desk /tmp/ferry"
    })
final class SearchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What is looked for.")
  private List<String> query = List.of();

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "outlets",
      description = "outlets (default, most first), newest or oldest.")
  private Found.Order order;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "Shows at most so many statements (default 20).")
  private int most;

  @Mixin private DeskOption desk;
  @Mixin private AnswerOptions answer;
  @Mixin private HelpOption help;

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (most < 1) {
      throw CommandFailed.wrongUse("--most is 1 or more, not " + most + ".");
    }
    Query wanted = parsed(String.join(" ", query).strip());
    try (Desk record = desk.open()) {
      Found found = record.find(wanted);
      if (answer.json()) {
        json(record, wanted, found);
      } else {
        text(record, wanted, found);
      }
      return found.statements() + found.elsewhere() == 0 ? ExitStatus.NO : ExitStatus.DONE;
    }
  }

  private static Query parsed(String typed) {
    if (typed.isEmpty()) {
      throw CommandFailed.wrongUse("Nothing was given to look for.");
    }
    try {
      return Query.parse(typed);
    } catch (QueryException e) {
      throw CommandFailed.wrongUse(e.getMessage());
    }
  }

  private void json(Desk record, Query wanted, Found found) {
    SearchJson json = new SearchJson(new ArticlesAtHand(record));
    terminal.print(json.line(wanted, found, order, 0, most));
  }

  private void text(Desk record, Query wanted, Found found) {
    if (found.statements() + found.elsewhere() == 0) {
      terminal.print("Nothing on record fits.");
      return;
    }
    Sheet sheet = new Sheet(terminal);
    ArticlesAtHand articles = new ArticlesAtHand(record);
    List<Found.Hit> hits = found.statements(order, 0, most);
    sheet.heading(
        Words.count(found.statements(), "statement", "statements")
            + (hits.size() < found.statements() ? ", " + hits.size() + " shown" : ""));
    for (int i = 0; i < hits.size(); i++) {
      sheet.blank();
      hit(sheet, i + 1, hits.get(i), wanted.sought(), articles);
    }
    if (found.elsewhere() > 0) {
      sheet.blank();
      sheet.heading(
          "In articles, where nobody is said to say it: "
              + Words.count(found.elsewhere(), "article", "articles"));
      for (Found.Elsewhere beside : found.elsewhere(0, most)) {
        Article article = articles.apply(beside.article());
        place(sheet, article, beside.sentence(), wanted.sought());
      }
    }
  }

  private static void hit(
      Sheet sheet, int number, Found.Hit hit, List<Sought> sought, ArticlesAtHand articles) {
    Witness first = hit.witnesses().get(0);
    sheet.entry(number, first.speaker().label() + " (" + Field.name(first.act()) + ")");
    for (Witness witness : hit.witnesses()) {
      place(sheet, articles.apply(witness.article()), witness.span(), sought);
    }
  }

  private static void place(Sheet sheet, Article article, Span stretch, List<Sought> sought) {
    Place place = Place.of(article.text(), stretch, sought);
    sheet.paragraph(5, Marked.words(article.text(), place.sentences(), place.words()));
    sheet.field("outlet", Phrases.outlet(article) + ", " + Phrases.published(article));
    sheet.field("address", article.address());
  }
}

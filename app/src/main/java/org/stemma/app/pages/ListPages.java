package org.stemma.app.pages;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.stemma.app.desk.Shelf;
import org.stemma.app.export.Wanted;
import org.stemma.app.pages.view.ArticleLine;
import org.stemma.app.pages.view.CopiesSwitch;
import org.stemma.app.pages.view.DisputeView;
import org.stemma.app.pages.view.ListView;
import org.stemma.app.pages.view.OutcomeLine;
import org.stemma.app.pages.view.OutletLine;
import org.stemma.app.pages.view.ReadingView;
import org.stemma.app.pages.view.StatementLine;
import org.stemma.app.pages.view.StatementsView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Outcome;
import org.stemma.model.Statement;

/** The lists behind the numbers of the home page. */
final class ListPages {
  /** Lines on a page. */
  static final int PAGE = 100;

  /** Pages have numbers of at most six digits. */
  private static final String PAGE_NUMBER = "[1-9]\\d{0,5}";

  private final Shelf shelf;
  private final Templates templates;

  ListPages(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer articles(Request request) {
    Optional<String> outlet = request.query("outlet");
    boolean undated = request.query("undated").isPresent();
    List<Article> found =
        shelf.articles().stream()
            .filter(a -> outlet.isEmpty() || a.outlet().equals(outlet))
            .filter(a -> !undated || a.published().isEmpty())
            .toList();
    String title =
        outlet
            .map(o -> "Articles of " + o)
            .orElse(undated ? "Articles without a date" : "Articles");
    ListView<ArticleLine> view =
        ListView.page(found, number(request), PAGE, addressOf(request), ArticleLine::of);
    return templates.page("articles", title, view);
  }

  Answer statements(Request request) {
    String kind = request.query("kind").orElse("all");
    Predicate<Statement> wanted = wanted(kind);
    List<Statement> found = new ArrayList<>(shelf.statements().stream().filter(wanted).toList());
    if (!kind.equals("all")) {
      found.sort(comparing(shelf::fate));
    }
    CopiesSwitch copies = CopiesSwitch.of(request.query(CopiesSwitch.NAME));
    ListView.Address address = addressOf(request);
    ListView<StatementLine> list =
        ListView.page(
            found, number(request), PAGE, copies.kept(address), s -> copies.line(s, shelf));
    return templates.page(
        "statements", title(kind), new StatementsView(list, copies.turned(address)));
  }

  Answer disputes(Request request) {
    Entities entities = shelf.entities();
    ListView<DisputeView> view =
        ListView.page(
            shelf.disputes(),
            number(request),
            PAGE,
            addressOf(request),
            d -> DisputeView.of(d, shelf::known, entities));
    return templates.page("disputes", "Disputes", view);
  }

  Answer reading(Request request) {
    Optional<Outcome.Kind> kind = request.query("kind").map(ListPages::kind);
    List<Outcome> all = shelf.outcomes();
    List<Outcome> shown =
        all.stream().filter(o -> kind.isEmpty() || o.kind() == kind.get()).toList();
    List<Article> articles = shelf.articles();
    Map<String, ArticleId> byAddress = new HashMap<>();
    articles.forEach(article -> byAddress.put(article.address(), article.id()));
    ListView<OutcomeLine> list =
        ListView.page(
            shown,
            number(request),
            PAGE,
            addressOf(request),
            outcome ->
                OutcomeLine.of(outcome, address -> Optional.ofNullable(byAddress.get(address))));
    return templates.page("reading", "What was read", ReadingView.of(articles.size(), all, list));
  }

  private static Outcome.Kind kind(String name) {
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      if (kind.isListed() && kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new Refusal(400, "There is no such kind of outcome.");
  }

  Answer outlets() {
    Map<String, Integer> counts =
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(s -> s));
    int unknown = 0;
    for (Article article : shelf.articles()) {
      if (article.outlet().isPresent()) {
        counts.merge(article.outlet().get(), 1, Integer::sum);
      } else {
        unknown++;
      }
    }
    List<OutletLine> lines = new ArrayList<>();
    counts.forEach((name, articles) -> lines.add(OutletLine.of(name, articles)));
    return templates.page("outlets", "Outlets", OutletLine.list(lines, unknown));
  }

  private Predicate<Statement> wanted(String kind) {
    if (kind.equals("all")) {
      return s -> true;
    }
    try {
      Wanted.Kind wanted = Wanted.Kind.named(kind);
      return s -> wanted.admits(s, shelf);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
  }

  private static String title(String kind) {
    return switch (kind) {
      case "shared" -> "Statements in more than one outlet";
      case "sense" -> "Statements whose sense may have changed";
      case "altered" -> "Statements altered on the way";
      case "truncated" -> "Statements cut on the way";
      case "retranslated" -> "Statements in a second translation";
      case "paraphrased" -> "Statements retold without quotation marks";
      case "verbatim" -> "Statements carried verbatim";
      default -> "Statements";
    };
  }

  /** Which page of a list is asked for, from 1. */
  static int number(Request request) {
    String page = request.query("page").orElse("1");
    if (!page.matches(PAGE_NUMBER)) {
      throw new Refusal(400, "A page's number is 1 or more.");
    }
    return Integer.parseInt(page);
  }

  /** The list's own address without the page's number, to make the neighbours' addresses of. */
  private static ListView.Address addressOf(Request request) {
    ListView.Address address = new ListView.Address("/" + request.segment(0));
    for (String name : List.of("kind", "outlet", "undated")) {
      Optional<String> value = request.query(name);
      if (value.isPresent()) {
        address = address.with(name, value.get());
      }
    }
    return address;
  }
}

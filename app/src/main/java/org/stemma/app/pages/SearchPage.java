package org.stemma.app.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.LinkView;
import org.stemma.app.pages.view.Links;
import org.stemma.app.pages.view.ListView;
import org.stemma.app.pages.view.Phrased;
import org.stemma.app.pages.view.SearchView;
import org.stemma.app.pages.view.StatementLine;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.model.Witness;
import org.stemma.search.Found;
import org.stemma.search.Found.Order;
import org.stemma.search.Query;
import org.stemma.search.QueryException;

/** What was said, found by words, speakers, acts, dates and outlets. */
final class SearchPage {
  /** Statements on a page. */
  private static final int PAGE = 20;

  /** Articles shown beside them, and statements that are nearest. */
  private static final int BESIDE = 8;

  private final Shelf shelf;
  private final Templates templates;

  SearchPage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer show(Request request) {
    String typed = typed(request);
    if (typed.isEmpty()) {
      return page(typed, 200, nothing(typed, List.of()));
    }
    try {
      return page(typed, 200, found(typed, Query.parse(typed), order(request), request));
    } catch (QueryException e) {
      return page(typed, 400, nothing(typed, List.of(wrong("/search", typed, e))));
    }
  }

  /** The query of an address; longer ones are cut, not refused. */
  static String typed(Request request) {
    String typed = request.query("q").orElse("").strip();
    return typed.substring(0, Math.min(typed.length(), Query.LONGEST));
  }

  private Answer page(String typed, int status, SearchView view) {
    return templates.page(status, "search", typed.isEmpty() ? "Search" : typed, view);
  }

  private static SearchView nothing(String typed, List<SearchView.Wrong> wrong) {
    return new SearchView(
        typed,
        wrong,
        List.of(),
        "",
        List.of(),
        wrong.isEmpty() ? SearchView.ways(new Query.Everything()) : List.of(),
        new ListView<>("0", List.of(), "", "", "", ""),
        List.of(),
        "",
        List.of(),
        List.of());
  }

  /**
   * @param path of the page that was asked
   */
  static SearchView.Wrong wrong(String path, String typed, QueryException e) {
    int at = Math.min(e.at(), typed.length());
    String plain =
        typed
            .replaceAll("[()\"“”:*]", " ")
            .replaceAll("(?<!\\S)-+", "")
            .replaceAll("(?<!\\S)(OR|AND|NOT)(?!\\S)", " ")
            .strip()
            .replaceAll("\\s+", " ");
    return new SearchView.Wrong(
        e.getMessage(),
        typed.substring(0, at),
        typed.substring(at),
        new ListView.Address(path).with("q", plain).text());
  }

  private static Order order(Request request) {
    String order = request.query("order").orElse("outlets");
    for (Order each : Order.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(order)) {
        return each;
      }
    }
    throw new Refusal(400, "There is no such order: outlets, newest and oldest are there.");
  }

  private SearchView found(String typed, Query query, Order order, Request request) {
    Found found = shelf.find(query);
    int page = ListPages.number(request);
    int from = (int) Math.min(found.statements(), (page - 1L) * PAGE);
    Function<Query, ListView.Address> address = other -> addressOf(other, order);
    ListView<SearchView.HitView> hits =
        ListView.of(
            found.statements(order, from, PAGE),
            found.statements(),
            page,
            PAGE,
            address.apply(query),
            hit ->
                SearchView.hit(
                    hit,
                    query.sought(),
                    shelf::known,
                    this::speakerHref,
                    shelf.outlets(hit.statement())));
    List<SearchView.Passage> elsewhere =
        found.elsewhere(0, BESIDE).stream()
            .map(e -> SearchView.passage(shelf.known(e.article()), e.sentence(), query.sought()))
            .toList();
    int more = found.elsewhere() - elsewhere.size();
    return new SearchView(
        typed,
        List.of(),
        SearchView.clauses(query, address),
        Phrased.found(found),
        orders(query, order),
        found.statements() == 0 ? List.of() : SearchView.ways(query),
        hits,
        elsewhere,
        more > 0 ? Phrased.more(more, "article") : "",
        found.statements() == 0 && !query.sought().isEmpty() ? nearest(query) : List.of(),
        found.facets().stream().map(f -> SearchView.facet(f, query, address)).toList());
  }

  private String speakerHref(Witness witness) {
    return shelf
        .entities()
        .of(witness.article(), witness.speaker())
        .map(entity -> Links.speaker(entity.id()))
        .orElse("");
  }

  private static ListView.Address addressOf(Query query, Order order) {
    ListView.Address address = SearchView.address(query);
    return order == Order.OUTLETS
        ? address
        : address.with("order", order.name().toLowerCase(Locale.ROOT));
  }

  private static List<LinkView> orders(Query query, Order order) {
    List<LinkView> orders = new ArrayList<>();
    for (Order each : Order.values()) {
      String label =
          switch (each) {
            case OUTLETS -> "most outlets first";
            case NEWEST -> "newest first";
            case OLDEST -> "oldest first";
          };
      orders.add(new LinkView(label, each == order ? "" : addressOf(query, each).text()));
    }
    return orders;
  }

  private List<StatementLine> nearest(Query query) {
    StringBuilder words = new StringBuilder();
    query.sought().forEach(sought -> words.append(sought.words()).append(' '));
    return shelf.trace(words.toString()).stream()
        .limit(BESIDE)
        .map(s -> StatementLine.of(s, shelf.outlets(s), shelf::known))
        .toList();
  }
}

package org.stemma.app.pages;

import java.util.List;
import java.util.function.Function;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.DayBars;
import org.stemma.app.pages.view.LinkView;
import org.stemma.app.pages.view.ListView;
import org.stemma.app.pages.view.Phrased;
import org.stemma.app.pages.view.SearchView;
import org.stemma.app.pages.view.TimelineView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Request;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.search.QueryException;

/** What a search finds, day by day. */
final class TimelinePage {
  private static final String PATH = "/timeline";

  /** Statements on a page. */
  private static final int PAGE = 40;

  private final Shelf shelf;
  private final Templates templates;

  TimelinePage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer show(Request request) {
    String typed = SearchPage.typed(request);
    String title = typed.isEmpty() ? "Timeline" : "Timeline: " + typed;
    try {
      return templates.page(
          "timeline", title, found(typed, Query.parse(typed), ListPages.number(request)));
    } catch (QueryException e) {
      List<SearchView.Wrong> wrong = List.of(SearchPage.wrong(PATH, typed, e));
      return templates.page(400, "timeline", title, TimelineView.nothing(typed, wrong));
    }
  }

  private TimelineView found(String typed, Query query, int page) {
    Found found = shelf.find(query);
    Function<Query, ListView.Address> address = other -> SearchView.address(PATH, other);
    int from = (int) Math.min(found.statements(), (page - 1L) * PAGE);
    List<Found.Hit> hits = found.statements(Found.Order.OLDEST, from, PAGE);
    return new TimelineView(
        typed,
        List.of(),
        SearchView.clauses(query, address),
        Phrased.found(found),
        DayBars.of(found.days(), query, address),
        TimelineView.days(hits, shelf),
        ListView.of(
            hits, found.statements(), page, PAGE, address.apply(query), h -> h.witnesses().size()),
        new LinkView("as search results", SearchView.address(query).text()));
  }
}

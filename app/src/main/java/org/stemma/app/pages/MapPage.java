package org.stemma.app.pages;

import java.util.List;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.MapView;
import org.stemma.app.pages.view.SearchView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Request;
import org.stemma.search.Query;
import org.stemma.search.QueryException;

/** The places of what a search finds. */
final class MapPage {
  private final Shelf shelf;
  private final Templates templates;

  MapPage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer show(Request request) {
    String typed = SearchPage.typed(request);
    String title = typed.isEmpty() ? "Map" : "Map: " + typed;
    try {
      Query query = Query.parse(typed);
      return templates.page("map", title, MapView.of(typed, query, shelf.find(query), shelf));
    } catch (QueryException e) {
      List<SearchView.Wrong> wrong = List.of(SearchPage.wrong("/map", typed, e));
      return templates.page(400, "map", title, MapView.nothing(typed, wrong));
    }
  }
}

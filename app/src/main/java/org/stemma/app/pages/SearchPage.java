package org.stemma.app.pages;

import java.util.List;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.SearchView;
import org.stemma.app.pages.view.StatementLine;
import org.stemma.app.web.Answer;

/** Words, and where they were said. */
final class SearchPage {
  /** Shown of each kind. */
  private static final int SHOWN = 30;

  /** Nobody types more; longer ones are cut, not refused. */
  private static final int LONGEST = 2_000;

  private final Shelf shelf;
  private final Templates templates;

  SearchPage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer show(String query) {
    String words = query.strip();
    words = words.substring(0, Math.min(words.length(), LONGEST));
    return templates.page("search", "Search", words.isEmpty() ? nothing() : found(words));
  }

  private static SearchView nothing() {
    return new SearchView("", List.of(), List.of());
  }

  private SearchView found(String words) {
    return new SearchView(
        words,
        shelf.trace(words).stream()
            .limit(SHOWN)
            .map(s -> StatementLine.of(s, shelf.outlets(s), shelf::known))
            .toList(),
        shelf.search(words, SHOWN).stream()
            .map(id -> SearchView.passage(shelf.known(id), words))
            .toList());
  }
}

package org.stemma.app.pages;

import java.util.List;
import java.util.Optional;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.OutletView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.model.Article;

/** What one outlet carries, and how. */
final class OutletPage {
  private final Shelf shelf;
  private final Templates templates;

  OutletPage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  /**
   * @param name as the articles give it
   */
  Answer show(String name) {
    List<Article> articles =
        shelf.articles().stream().filter(a -> a.outlet().equals(Optional.of(name))).toList();
    if (articles.isEmpty()) {
      throw Refusal.notFound("The desk holds no article of this outlet.");
    }
    return templates.page("outlet", name, OutletView.of(name, articles, shelf));
  }
}

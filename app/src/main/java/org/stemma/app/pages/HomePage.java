package org.stemma.app.pages;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.ArticleLine;
import org.stemma.app.pages.view.CopiesSwitch;
import org.stemma.app.pages.view.HomeView;
import org.stemma.app.pages.view.LinkView;
import org.stemma.app.pages.view.ListView;
import org.stemma.app.pages.view.OutcomeLine;
import org.stemma.app.web.Answer;
import org.stemma.model.Article;
import org.stemma.model.Entity;
import org.stemma.model.Outcome;
import org.stemma.model.Statement;
import org.stemma.pipeline.News;
import org.stemma.pipeline.Overview;

/** The desk at a glance. */
final class HomePage {
  /** Shown of each list; the rest is a link away. */
  private static final int SHOWN = 12;

  private static final LinkView NO_MORE = new LinkView("", "");

  private final Shelf shelf;
  private final Templates templates;

  HomePage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer show(CopiesSwitch copies) {
    Overview overview = shelf.overview();
    List<Article> articles = shelf.articles();
    List<Statement> shared = shared();
    List<Outcome> unread = shelf.outcomes().stream().filter(o -> o.kind().isSkipped()).toList();
    News news = shelf.news(SHOWN);
    List<List<Entity>> namesakes = shelf.namesakes();
    HomeView view =
        new HomeView(
            overview.articles() == 0,
            HomeView.sentences(overview),
            HomeView.news(news),
            news.latest().stream().map(ArticleLine::of).toList(),
            HomeView.decisions(overview, unnamed(shared), s -> copies.line(s, shelf), namesakes),
            shared.stream().limit(SHOWN).map(s -> copies.line(s, shelf)).toList(),
            more(shared.size(), "statements in more than one outlet", "/statements?kind=shared"),
            articles.stream().limit(SHOWN).map(ArticleLine::of).toList(),
            more(articles.size(), "articles", "/articles"),
            unread.stream().limit(SHOWN).map(OutcomeLine::of).toList(),
            more(unread.size(), "pages", "/reading"),
            copies.turned(new ListView.Address("/")));
    return templates.page("home", "", view);
  }

  /** Gravest change first, then most outlets. */
  private List<Statement> shared() {
    List<Statement> shared = new ArrayList<>();
    for (Statement statement : shelf.statements()) {
      if (shelf.outlets(statement) > 1) {
        shared.add(statement);
      }
    }
    shared.sort(comparing(shelf::fate));
    return shared;
  }

  /** Those of which no outlet says by name who speaks. */
  private static List<Statement> unnamed(List<Statement> shared) {
    return shared.stream().filter(s -> s.speakerName().isEmpty()).toList();
  }

  private static LinkView more(int all, String what, String href) {
    return all > SHOWN ? new LinkView("All " + all + " " + what, href) : NO_MORE;
  }
}

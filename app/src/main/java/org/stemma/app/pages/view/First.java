package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.LostSource;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/** Says who had a statement first, and how sure that is. */
final class First {
  private final Statement statement;
  private final Stemma stemma;
  private final Function<ArticleId, Article> articles;
  private final Map<ArticleId, Edge> edges = new HashMap<>();

  private First(Statement statement, Stemma stemma, Function<ArticleId, Article> articles) {
    this.statement = statement;
    this.stemma = stemma;
    this.articles = articles;
    stemma.edges().forEach(edge -> edges.putIfAbsent(edge.child(), edge));
  }

  /** "first in Northern Wire, 12 March 2031 (date from the dateline)": the end of a sentence. */
  static String of(Statement statement, Stemma stemma, Function<ArticleId, Article> articles) {
    return new First(statement, stemma, articles).inWords();
  }

  private String inWords() {
    List<Article> firsts = Firsts.of(statement, articles).articles();
    if (statement.witnesses().size() == 1) {
      return firsts.isEmpty()
          ? Links.outletName(articles.apply(statement.baseWitness().article())) + ", no date"
          : dated(firsts.get(0));
    }
    if (firsts.isEmpty()) {
      return "none of its pages has a date";
    }
    if (firsts.size() == 1) {
      return "first dated " + dated(firsts.get(0)) + lost(firsts.get(0).id());
    }
    List<Article> sources = new ArrayList<>();
    Optional<Edge> weakest = Optional.empty();
    for (Article article : firsts) {
      Edge edge = edges.get(article.id());
      if (edge == null) {
        sources.add(article);
      } else if (weakest.isEmpty() || edge.probability() < weakest.get().probability()) {
        weakest = Optional.of(edge);
      }
    }
    boolean told =
        sources.size() == 1
            && weakest.isPresent()
            && !stemma.undecided().contains(sources.get(0).id());
    if (!told) {
      return "first dated "
          + Phrases.published(firsts.get(0))
          + ", "
          + Firsts.of(statement, articles).outlets()
          + " (the dates do not tell which)";
    }
    return "first in "
        + Links.outletName(sources.get(0))
        + ", "
        + Phrases.published(sources.get(0))
        + lost(sources.get(0).id())
        + " ("
        + Links.outletName(articles.apply(weakest.get().child()))
        + ", perhaps as early, took it over: "
        + Phrases.likely(weakest.get().probability())
        + ")";
  }

  private static String dated(Article article) {
    DateView date = DateView.published(article);
    return date.text() + ", " + Links.outletName(article) + " (date " + date.origin() + ")";
  }

  private String lost(ArticleId id) {
    for (LostSource source : stemma.lost()) {
      if (source.heirs().contains(id)) {
        return ", from " + source.agency() + ", which is not in this desk";
      }
    }
    return "";
  }
}

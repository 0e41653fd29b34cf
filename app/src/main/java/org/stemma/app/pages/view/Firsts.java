package org.stemma.app.pages.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * The articles that may have had a statement first, as far as their dates tell. A date without an
 * hour is the whole day, so that there can be several. An undated article is never among them.
 *
 * @param articles oldest first; empty when none has a date
 */
record Firsts(List<Article> articles) {
  /** More names than this are told as a number. */
  private static final int NAMED = 2;

  Firsts {
    articles = List.copyOf(articles);
  }

  static Firsts of(Statement statement, Function<ArticleId, Article> find) {
    Set<ArticleId> ids = new LinkedHashSet<>();
    statement.witnesses().stream().map(Witness::article).forEach(ids::add);
    List<Article> dated = new ArrayList<>();
    Instant surelyOut = Instant.MAX;
    for (ArticleId id : ids) {
      Article article = find.apply(id);
      if (article.published().isPresent()) {
        dated.add(article);
        Instant latest = article.published().get().latest();
        surelyOut = latest.isBefore(surelyOut) ? latest : surelyOut;
      }
    }
    Instant limit = surelyOut;
    return new Firsts(
        dated.stream()
            .filter(a -> !a.published().map(FoundDate::earliest).orElseThrow().isAfter(limit))
            .toList());
  }

  /** "Northern Wire", "Northern Wire or The Selwick Courier", "one of 3 outlets". */
  String outlets() {
    Set<String> names = new LinkedHashSet<>();
    articles.forEach(a -> names.add(Links.outletName(a)));
    return names.size() > NAMED
        ? "one of " + names.size() + " outlets"
        : String.join(" or ", names);
  }
}

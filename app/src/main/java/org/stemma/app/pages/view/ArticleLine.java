package org.stemma.app.pages.view;

import org.stemma.model.Article;

/** An article in a list. */
public record ArticleLine(
    String href, String headline, String outlet, String outletHref, DateView date) {
  /** Longest headline in a list, in code units. */
  private static final int HEADLINE = 160;

  /** The line for an article. */
  public static ArticleLine of(Article article) {
    return new ArticleLine(
        Links.article(article.id()),
        headline(article),
        Links.outletName(article),
        article.outlet().map(Links::outlet).orElse(""),
        DateView.published(article));
  }

  static String headline(Article article) {
    return article
        .headline()
        .filter(h -> !h.isBlank())
        .map(h -> Phrases.shortened(h, HEADLINE))
        .orElse("Article without a headline");
  }
}

package org.stemma.app.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.pipeline.Desk;

/** The articles of one answer: each is asked of the desk once. Not thread-safe. */
final class ArticlesAtHand implements Function<ArticleId, Article> {
  private final Desk desk;
  private final Map<ArticleId, Article> asked = new HashMap<>();

  ArticlesAtHand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Article apply(ArticleId id) {
    return asked.computeIfAbsent(id, wanted -> desk.articleAlone(wanted).orElseThrow());
  }
}

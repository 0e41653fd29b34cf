package org.stemma.app.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;

/** The articles of one export: those asked for last are at hand. Not thread-safe. */
final class Articles implements Function<ArticleId, Article> {
  /** Exports go through neighbours; few articles are asked for again much later. */
  private static final int AT_HAND = 2_000;

  private final Shelf shelf;
  private final Entities entities;
  private final Map<ArticleId, Article> atHand =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, Article> eldest) {
          return size() > AT_HAND;
        }
      };

  Articles(Shelf shelf) {
    this.shelf = shelf;
    this.entities = shelf.entities();
  }

  @Override
  public Article apply(ArticleId id) {
    Article found = atHand.get(id);
    if (found == null) {
      found = shelf.known(id);
      atHand.put(id, found);
    }
    return found;
  }

  /** Whom the articles name. */
  Entities entities() {
    return entities;
  }
}

package org.stemma.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;

/**
 * The articles that were last asked for. An article never changes once it is kept, so what is here
 * is always right. Thread-safe.
 */
final class RecentArticles {
  /** UTF-16 code units of text that are held together: 16 to 32 MB of memory. */
  private static final long CAPACITY = 16L << 20;

  private final Map<ArticleId, Annotated> articles = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  synchronized Optional<Annotated> find(ArticleId id) {
    return Optional.ofNullable(articles.get(id));
  }

  synchronized void add(Annotated annotated) {
    if (articles.put(annotated.article().id(), annotated) == null) {
      size += annotated.article().text().length();
    }
    var oldest = articles.values().iterator();
    while (size > CAPACITY && oldest.hasNext()) {
      size -= oldest.next().article().text().length();
      oldest.remove();
    }
  }

  synchronized void addAll(RecentArticles others) {
    others.articles.values().forEach(this::add);
  }

  synchronized void clear() {
    articles.clear();
    size = 0;
  }
}

package org.stemma.link;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;

/**
 * Finds whom articles name, and remembers it while there is memory to spare: an article that is the
 * same object as before names whom it named. Thread-safe.
 */
final class KnownBearers {
  /** Whom one article names, each bearing once. */
  private record Named(Annotated article, List<Bearer> bearers) {
    static Named of(Annotated article) {
      Map<String, Bearer> byId = new TreeMap<>();
      for (Bearer bearer : Bearers.in(article)) {
        Bearer same = byId.putIfAbsent(bearer.id(), bearer);
        if (same != null) {
          same.alsoKnownAs(bearer);
        }
      }
      return new Named(article, List.copyOf(byId.values()));
    }
  }

  private SoftReference<Map<ArticleId, Named>> known = new SoftReference<>(Map.of());

  /** All of them, in a fixed order. */
  synchronized List<Bearer> in(Collection<Annotated> articles) {
    Map<ArticleId, Named> before = known.get();
    Map<ArticleId, Named> now = new HashMap<>();
    for (Annotated article : articles) {
      ArticleId id = article.article().id();
      Named same = before == null ? null : before.get(id);
      now.put(id, same != null && same.article() == article ? same : Named.of(article));
    }
    known = new SoftReference<>(now);
    List<Bearer> bearers = new ArrayList<>();
    now.values().forEach(named -> bearers.addAll(named.bearers()));
    return bearers;
  }
}

package org.stemma.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stemma.model.ArticleId;

/**
 * How many statements an article has in common with others: the article that was copied has them
 * all, one that only cites has a few.
 */
final class Breadth {
  private final Map<ArticleId, Integer> shared = new HashMap<>();

  Breadth(Iterable<List<Unit>> families) {
    for (List<Unit> family : families) {
      if (family.size() > 1) {
        family.stream()
            .map(Unit::article)
            .distinct()
            .forEach(id -> shared.merge(id, 1, Integer::sum));
      }
    }
  }

  int of(ArticleId article) {
    return shared.getOrDefault(article, 0);
  }
}

package org.stemma.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.ArticleId;
import org.stemma.store.Articles;
import org.stemma.store.Hit;

/** Articles as the quotations of one draft need them. For one thread. */
final class Desk {
  /** Articles that are looked at for one quotation; the search puts the likely ones first. */
  private static final int CANDIDATES = 30;

  /** Articles that are kept ready for the next quotations of the same draft. */
  private static final int MOST_READY = 200;

  private final Articles articles;
  private final Map<ArticleId, OnRecord> ready =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, OnRecord> eldest) {
          return size() > MOST_READY;
        }
      };

  Desk(Articles articles) {
    this.articles = articles;
  }

  /** The articles that most likely hold some words of a quotation, best first. */
  List<OnRecord> search(Wording wording, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      words.append(wording.raw(i)).append(' ');
    }
    List<OnRecord> records = new ArrayList<>();
    for (Hit hit : articles.search(words.toString(), CANDIDATES)) {
      find(hit.article()).ifPresent(records::add);
    }
    return records;
  }

  /** An article that the desk holds. */
  Optional<OnRecord> find(ArticleId id) {
    OnRecord known = ready.get(id);
    if (known == null) {
      known = articles.find(id).map(OnRecord::new).orElse(null);
    }
    if (known != null) {
      ready.put(id, known);
    }
    return Optional.ofNullable(known);
  }
}

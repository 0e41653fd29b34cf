package org.stemma.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.store.Articles;
import org.stemma.store.Hit;
import org.stemma.store.Passage;
import org.stemma.store.Sought;

/** The articles of a desk as all of them together show each. */
record Seen(Articles kept, Hindsight hindsight) implements Articles {
  @Override
  public Optional<Annotated> find(ArticleId id) {
    return kept.find(id).map(hindsight::seen);
  }

  @Override
  public List<Hit> search(String words, int limit) {
    return kept.search(words, limit).stream()
        .filter(hit -> !hindsight.isAside(hit.article()))
        .toList();
  }

  @Override
  public void forEachPassage(Sought sought, Consumer<Passage> action) {
    kept.forEachPassage(
        sought,
        passage -> {
          if (!hindsight.isAside(passage.article())) {
            action.accept(passage);
          }
        });
  }
}

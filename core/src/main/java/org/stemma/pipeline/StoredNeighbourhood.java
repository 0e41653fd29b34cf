package org.stemma.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import org.stemma.link.Neighbourhood;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.store.Store;

/**
 * A store as linking sees it. Keeps the articles last asked for, since kindred pages come together.
 */
final class StoredNeighbourhood implements Neighbourhood {
  /** Articles kept at hand: some 20 MB of news. */
  private static final int AT_HAND = 1_000;

  private final Store store;
  private final Map<ArticleId, Annotated> atHand =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, Annotated> eldest) {
          return size() > AT_HAND;
        }
      };

  StoredNeighbourhood(Store store) {
    this.store = store;
  }

  @Override
  public SortedSet<ArticleId> holders(long[] anyOf, int most) {
    return store.holders(anyOf, most);
  }

  @Override
  public int frequency(long key) {
    return store.frequency(key);
  }

  @Override
  public int recurrence(long paragraph) {
    return store.recurrence(paragraph);
  }

  @Override
  public synchronized Annotated article(ArticleId id) {
    return atHand.computeIfAbsent(
        id,
        wanted ->
            store
                .find(wanted)
                .orElseThrow(() -> new IllegalStateException("no article " + wanted)));
  }

  /** Puts an article at hand that was just kept. */
  synchronized void kept(Annotated annotated) {
    atHand.put(annotated.article().id(), annotated);
  }
}

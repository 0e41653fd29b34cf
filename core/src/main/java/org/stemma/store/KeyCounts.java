package org.stemma.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * In how many articles a key stands, for the keys that were last asked for: the keys of furniture
 * stand in very many, and counting those anew for every page would make adding slower as the desk
 * grows. For one thread.
 */
final class KeyCounts {
  /** About 20 MB of memory. */
  private static final int CAPACITY = 200_000;

  private final Map<Long, Integer> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > CAPACITY;
        }
      };

  Optional<Integer> find(long key) {
    return Optional.ofNullable(counts.get(key));
  }

  void add(long key, int count) {
    counts.put(key, count);
  }

  /** One more article has these keys. */
  void articleAdded(Collection<Long> distinctKeys) {
    for (Long key : distinctKeys) {
      counts.computeIfPresent(key, (k, count) -> count + 1);
    }
  }

  void clear() {
    counts.clear();
  }
}

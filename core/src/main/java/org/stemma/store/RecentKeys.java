package org.stemma.store;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The keys of the articles that came last, in memory. Articles come by ascending numbers. For one
 * thread.
 */
final class RecentKeys {
  private static final int FIRST_CAPACITY = 1 << 10;

  /** Of a table so much is filled at most: beyond, look-ups become long. */
  private static final double FULL = 0.6;

  private long[] keys = new long[FIRST_CAPACITY];

  /** One more than the index of the key's last posting; 0 where the place is free. */
  private int[] newest = new int[FIRST_CAPACITY];

  private int[] counts = new int[FIRST_CAPACITY];
  private int distinct;

  private int[] articles = new int[FIRST_CAPACITY];

  /** One more than the index of the posting of the same key before; 0 where there is none. */
  private int[] before = new int[FIRST_CAPACITY];

  private int size;

  /** Number of postings. */
  int size() {
    return size;
  }

  void add(long key, int article) {
    if (distinct + 1 > FULL * keys.length) {
      grow();
    }
    if (size == articles.length) {
      articles = Arrays.copyOf(articles, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
    }
    int place = place(key);
    if (newest[place] == 0) {
      keys[place] = key;
      distinct++;
    }
    articles[size] = article;
    before[size] = newest[place];
    newest[place] = ++size;
    counts[place]++;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) (key ^ (key >>> 32)) & mask;
    while (newest[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNewest = newest;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    newest = new int[keys.length];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNewest[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        newest[place] = oldNewest[i];
        counts[place] = oldCounts[i];
      }
    }
  }

  /** Number of articles that have a key. */
  int count(long key) {
    return counts[place(key)];
  }

  /** Gives all articles that have a key, descending. */
  void forEach(long key, IntConsumer article) {
    for (int i = newest[place(key)]; i != 0; i = before[i - 1]) {
      article.accept(articles[i - 1]);
    }
  }

  /** All postings in the order of their keys, then of their articles. */
  KeyRun.Postings postings() {
    long[] sorted = new long[distinct];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (newest[i] != 0) {
        sorted[n++] = keys[i];
      }
    }
    Arrays.sort(sorted);
    return new KeyRun.Postings() {
      private int key = -1;
      private int[] holders = {};
      private int at;

      @Override
      public boolean next() {
        if (++at >= holders.length) {
          if (++key >= sorted.length) {
            return false;
          }
          holders = holders(sorted[key]);
          at = 0;
        }
        return true;
      }

      @Override
      public long key() {
        return sorted[key];
      }

      @Override
      public int article() {
        return holders[at];
      }
    };
  }

  private int[] holders(long key) {
    int[] found = new int[count(key)];
    int at = found.length;
    for (int i = newest[place(key)]; i != 0; i = before[i - 1]) {
      found[--at] = articles[i - 1];
    }
    return found;
  }
}

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

  /**
   * Two numbers a place, side by side so that a look-up reads memory at one place: the key, and
   * what {@link #entry} makes of the number of its articles and of its last posting; 0 where the
   * place is free.
   */
  private long[] table = new long[2 * FIRST_CAPACITY];

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
    if (distinct + 1 > FULL * table.length / 2) {
      grow();
    }
    if (size == articles.length) {
      articles = Arrays.copyOf(articles, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
    }
    int place = place(key);
    long entry = table[place + 1];
    distinct += entry == 0 ? 1 : 0;
    articles[size] = article;
    before[size] = newestIn(entry);
    size++;
    table[place] = key;
    table[place + 1] = entry(countIn(entry) + 1, size);
  }

  /**
   * @param newest one more than the index of the key's last posting
   */
  private static long entry(int count, int newest) {
    return ((long) count << Integer.SIZE) | newest;
  }

  private static int countIn(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }

  private static int newestIn(long entry) {
    return (int) entry;
  }

  /** Where a key stands in the table, or would stand. */
  private int place(long key) {
    int mask = table.length - 1;
    int place = 2 * (int) (key ^ (key >>> Integer.SIZE)) & mask;
    while (table[place + 1] != 0 && table[place] != key) {
      place = (place + 2) & mask;
    }
    return place;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int place = place(old[i]);
        table[place] = old[i];
        table[place + 1] = old[i + 1];
      }
    }
  }

  /** Number of articles that have a key. */
  int count(long key) {
    return countIn(table[place(key) + 1]);
  }

  /** Gives all articles that have a key, descending. */
  void forEach(long key, IntConsumer article) {
    for (int i = newestIn(table[place(key) + 1]); i != 0; i = before[i - 1]) {
      article.accept(articles[i - 1]);
    }
  }

  /** All postings in the order of their keys, then of their articles. */
  KeyRun.Postings postings() {
    long[] sorted = new long[distinct];
    int n = 0;
    for (int i = 0; i < table.length; i += 2) {
      if (table[i + 1] != 0) {
        sorted[n++] = table[i];
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
    for (int i = newestIn(table[place(key) + 1]); i != 0; i = before[i - 1]) {
      found[--at] = articles[i - 1];
    }
    return found;
  }
}

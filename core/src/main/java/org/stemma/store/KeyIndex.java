package org.stemma.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.stemma.model.ArticleId;

/**
 * Which articles have a key. The keys of each article stand in the database; what is here is
 * derived from them, may lag behind, be deleted or be damaged, and catches up by itself.
 *
 * <p>A table of keys in the database would be written all over with each article, for keys are
 * hashes: beyond some ten thousand articles that takes most of the time, and ever more. Here the
 * keys of the articles that came last are in memory; from time to time they become a {@link KeyRun
 * sorted file}, and several files one larger file (a log-structured merge: O'Neil and others 1996).
 * Thread-safe.
 */
final class KeyIndex {
  /** So many articles become a file. */
  private static final int ARTICLES_A_RUN = 4096;

  /** So many files of like size become one. */
  private static final int MERGED = 8;

  /** Ids of articles that are held in memory: some 20 MB. */
  private static final int IDS = 100_000;

  private final Path folder;
  private final String desk;
  private final int articlesARun;

  /** Without gaps, from the first article on. */
  private final List<KeyRun> runs = new ArrayList<>();

  private RecentKeys recent = new RecentKeys();

  /** The last article whose keys are here. */
  private int last;

  private final Map<Integer, ArticleId> ids =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ArticleId> eldest) {
          return size() > IDS;
        }
      };

  /** Files cannot be read or written: all is in memory. */
  private boolean filesFail;

  /**
   * @param folder need not exist
   * @param desk the name of the desk
   * @param committed the last article that the desk has; files that know more are of another desk
   */
  KeyIndex(Path folder, String desk, long committed) {
    this(folder, desk, committed, ARTICLES_A_RUN);
  }

  /** For tests: a file for fewer articles. */
  KeyIndex(Path folder, String desk, long committed, int articlesARun) {
    this.folder = folder;
    this.desk = desk;
    this.articlesARun = articlesARun;
    openFiles(committed);
  }

  /** Number of articles with this key, of those that a view shows. */
  synchronized int frequency(View view, long key) throws SQLException {
    int shown = catchUp(view);
    return frequency(key, shown);
  }

  private int frequency(long key, int shown) {
    int count = 0;
    for (KeyRun run : runs) {
      count += run.count(key);
    }
    if (shown >= last) {
      return count + recent.count(key);
    }
    int[] shownOfRecent = {0};
    recent.forEach(key, article -> shownOfRecent[0] += article <= shown ? 1 : 0);
    return count + shownOfRecent[0];
  }

  /**
   * The articles that have any of some keys, of those that a view shows. Keys that more than {@code
   * most} articles have are passed over.
   */
  synchronized SortedSet<ArticleId> holders(View view, long[] keys, int most) throws SQLException {
    int shown = catchUp(view);
    IntStream.Builder found = IntStream.builder();
    for (long key : keys) {
      int frequency = frequency(key, shown);
      if (frequency > 0 && frequency <= most) {
        runs.forEach(run -> run.forEach(key, found));
        recent.forEach(key, found);
      }
    }
    SortedSet<ArticleId> holders = new TreeSet<>();
    for (int number : found.build().sorted().distinct().toArray()) {
      if (number <= shown) {
        holders.add(id(view, number));
      }
    }
    return holders;
  }

  private ArticleId id(View view, int number) throws SQLException {
    ArticleId known = ids.get(number);
    if (known != null) {
      return known;
    }
    ArticleId found = Queries.id(view, number);
    ids.put(number, found);
    return found;
  }

  /** Takes the keys of an article that was just kept. */
  synchronized void add(int number, long[] keys) {
    // One that is not the next is found in the database, with those before it.
    if (number == last + 1) {
      take(number, keys);
    }
  }

  private void take(int number, long[] keys) {
    for (long key : keys) {
      recent.add(key, number);
    }
    last = number;
  }

  /** Forgets what the files lack: what was kept and not committed may be undone. */
  synchronized void forgetRecent() {
    recent = new RecentKeys();
    last = lastInFiles();
    ids.clear();
  }

  /** True when no files are to be written for so many articles. */
  synchronized boolean isUpToDate(long articles) {
    return articles - lastInFiles() < articlesARun;
  }

  /**
   * Writes what was committed to files, where it is enough. Only for the writer of the desk, when
   * all is committed.
   *
   * @return the last article in the files
   */
  synchronized int writeFiles(View view) throws SQLException {
    while (!filesFail && catchUp(view, articlesARun) - lastInFiles() >= articlesARun) {
      try {
        Files.createDirectories(folder);
        runs.add(
            KeyRun.write(folder, desk, lastInFiles() + 1, last, recent.size(), recent.postings()));
        recent = new RecentKeys();
        merge();
      } catch (IOException | UncheckedIOException unwritable) {
        filesFail = true;
      }
    }
    return lastInFiles();
  }

  private int lastInFiles() {
    return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).last();
  }

  private int catchUp(View view) throws SQLException {
    return catchUp(view, Integer.MAX_VALUE);
  }

  /** Takes what the database has more, up to so many articles; the last article it has. */
  private int catchUp(View view, int most) throws SQLException {
    int shown = (int) Queries.lastNumber(view);
    if (shown > last) {
      long to = Math.min(shown, (long) lastInFiles() + most);
      Queries.forEachKeys(view, last, to, this::take);
      last = (int) Math.max(last, to);
    }
    return shown;
  }

  private void openFiles(long committed) {
    List<KeyRun> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "keys-*")) {
        files.forEach(file -> open(file, found));
      } catch (IOException unreadable) {
        filesFail = true;
      }
    }
    found.sort(
        Comparator.comparingInt(KeyRun::first)
            .thenComparing(KeyRun::last, Comparator.reverseOrder()));
    for (KeyRun run : found) {
      if (run.first() == lastInFiles() + 1 && run.last() <= committed) {
        runs.add(run);
      }
    }
    last = lastInFiles();
  }

  private void open(Path file, List<KeyRun> found) {
    try {
      found.add(KeyRun.open(file, desk));
    } catch (IOException | IllegalArgumentException unfinishedOrDamaged) {
      // Made anew from the database, with those behind it.
    }
  }

  /** Several files of like size become one, and those perhaps again. */
  private void merge() throws IOException {
    int from = mergedFrom();
    while (from >= 0) {
      List<KeyRun> some = List.copyOf(runs.subList(from, runs.size()));
      int size = some.stream().mapToInt(KeyRun::size).sum();
      KeyRun one =
          KeyRun.write(
              folder,
              desk,
              some.get(0).first(),
              some.get(some.size() - 1).last(),
              size,
              new Merged(some));
      runs.subList(from, runs.size()).clear();
      runs.add(one);
      for (KeyRun run : some) {
        delete(run.file());
      }
      from = mergedFrom();
    }
  }

  /** Where the last files are of one size and enough to be merged: the first of them, or -1. */
  private int mergedFrom() {
    int from = runs.size() - MERGED;
    if (from < 0) {
      return -1;
    }
    long size = 0;
    int level = level(runs.get(runs.size() - 1));
    for (KeyRun run : runs.subList(from, runs.size())) {
      size += run.size();
      if (level(run) != level) {
        return -1;
      }
    }
    return size > KeyRun.MOST ? -1 : from;
  }

  private int level(KeyRun run) {
    int level = 0;
    long articles = (long) run.last() - run.first() + 1;
    while (articles >= (long) articlesARun * MERGED) {
      articles /= MERGED;
      level++;
    }
    return level;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException inUse) {
      // Its articles stand in the larger file, which is taken first.
    }
  }

  /** Several runs as one, in order. */
  private static final class Merged implements KeyRun.Postings {
    private final PriorityQueue<KeyRun.Postings> heads =
        new PriorityQueue<>(
            Comparator.comparingLong(KeyRun.Postings::key)
                .thenComparingInt(KeyRun.Postings::article));
    private boolean begun;

    Merged(List<KeyRun> runs) {
      runs.forEach(run -> offer(run.postings()));
    }

    private void offer(KeyRun.Postings postings) {
      if (postings.next()) {
        heads.add(postings);
      }
    }

    @Override
    public boolean next() {
      if (begun) {
        offer(heads.remove());
      }
      begun = true;
      return !heads.isEmpty();
    }

    @Override
    public long key() {
      return heads.element().key();
    }

    @Override
    public int article() {
      return heads.element().article();
    }
  }
}

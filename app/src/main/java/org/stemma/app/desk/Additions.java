package org.stemma.app.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.stemma.app.web.Upload;

/**
 * What was dropped on the pages, one after the other read by one thread, so that nobody has to wait
 * before a browser. Thread-safe.
 */
public final class Additions implements AutoCloseable {
  /** Dropped files are held in memory until they are read. */
  private static final int MOST_UNFINISHED = 4;

  /** Finished ones that can still be looked at. */
  private static final int MOST_KEPT = 20;

  /** Longest wait for the pages that are under way when the server ends, in seconds. */
  private static final int PATIENCE = 20;

  private final Shelf shelf;
  private final Deque<Addition> all = new ArrayDeque<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "additions");
            thread.setDaemon(true);
            return thread;
          });

  private int last;

  /** Reads what is dropped into the desk of a shelf. */
  public Additions(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Begins to read, or to wait for those before it; empty where too many wait already. */
  public synchronized Optional<Addition> begin(List<Upload> uploads) {
    if (unfinished().size() >= MOST_UNFINISHED) {
      return Optional.empty();
    }
    Addition addition = new Addition(++last, uploads.size());
    all.addLast(addition);
    if (all.size() > MOST_KEPT) {
      all.removeFirst();
    }
    worker.execute(() -> addition.run(shelf, uploads));
    return Optional.of(addition);
  }

  /** One of the last ones, by its number. */
  public synchronized Optional<Addition> find(int number) {
    return all.stream().filter(addition -> addition.number() == number).findFirst();
  }

  /** Those that are read, and that wait, the oldest first. */
  public synchronized List<Addition> unfinished() {
    List<Addition> unfinished = new ArrayList<>();
    for (Addition addition : all) {
      if (!addition.await(0)) {
        unfinished.add(addition);
      }
    }
    return unfinished;
  }

  /** Stops all, after the pages that are under way. */
  @Override
  public void close() {
    unfinished().forEach(Addition::stop);
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      worker.shutdownNow();
    }
  }
}

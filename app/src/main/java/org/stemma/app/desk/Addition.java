package org.stemma.app.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stemma.app.web.Upload;
import org.stemma.pipeline.ReadingReport;
import org.stemma.store.StoreException;

/**
 * Dropped pages on their way into a desk: how far they are, what they wait for, and how to stop.
 * Thread-safe.
 */
public final class Addition {
  /** How far it is. */
  public enum State {
    /** Others are read before it. */
    WAITING,
    READING,
    /** Read to the end, or to where it was stopped. */
    DONE,
    FAILED
  }

  private final int number;
  private final int files;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile State state = State.WAITING;
  private volatile boolean stopped;
  private volatile long kept;
  private volatile long skipped;
  private volatile Optional<ReadingReport> report = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();

  Addition(int number, int files) {
    this.number = number;
    this.files = files;
  }

  /** Reads the pages; for the thread that does the work. */
  void run(Shelf shelf, List<Upload> uploads) {
    try {
      state = State.READING;
      report = Optional.of(shelf.add(uploads, this::reached, this::isStopped));
      state = State.DONE;
    } catch (StoreException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
      state = State.FAILED;
    } catch (RuntimeException e) {
      // Ours: told on the console, never on a page.
      trouble = Optional.of("Something went wrong inside Stemma; its console says what.");
      state = State.FAILED;
      System.getLogger("org.stemma.app.desk")
          .log(System.Logger.Level.WARNING, "Pages were not read", e);
    } finally {
      ended.countDown();
    }
  }

  private void reached(long keptNow, long skippedNow) {
    kept = keptNow;
    skipped = skippedNow;
  }

  /** Ends it after the pages that are under way; what was read until then is kept. */
  public void stop() {
    stopped = true;
  }

  /** Waits until it has ended, but no longer than so many milliseconds; true when it has. */
  public boolean await(long milliseconds) {
    try {
      return ended.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Its number, from 1: that of its address. */
  public int number() {
    return number;
  }

  /** Number of files that were dropped; each may hold many pages. */
  public int files() {
    return files;
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** True when somebody asked for its end. */
  public boolean isStopped() {
    return stopped;
  }

  /** Pages that are safely kept by now. */
  public long kept() {
    return kept;
  }

  /** Pages that nothing could be made of by now. */
  public long skipped() {
    return skipped;
  }

  /** What became of the pages; empty until it is done. */
  public Optional<ReadingReport> report() {
    return report;
  }

  /** Why it failed, for people; empty where it did not. */
  public Optional<String> trouble() {
    return trouble;
  }
}

package org.stemma.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.read.Validators;

/**
 * What is known of one feed that is followed: its state when it was last read to the end, and what
 * became of the pages that it leads to. Not thread-safe.
 */
final class FeedLog {
  /** How often a page that could not be fetched is tried, once a round. */
  static final int MOST_TRIES = 3;

  private Validators validators;
  private final Set<String> done;
  private final Map<String, Integer> failed;

  FeedLog(Validators validators, Collection<String> done, Map<String, Integer> failed) {
    this.validators = validators;
    this.done = new TreeSet<>(done);
    this.failed = new HashMap<>(failed);
  }

  Validators validators() {
    return validators;
  }

  Set<String> done() {
    return done;
  }

  Map<String, Integer> failed() {
    return failed;
  }

  /** True where the page was added, or given up. */
  boolean isDone(String page) {
    return done.contains(page);
  }

  void done(String page) {
    done.add(page);
    failed.remove(page);
  }

  void failed(String page) {
    if (failed.merge(page, 1, Integer::sum) >= MOST_TRIES) {
      done(page);
    }
  }

  /** What the feed no longer tells of need not be remembered. */
  void keepOnly(Collection<String> pages) {
    done.retainAll(pages);
    failed.keySet().retainAll(pages);
  }

  /** The feed has been read to its end: from here on only its changes matter. */
  void readToTheEnd(Validators state) {
    validators = state;
  }
}

package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.stemma.model.Outcome;

/**
 * What became of the pages that were read: every file and record is counted once.
 *
 * @param counts number of pages of each kind of outcome; kinds that did not occur are absent
 * @param listed the first pages that there is something to say of, in the order they were met; at
 *     most {@link #MOST_LISTED}
 */
public record ReadingReport(Map<Outcome.Kind, Long> counts, List<Outcome> listed) {
  /** A person reads no more; a million broken lines must not fill the memory. */
  public static final int MOST_LISTED = 1_000;

  public ReadingReport {
    counts = Map.copyOf(counts);
    listed = List.copyOf(listed);
  }

  /** Number of pages of one kind of outcome. */
  public long count(Outcome.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Pages that an article came of that was not held before. */
  public long added() {
    return sum(kind -> kind.isKept() && kind != Outcome.Kind.KNOWN);
  }

  /** Pages that were held before. */
  public long known() {
    return count(Outcome.Kind.KNOWN);
  }

  /** Pages that nothing could be made of. What holds no page by its nature is not among them. */
  public long skipped() {
    return sum(Outcome.Kind::isSkipped);
  }

  /** Pages that there is something to say of, beyond those that are listed. */
  public long unlisted() {
    return sum(ReadingReport::isTold) - listed.size();
  }

  private static boolean isTold(Outcome.Kind kind) {
    return kind.isListed() && kind != Outcome.Kind.NO_PAGE;
  }

  private long sum(Predicate<Outcome.Kind> wanted) {
    return counts.entrySet().stream()
        .filter(e -> wanted.test(e.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Counts outcomes as they come. For one thread. */
  public static final class Tally {
    private final Map<Outcome.Kind, Long> counts = new EnumMap<>(Outcome.Kind.class);
    private final List<Outcome> listed = new ArrayList<>();

    /** Counts one. */
    public void add(Outcome outcome) {
      counts.merge(outcome.kind(), 1L, Long::sum);
      if (isTold(outcome.kind()) && listed.size() < MOST_LISTED) {
        listed.add(outcome);
      }
    }

    /** What was counted so far. */
    public ReadingReport report() {
      return new ReadingReport(counts, listed);
    }
  }
}

package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    return sum(true) - count(Outcome.Kind.KNOWN);
  }

  /** Pages that were held before. */
  public long known() {
    return count(Outcome.Kind.KNOWN);
  }

  /** Pages that nothing could be made of. What holds no page by its nature is not among them. */
  public long skipped() {
    return sum(false) - count(Outcome.Kind.NO_PAGE);
  }

  /** Pages that were skipped but stand beyond what is listed. */
  public long unlisted() {
    return counts.entrySet().stream()
            .filter(e -> e.getKey().isListed() && e.getKey() != Outcome.Kind.NO_PAGE)
            .mapToLong(Map.Entry::getValue)
            .sum()
        - listed.size();
  }

  private long sum(boolean kept) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isKept() == kept)
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
      boolean tell = outcome.kind().isListed() && outcome.kind() != Outcome.Kind.NO_PAGE;
      if (tell && listed.size() < MOST_LISTED) {
        listed.add(outcome);
      }
    }

    /** What was counted so far. */
    public ReadingReport report() {
      return new ReadingReport(counts, listed);
    }
  }
}

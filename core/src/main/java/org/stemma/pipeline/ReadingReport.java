package org.stemma.pipeline;

import java.util.List;
import org.stemma.model.Outcome;

/**
 * What became of the pages that were read.
 *
 * @param added pages that are new in the desk
 * @param known pages that it held before
 * @param skipped every page that nothing could be made of, with the reason
 */
public record ReadingReport(long added, long known, List<Outcome> skipped) {
  public ReadingReport {
    skipped = List.copyOf(skipped);
  }

  /** Every page that was met. */
  public long pages() {
    return added + known + skipped.size();
  }
}

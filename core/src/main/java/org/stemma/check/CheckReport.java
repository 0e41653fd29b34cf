package org.stemma.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A draft with a verdict for each of its quotations.
 *
 * @param draft the text that every position points into
 * @param quotations in the order of the draft
 */
public record CheckReport(String draft, List<Checked> quotations) {
  public CheckReport {
    requireNonNull(draft, "draft");
    quotations = List.copyOf(quotations);
  }

  /** True only when there is nothing to mend: every quotation is verbatim. */
  public boolean allVerbatim() {
    return quotations.stream().allMatch(q -> q.verdict() == Verdict.VERBATIM);
  }
}

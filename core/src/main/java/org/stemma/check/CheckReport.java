package org.stemma.check;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A draft held against the record.
 *
 * @param draft the text that every position points into
 * @param quotations a verdict for each that was looked up, in the order of the draft
 * @param unchecked what stands in quotation marks and was not looked up, in the order of the draft
 * @param names those whom the draft lets speak under a name that the record does not have so, in
 *     the order of the draft, each name once
 * @param figures numbers of the draft that the record tells of the same, in the order of the draft
 */
public record CheckReport(
    String draft,
    List<Checked> quotations,
    List<Unchecked> unchecked,
    List<CheckedName> names,
    List<CheckedFigure> figures) {
  public CheckReport {
    requireNonNull(draft, "draft");
    quotations = List.copyOf(quotations);
    unchecked = List.copyOf(unchecked);
    names = List.copyOf(names);
    figures = List.copyOf(figures);
  }

  /** A report on quotations alone. */
  public CheckReport(String draft, List<Checked> quotations) {
    this(draft, quotations, List.of(), List.of(), List.of());
  }

  /**
   * True only when no quotation is to be mended: every one is verbatim, and none was passed over
   * because there were too many. Names and figures do not count.
   */
  public boolean allVerbatim() {
    return quotations.stream().allMatch(q -> q.verdict() == Verdict.VERBATIM)
        && unchecked.stream().noneMatch(u -> u.reason() == Unchecked.Reason.TOO_MANY);
  }

  /**
   * The quotations in the order in which a person should see them: first those whose sense a "not",
   * a number or a name may have turned, then those of somebody else, those out of their context,
   * then by verdict.
   */
  public List<Checked> gravestFirst() {
    return quotations.stream()
        .sorted(comparing(Checked::rank).thenComparing(q -> q.quotation().start()))
        .toList();
  }
}

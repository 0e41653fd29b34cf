package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Annotated;
import org.stemma.model.Entities;
import org.stemma.store.Articles;

/**
 * Checks the quotations of a draft against the record: what stands in quotation marks in the draft
 * is looked for in the articles of a desk. It never says whether something is true.
 *
 * <p>It fails closed: a quotation is {@link Verdict#VERBATIM} only when its words are found one
 * after another in quotation marks on record, compared as characters, with typography, capitals at
 * the start and what an outlet put in square brackets aside; with whole sentences, or an ellipsis
 * where words are left out; and of the same speaker, or of one that nothing contradicts. Readers'
 * comments are no record.
 *
 * <p>The same draft and the same record give the same report. Thread-safe.
 */
public final class Checker {
  /** Quotations with fewer words are left out: "no comment" is everybody's. */
  public static final int FEWEST_WORDS = 3;

  /**
   * Checks a draft.
   *
   * @param entities of the articles: who is meant by the names of speakers
   * @return a verdict for each of its quotations of {@link #FEWEST_WORDS} words or more; empty when
   *     it has none
   * @throws org.stemma.store.StoreException when the store fails
   */
  public CheckReport check(Annotated draft, Articles articles, Entities entities) {
    Desk desk = new Desk(articles);
    List<Checked> checked = new ArrayList<>();
    for (Drafted quotation : Drafted.in(draft, FEWEST_WORDS)) {
      checked.add(check(quotation, desk, entities));
    }
    return new CheckReport(draft.article().text(), checked);
  }

  private static Checked check(Drafted quotation, Desk desk, Entities entities) {
    Comparison comparison = new Comparison(quotation, entities);
    List<OnRecord> records = desk.search(quotation.wording(), 0, quotation.wording().size());
    List<Finding> findings = new ArrayList<>();
    for (OnRecord record : records) {
      record.passages().forEach(passage -> findings.addAll(comparison.exact(record, passage)));
    }
    if (findings.stream().allMatch(finding -> finding.verdict() == Verdict.ALTERED)) {
      for (OnRecord record : records) {
        record.passages().forEach(passage -> findings.addAll(comparison.near(record, passage)));
      }
    }
    return Finding.best(findings)
        .map(new Splices(quotation, desk)::named)
        .map(best -> checked(quotation, best))
        .orElseGet(() -> notOnRecord(quotation));
  }

  private static Checked checked(Drafted quotation, Finding finding) {
    return new Checked(
        quotation.span(),
        quotation.speaker(),
        finding.verdict(),
        Optional.of(finding.nearest()),
        finding.alterations());
  }

  private static Checked notOnRecord(Drafted quotation) {
    return new Checked(
        quotation.span(), quotation.speaker(), Verdict.NOT_ON_RECORD, Optional.empty(), List.of());
  }
}

package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Annotated;
import org.stemma.model.Entities;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
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

  /** More are no draft; each costs a search of the whole record. */
  private static final int MOST_QUOTATIONS = 1_000;

  private record Known(Entities entities, Names names) {}

  private volatile Known names = new Known(Entities.NONE, new Names(Entities.NONE));

  /**
   * Checks a draft.
   *
   * @param entities of the articles: who is meant by the names of speakers
   * @return a verdict for each of its quotations of {@link #FEWEST_WORDS} words or more; without
   *     any when it has none
   * @throws org.stemma.store.StoreException when the store fails
   */
  public CheckReport check(Annotated draft, Articles articles, Entities entities) {
    Desk desk = new Desk(articles);
    Turns turns = new Turns(draft.article().text());
    List<Checked> checked = new ArrayList<>();
    List<Unchecked> unchecked = new ArrayList<>();
    for (Drafted quotation : Drafted.in(draft)) {
      boolean tooShort = quotation.wording().size() < FEWEST_WORDS;
      if (tooShort || checked.size() == MOST_QUOTATIONS) {
        if (!(tooShort && quotation.nested())) {
          unchecked.add(unchecked(quotation, tooShort));
        }
      } else {
        checked.add(check(quotation, desk, entities, turns));
      }
    }
    return new CheckReport(
        draft.article().text(),
        checked,
        unchecked,
        names(entities).of(draft),
        new Figures(desk, checked).of(draft));
  }

  /** Made anew only when the record has changed: it takes longer than to check a draft. */
  private Names names(Entities entities) {
    Known known = names;
    if (known.entities() != entities) {
      known = new Known(entities, new Names(entities));
      names = known;
    }
    return known.names();
  }

  private static Unchecked unchecked(Drafted quotation, boolean tooShort) {
    boolean spoken = !(quotation.speaker() instanceof Speaker.Unknown);
    Unchecked.Reason reason =
        !tooShort
            ? Unchecked.Reason.TOO_MANY
            : spoken ? Unchecked.Reason.FRAGMENT : Unchecked.Reason.SCARE_QUOTES;
    return new Unchecked(quotation.span(), quotation.speaker(), reason);
  }

  private static Checked check(Drafted quotation, Desk desk, Entities entities, Turns turns) {
    Comparison comparison = new Comparison(quotation, entities);
    List<OnRecord> records = desk.search(quotation.wording(), 0, quotation.wording().size());
    List<Finding> findings = new ArrayList<>();
    for (OnRecord record : records) {
      record.passages().forEach(passage -> findings.addAll(comparison.exact(record, passage)));
    }
    List<Finding> near = new ArrayList<>();
    for (OnRecord record : records) {
      record.passages().forEach(passage -> near.addAll(comparison.near(record, passage)));
    }
    if (findings.stream().allMatch(finding -> finding.verdict() == Verdict.ALTERED)) {
      findings.addAll(near);
    }
    return Finding.best(findings)
        .map(new Splices(quotation, desk)::named)
        .map(best -> checked(quotation, best, rival(best, near), desk, turns))
        .orElseGet(() -> notOnRecord(quotation));
  }

  private static Optional<Finding> rival(Finding best, List<Finding> near) {
    return best.verdict() == Verdict.ALTERED ? Optional.empty() : Finding.rival(near);
  }

  private static Checked checked(
      Drafted quotation, Finding finding, Optional<Finding> rival, Desk desk, Turns turns) {
    return new Checked(
        quotation.span(),
        quotation.speaker(),
        finding.verdict(),
        Optional.of(inContext(finding.nearest(), desk, quotation, turns)),
        finding.alterations(),
        rival.map(
            other ->
                new Checked.Rival(
                    inContext(other.nearest(), desk, quotation, turns), other.alterations())),
        quotation.nested());
  }

  private static Checked.Record inContext(
      Checked.Record nearest, Desk desk, Drafted quotation, Turns turns) {
    Optional<OnRecord> found = desk.find(nearest.article());
    if (found.isEmpty()) {
      return nearest;
    }
    OnRecord record = found.get();
    Span told = record.told(nearest.span());
    return new Checked.Record(
        nearest.article(),
        nearest.span(),
        nearest.speaker(),
        nearest.likeness(),
        told,
        record.context(told),
        turns.leftOut(record, nearest.span(), quotation.span()));
  }

  private static Checked notOnRecord(Drafted quotation) {
    return new Checked(
        quotation.span(),
        quotation.speaker(),
        Verdict.NOT_ON_RECORD,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        quotation.nested());
  }
}

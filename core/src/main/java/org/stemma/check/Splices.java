package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Span;
import org.stemma.text.CommonWords;

/** Finds out whether what a wording lacks of a quotation stands elsewhere on record. */
final class Splices {
  private final Drafted quotation;
  private final Desk desk;

  Splices(Drafted quotation, Desk desk) {
    this.quotation = quotation;
    this.desk = desk;
  }

  /**
   * The finding, or the same one as a splice where the start or the end is of another statement.
   */
  Finding named(Finding finding) {
    if (finding.verdict() != Verdict.ALTERED) {
      return finding;
    }
    Finding named = named(finding, 0, finding.firstAgreed());
    return named(named, finding.lastAgreed() + 1, quotation.wording().size());
  }

  private Finding named(Finding finding, int from, int to) {
    if (!tells(from, to)) {
      return finding;
    }
    Wording draft = quotation.wording();
    for (OnRecord record : desk.search(draft, from, to)) {
      Optional<Span> place = place(record, from, to);
      if (place.isPresent()) {
        return spliced(finding, record, place.get(), draft.span(from, to));
      }
    }
    return finding;
  }

  private boolean tells(int from, int to) {
    for (int i = from; i < to && to - from >= Checker.FEWEST_WORDS; i++) {
      if (!CommonWords.contains(quotation.wording().word(i).normal())) {
        return true;
      }
    }
    return false;
  }

  private Optional<Span> place(OnRecord record, int from, int to) {
    ExactWords wanted = new ExactWords(quotation.wording().normals().subList(from, to));
    for (OnRecord.Passage passage : record.passages()) {
      if (passage.quoted()) {
        List<Integer> places = wanted.places(passage.wording().normals());
        if (!places.isEmpty()) {
          int start = places.get(0);
          return Optional.of(passage.wording().span(start, start + to - from));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding spliced(Finding finding, OnRecord record, Span place, Span inDraft) {
    List<Alteration> alterations = new ArrayList<>();
    boolean sameArticle = record.article().id().equals(finding.article().id());
    alterations.add(
        new Alteration(
            AlterationKind.SPLICED,
            sameArticle ? Optional.of(place) : Optional.empty(),
            Optional.of(inDraft)));
    for (Alteration alteration : finding.alterations()) {
      boolean explained = alteration.inWitness().map(inDraft::overlaps).orElse(false);
      if (!explained || alteration.kind() == AlterationKind.MISATTRIBUTED) {
        alterations.add(alteration);
      }
    }
    return finding.with(alterations);
  }
}

package org.stemma.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.stemma.model.Alteration;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * One quotation of a draft, checked.
 *
 * @param quotation in the draft, quotation marks excluded
 * @param speaker as the draft gives it
 * @param nearest the nearest wording on record; empty exactly when the verdict is {@link
 *     Verdict#NOT_ON_RECORD}
 * @param alterations of the draft against the record, gravest first: {@code inBase} points into the
 *     record's article, {@code inWitness} into the draft
 */
public record Checked(
    Span quotation,
    Speaker speaker,
    Verdict verdict,
    Optional<Record> nearest,
    List<Alteration> alterations) {
  public Checked {
    requireNonNull(quotation, "quotation");
    requireNonNull(speaker, "speaker");
    requireNonNull(verdict, "verdict");
    alterations = List.copyOf(alterations);
    if (nearest.isEmpty() != (verdict == Verdict.NOT_ON_RECORD)) {
      throw new IllegalArgumentException("verdict " + verdict + " with nearest " + nearest);
    }
  }

  /**
   * Where the nearest wording stands.
   *
   * @param span in the article's text
   * @param likeness from 0 to 1, 1 for the same words
   */
  public record Record(ArticleId article, Span span, Speaker speaker, double likeness) {
    public Record {
      requireNonNull(article, "article");
      requireNonNull(span, "span");
      requireNonNull(speaker, "speaker");
    }
  }
}

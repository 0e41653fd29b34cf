package org.stemma.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
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
 * @param rival another wording on record, of a speaker whom nothing contradicts, that nearly is the
 *     draft's and whose sense is another; never for a verdict {@link Verdict#ALTERED}, which names
 *     the gravest already
 * @param nested true where it stands inside another quotation of the draft
 */
public record Checked(
    Span quotation,
    Speaker speaker,
    Verdict verdict,
    Optional<Record> nearest,
    List<Alteration> alterations,
    Optional<Rival> rival,
    boolean nested) {
  public Checked {
    requireNonNull(quotation, "quotation");
    requireNonNull(speaker, "speaker");
    requireNonNull(verdict, "verdict");
    alterations = List.copyOf(alterations);
    requireNonNull(rival, "rival");
    if (nearest.isEmpty() != (verdict == Verdict.NOT_ON_RECORD)) {
      throw new IllegalArgumentException("verdict " + verdict + " with nearest " + nearest);
    }
  }

  /** A quotation that stands in no other, and that the record has in one sense. */
  public Checked(
      Span quotation,
      Speaker speaker,
      Verdict verdict,
      Optional<Record> nearest,
      List<Alteration> alterations) {
    this(quotation, speaker, verdict, nearest, alterations, Optional.empty(), false);
  }

  /** True where the sense may be another than on record. */
  public boolean changesSense() {
    return alterations.stream().anyMatch(a -> a.kind().changesSense());
  }

  /** True where the record goes on with a "but" that the draft leaves out. */
  public boolean isOutOfContext() {
    return nearest.flatMap(Record::turn).isPresent();
  }

  /** Smaller is graver. */
  int rank() {
    int gravest =
        alterations.stream()
            .map(Alteration::kind)
            .filter(AlterationKind::changesSense)
            .mapToInt(Enum::ordinal)
            .min()
            .orElse(AlterationKind.MISATTRIBUTED.ordinal() + 1);
    int senses = AlterationKind.MISATTRIBUTED.ordinal() + 1;
    if (gravest < senses) {
      return gravest;
    }
    if (isOutOfContext() || rival.isPresent()) {
      return senses;
    }
    return senses
        + switch (verdict) {
          case MISATTRIBUTED -> 1;
          case ALTERED -> 2;
          case NOT_ON_RECORD -> 3;
          case TRUNCATED -> 4;
          case VERBATIM -> 5;
        };
  }

  /**
   * A wording on record that says something else in nearly the same words.
   *
   * @param alterations of the draft against it, gravest first
   */
  public record Rival(Record record, List<Alteration> alterations) {
    public Rival {
      requireNonNull(record, "record");
      alterations = List.copyOf(alterations);
    }
  }

  /**
   * Where the nearest wording stands. All spans are of the article's text.
   *
   * @param likeness from 0 to 1, 1 for the same words
   * @param sentence the whole sentences that hold the wording, and the words that say whose it is
   *     where those stand near: what can be quoted as it is
   * @param context the same with up to two sentences on either side, as far as they stand next to
   *     it
   * @param turn where the record goes on with a "but" (or however, unless, though) that the draft
   *     leaves out
   */
  public record Record(
      ArticleId article,
      Span span,
      Speaker speaker,
      double likeness,
      Span sentence,
      Span context,
      Optional<Span> turn) {
    public Record {
      requireNonNull(article, "article");
      requireNonNull(span, "span");
      requireNonNull(speaker, "speaker");
      requireNonNull(turn, "turn");
      if (!sentence.contains(span) || !context.contains(sentence)) {
        throw new IllegalArgumentException(
            "context " + context + ", sentence " + sentence + " and wording " + span);
      }
    }

    /** A wording whose surroundings are not looked at. */
    public Record(ArticleId article, Span span, Speaker speaker, double likeness) {
      this(article, span, speaker, likeness, span, span, Optional.empty());
    }
  }
}

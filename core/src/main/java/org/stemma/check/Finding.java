package org.stemma.check;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.FoundDate;

/**
 * One wording on record that a quotation may be of.
 *
 * @param alterations gravest first
 * @param quoted true when it stands in quotation marks there
 * @param firstAgreed index of the quotation's first word that stands there
 * @param lastAgreed index of the last one
 */
record Finding(
    Article article,
    Checked.Record nearest,
    List<Alteration> alterations,
    Speakers speakers,
    boolean quoted,
    int firstAgreed,
    int lastAgreed) {
  /** How much less near a wording counts that is not in quotation marks. */
  private static final double NOT_QUOTED = 0.15;

  /** How much less near a wording counts that another speaker said. */
  private static final double NOT_THE_SPEAKER = 0.1;

  /** Share of words in common from which two wordings with another sense are rivals. */
  private static final double RIVAL = 0.75;

  /** Wordings that are so nearly as near as the nearest are equally near. */
  private static final double AS_NEAR = 0.1;

  /** The same order in every run: the earliest dated, then by the article, then by the place. */
  private static final Comparator<Finding> EARLIEST =
      comparing(
              (Finding f) -> f.article.published().map(FoundDate::earliest).orElse(null),
              nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(f -> f.article.id())
          .thenComparing(f -> f.nearest.span());

  private static final Comparator<Finding> NEAREST =
      comparing(Finding::nearness)
          .reversed()
          .thenComparing(f -> f.alterations.size())
          .thenComparing(EARLIEST);

  Finding {
    alterations = alterations.stream().sorted(comparing(Alteration::kind)).toList();
  }

  Finding with(List<Alteration> others) {
    return new Finding(article, nearest, others, speakers, quoted, firstAgreed, lastAgreed);
  }

  Verdict verdict() {
    if (alterations.stream().anyMatch(a -> changesWords(a.kind()))) {
      return Verdict.ALTERED;
    }
    if (speakers == Speakers.CONTRADICTED) {
      return Verdict.MISATTRIBUTED;
    }
    return has(AlterationKind.TRUNCATED) ? Verdict.TRUNCATED : Verdict.VERBATIM;
  }

  /**
   * The finding that a person should see. Where the same words stand on record: a verbatim one of
   * the speaker named; else, where another speaker is named and the right one nowhere, that; else a
   * verbatim one of nobody named. Of several altered ones that are about equally near the one with
   * the gravest change, so that a lost "not" is not hidden by a record that reads nearly the same.
   */
  static Optional<Finding> best(List<Finding> findings) {
    List<Finding> exact = findings.stream().filter(f -> f.verdict() != Verdict.ALTERED).toList();
    if (!exact.isEmpty()) {
      boolean confirmed = exact.stream().anyMatch(f -> f.speakers == Speakers.SAME);
      return exact.stream()
          .min(comparing((Finding f) -> f.rank(confirmed)).thenComparing(EARLIEST));
    }
    double most = findings.stream().mapToDouble(Finding::nearness).max().orElse(0);
    return findings.stream()
        .filter(f -> f.nearness() >= most - AS_NEAR)
        .min(comparing(Finding::gravest).thenComparing(NEAREST));
  }

  /**
   * Of wordings in quotation marks that are nearly those of a quotation, the one with the gravest
   * change of sense that this speaker may have said.
   */
  static Optional<Finding> rival(List<Finding> near) {
    return near.stream()
        .filter(f -> f.quoted && f.speakers != Speakers.CONTRADICTED)
        .filter(f -> f.nearest.likeness() >= RIVAL && f.gravest() < AlterationKind.values().length)
        .min(comparing(Finding::gravest).thenComparing(NEAREST));
  }

  /**
   * Smaller is better.
   *
   * @param confirmed true when the speaker is named with these words somewhere on record
   */
  private int rank(boolean confirmed) {
    boolean same = speakers == Speakers.SAME;
    return switch (verdict()) {
      case VERBATIM -> same ? 0 : confirmed ? 1 : 4;
      case TRUNCATED -> same ? 2 : 5;
      case MISATTRIBUTED -> has(AlterationKind.TRUNCATED) ? 6 : 3;
      default -> 7;
    };
  }

  private double nearness() {
    return nearest.likeness()
        - (quoted ? 0 : NOT_QUOTED)
        - (speakers == Speakers.CONTRADICTED ? NOT_THE_SPEAKER : 0);
  }

  /** Changes that cannot change the sense are all alike. */
  private int gravest() {
    return alterations.stream()
        .map(Alteration::kind)
        .filter(kind -> kind.changesSense() && kind != AlterationKind.MISATTRIBUTED)
        .mapToInt(Enum::ordinal)
        .min()
        .orElse(AlterationKind.values().length);
  }

  private boolean has(AlterationKind kind) {
    return alterations.stream().anyMatch(a -> a.kind() == kind);
  }

  private static boolean changesWords(AlterationKind kind) {
    return kind != AlterationKind.TRUNCATED
        && kind != AlterationKind.MISATTRIBUTED
        && kind != AlterationKind.PUNCTUATION;
  }
}

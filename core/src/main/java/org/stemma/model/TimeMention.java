package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Words of a text that tell when: "on Tuesday", "September 12", "over the last 72 hours".
 *
 * @param span the words, without the preposition
 * @param earliest the first day that they can mean; empty where that is not known, as for "on
 *     Tuesday" in an article without a date
 * @param latest the last day that they can mean, not before {@code earliest}; both are there or
 *     neither
 */
public record TimeMention(
    Span span, Optional<LocalDate> earliest, Optional<LocalDate> latest, Basis basis) {
  /** How it is told. The names, in lower case, are the ones in files. */
  public enum Basis {
    /** With its year: the text alone tells it. */
    CALENDAR,
    /** A day or month without a year; the year is the one that lies nearest to publication. */
    YEAR_FROM_PUBLICATION,
    /** Counted from the day of publication: "yesterday", "last month", "on Tuesday". */
    RELATIVE_TO_PUBLICATION,
    /** Counted from something else that the text tells: "48 hours later". Never resolved. */
    RELATIVE_TO_EVENT
  }

  public TimeMention {
    requireNonNull(span, "span");
    requireNonNull(earliest, "earliest");
    requireNonNull(latest, "latest");
    requireNonNull(basis, "basis");
    if (earliest.isPresent() != latest.isPresent()) {
      throw new IllegalArgumentException("a time has both its days or neither");
    }
    if (earliest.isPresent() && latest.get().isBefore(earliest.get())) {
      throw new IllegalArgumentException(
          "latest day " + latest.get() + " must not lie before " + earliest.get());
    }
  }

  /** True when both can mean one day; false where one of them is not resolved. */
  public boolean canBe(TimeMention other) {
    return earliest.isPresent()
        && other.earliest.isPresent()
        && !earliest.get().isAfter(other.latest.orElseThrow())
        && !other.earliest.get().isAfter(latest.orElseThrow());
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that a text tells, with what it counts.
 *
 * @param span the number with the words that qualify it: "at least 23", "$3.5 million"
 * @param lowest the least that is told; empty where only an upper bound is
 * @param highest the most that is told; empty where only a lower bound is
 * @param currency the ISO 4217 code of an amount of money; empty for all else
 * @param counted the words that say what is counted; empty where no words of their own do
 * @param head what is counted in a form that can be compared: "soldier killed"; may be empty
 * @param isPart true where it is a part or a growth of another number: "three more", "12 of them",
 *     "two at each site"
 * @param place where it happened, where the same sentence tells it
 * @param time when it happened, where the same sentence tells it
 */
public record Figure(
    Span span,
    Optional<BigDecimal> lowest,
    Optional<BigDecimal> highest,
    Exactness exactness,
    Unit unit,
    Optional<String> currency,
    Optional<Span> counted,
    String head,
    EventKind event,
    boolean isPart,
    Optional<Span> place,
    Optional<TimeMention> time) {
  /** How exactly the text tells it. The names, in lower case, are the ones in files. */
  public enum Exactness {
    EXACT,
    ABOUT,
    /** "At least 60", "more than 60". */
    AT_LEAST,
    /** "At most 60", "up to 60", "fewer than 60". */
    AT_MOST,
    RANGE,
    /** "Dozens", "several hundred". */
    VAGUE
  }

  /** What kind of number it is. The names, in lower case, are the ones in files. */
  public enum Unit {
    COUNT,
    PERCENT,
    PERCENTAGE_POINT,
    MONEY,
    /** A length, weight, span of time or the like, which {@code head} names. */
    MEASURE
  }

  public Figure {
    requireNonNull(span, "span");
    requireNonNull(lowest, "lowest");
    requireNonNull(highest, "highest");
    requireNonNull(exactness, "exactness");
    requireNonNull(unit, "unit");
    requireNonNull(currency, "currency");
    requireNonNull(counted, "counted");
    requireNonNull(head, "head");
    requireNonNull(event, "event");
    requireNonNull(place, "place");
    requireNonNull(time, "time");
    if (lowest.isEmpty() && highest.isEmpty()) {
      throw new IllegalArgumentException("a figure needs a bound");
    }
    if (lowest.isPresent() && highest.isPresent() && lowest.get().compareTo(highest.get()) > 0) {
      throw new IllegalArgumentException(
          "lowest " + lowest.get() + " must not exceed highest " + highest.get());
    }
    if (currency.isPresent() != (unit == Unit.MONEY)) {
      throw new IllegalArgumentException("money, and only money, has a currency");
    }
  }

  /** The one number by which it is shown and sorted: the lower bound where there is one. */
  public BigDecimal value() {
    return lowest.or(() -> highest).orElseThrow();
  }

  /** "Some 60" and 65 can both stand. */
  private static final BigDecimal ABOUT = new BigDecimal("0.1");

  /** True where no number can be what both tell. */
  public boolean excludes(Figure other) {
    return isBelow(other) || other.isBelow(this);
  }

  private boolean isBelow(Figure other) {
    if (highest.isEmpty() || other.lowest.isEmpty()) {
      return false;
    }
    BigDecimal high = highest.get();
    if (exactness == Exactness.ABOUT || other.exactness == Exactness.ABOUT) {
      high = high.add(high.multiply(ABOUT));
    }
    return high.compareTo(other.lowest.get()) < 0;
  }
}

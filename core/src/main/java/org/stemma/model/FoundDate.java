package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A date that a page carries, where it was read and what it tells. A date without an hour is the
 * whole day; a time without a zone is taken as UTC.
 *
 * @param value ISO 8601: {@code 2031-05-04}, {@code 2031-05-04T10:15} or {@code
 *     2031-05-04T10:15:00+02:00}
 */
public record FoundDate(String value, DateOrigin origin, DateSense sense) {
  public FoundDate {
    requireNonNull(origin, "origin");
    requireNonNull(sense, "sense");
    earliest(value);
  }

  /** A date that tells what dates from its origin usually do. */
  public FoundDate(String value, DateOrigin origin) {
    this(value, origin, origin.usualSense());
  }

  /**
   * A day of publication that a person set.
   *
   * @throws IllegalArgumentException when it is not ISO 8601
   */
  public static FoundDate byHand(String value) {
    return new FoundDate(value, DateOrigin.BY_HAND);
  }

  /** The most believed first. */
  public static List<FoundDate> sorted(Collection<FoundDate> dates) {
    List<FoundDate> sorted = new ArrayList<>(dates);
    sorted.sort(
        Comparator.comparing(FoundDate::origin)
            .thenComparing(FoundDate::value)
            .thenComparing(FoundDate::sense));
    return sorted;
  }

  /** The first moment that the value can mean. */
  public Instant earliest() {
    return earliest(value);
  }

  /** The last moment that the value can mean: the end of the day where no hour is given. */
  public Instant latest() {
    return isDayOnly() ? earliest().plus(1, ChronoUnit.DAYS).minusMillis(1) : earliest();
  }

  /** True when no hour is given. */
  public boolean isDayOnly() {
    return value.length() == 10;
  }

  private static Instant earliest(String value) {
    try {
      if (value.length() == 10) {
        return LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      boolean zoned =
          value.endsWith("Z") || value.lastIndexOf('+') > 10 || value.lastIndexOf('-') > 10;
      return zoned
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date \"" + value + "\" must be ISO 8601", e);
    }
  }
}

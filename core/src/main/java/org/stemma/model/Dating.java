package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The day on which an article is taken to have been published, and why. Depends on nothing but the
 * dates of the page, whatever their order.
 *
 * @param chosen empty where the day is not known; an undated article never counts as first
 */
public record Dating(Optional<FoundDate> chosen, Reason reason) {
  /** Why this date, or why none. */
  public enum Reason {
    /** Several places give the same day; the most exact of them is taken. */
    AGREED,
    /** Places give different days; the one that is believed most is taken. */
    MOST_BELIEVED,
    /** One place gives a day. */
    ONLY_ONE,
    /** The page carries no date. */
    NONE_FOUND,
    /** Only the day on which the page was read is known. */
    ONLY_READ,
    /** Only the day of a change is known. */
    ONLY_UPDATED,
    /** Every date lies after the page was read, which cannot be. */
    NOT_YET
  }

  /** A page in one time zone is read in another: no date within this is too late, in hours. */
  private static final int ZONES_APART = 26;

  public Dating {
    requireNonNull(chosen, "chosen");
    requireNonNull(reason, "reason");
  }

  /** Decides on the dates of one page. */
  static Dating of(List<FoundDate> dates) {
    List<FoundDate> told = dates.stream().filter(d -> d.sense() == DateSense.PUBLISHED).toList();
    List<FoundDate> possible = told.stream().filter(d -> !isTooLate(d, dates)).toList();
    if (possible.isEmpty()) {
      return new Dating(Optional.empty(), whyNone(dates, told));
    }
    FoundDate first = possible.stream().min(BELIEF).orElseThrow();
    List<FoundDate> same = possible.stream().filter(d -> day(d).equals(day(first))).toList();
    FoundDate chosen = same.stream().min(EXACT.thenComparing(BELIEF)).orElseThrow();
    return new Dating(Optional.of(chosen), reason(possible, same));
  }

  private static final Comparator<FoundDate> BELIEF =
      Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value);

  private static final Comparator<FoundDate> EXACT = Comparator.comparing(FoundDate::isDayOnly);

  private static Reason reason(List<FoundDate> possible, List<FoundDate> same) {
    if (possible.size() > same.size()) {
      return Reason.MOST_BELIEVED;
    }
    Set<DateOrigin> places = EnumSet.noneOf(DateOrigin.class);
    same.forEach(d -> places.add(d.origin()));
    return places.size() > 1 ? Reason.AGREED : Reason.ONLY_ONE;
  }

  private static Reason whyNone(List<FoundDate> dates, List<FoundDate> told) {
    if (dates.isEmpty()) {
      return Reason.NONE_FOUND;
    }
    if (!told.isEmpty()) {
      return Reason.NOT_YET;
    }
    boolean updated = dates.stream().anyMatch(d -> d.sense() == DateSense.UPDATED);
    return updated ? Reason.ONLY_UPDATED : Reason.ONLY_READ;
  }

  /** Only an archive's own note is believed to tell when the page was read. */
  private static boolean isTooLate(FoundDate date, List<FoundDate> dates) {
    Optional<Instant> read =
        dates.stream()
            .filter(d -> d.origin() == DateOrigin.ARCHIVE)
            .map(FoundDate::latest)
            .min(Comparator.naturalOrder());
    return read.isPresent()
        && date.earliest().isAfter(read.get().plus(ZONES_APART, ChronoUnit.HOURS));
  }

  private static LocalDate day(FoundDate date) {
    return date.isDayOnly()
        ? LocalDate.parse(date.value())
        : LocalDate.ofInstant(date.earliest(), ZoneOffset.UTC);
  }
}

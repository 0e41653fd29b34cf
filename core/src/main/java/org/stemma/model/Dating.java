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
    /**
     * Places give different days; the one that most places give is taken, since what is believed
     * most stands alone, or is the day on which the page was read or changed.
     */
    MOST_PLACES,
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

  /** Where people live, clocks are at most so many hours behind Greenwich. */
  private static final int FARTHEST_WEST = 11;

  /** And so many before it. */
  private static final int FARTHEST_EAST = 13;

  /** Places that must agree before the one believed most is given up. */
  private static final int ENOUGH_PLACES = 2;

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
    Optional<FoundDate> rival = rival(first, possible, dates);
    List<FoundDate> same = sameDay(rival.orElse(first), possible);
    FoundDate chosen = same.stream().min(EXACT.thenComparing(BELIEF)).orElseThrow();
    Reason reason = rival.isPresent() ? Reason.MOST_PLACES : reason(possible, same);
    return new Dating(Optional.of(chosen), reason);
  }

  private static final Comparator<FoundDate> BELIEF =
      Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value);

  private static final Comparator<FoundDate> EXACT = Comparator.comparing(FoundDate::isDayOnly);

  /**
   * The date that more places give than the day believed most: what a template writes into every
   * page, or the hour at which a page was built, stands alone against address, byline and dateline.
   */
  private static Optional<FoundDate> rival(
      FoundDate first, List<FoundDate> possible, List<FoundDate> dates) {
    int held = places(sameDay(first, possible)).size();
    boolean suspect = isDayOf(first, dates);
    Comparator<FoundDate> most = Comparator.comparing(d -> -places(sameDay(d, possible)).size());
    return possible.stream()
        .filter(d -> !isSameDay(d, first))
        .min(most.thenComparing(BELIEF))
        .filter(
            d -> {
              int places = places(sameDay(d, possible)).size();
              boolean earlier = d.latest().isBefore(first.earliest());
              return places >= ENOUGH_PLACES && (places > held || (suspect && earlier));
            });
  }

  /** True for the day on which an archive took the page, or on which it was changed. */
  private static boolean isDayOf(FoundDate date, List<FoundDate> dates) {
    return dates.stream()
        .filter(d -> d.origin() == DateOrigin.ARCHIVE || d.sense() == DateSense.UPDATED)
        .anyMatch(d -> isSameDay(d, date));
  }

  private static Set<DateOrigin> places(List<FoundDate> dates) {
    Set<DateOrigin> places = EnumSet.noneOf(DateOrigin.class);
    dates.forEach(d -> places.add(d.origin()));
    return places;
  }

  private static List<FoundDate> sameDay(FoundDate date, List<FoundDate> dates) {
    return dates.stream().filter(d -> isSameDay(d, date)).toList();
  }

  private static Reason reason(List<FoundDate> possible, List<FoundDate> same) {
    if (possible.size() > same.size()) {
      return Reason.MOST_BELIEVED;
    }
    return places(same).size() > 1 ? Reason.AGREED : Reason.ONLY_ONE;
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

  /**
   * True where two dates can mean one day at one place: a server's 03:00 in Greenwich is the
   * evening before in the outlet's town, which its address and its byline give.
   */
  private static boolean isSameDay(FoundDate a, FoundDate b) {
    if (written(a).equals(written(b))) {
      return true;
    }
    if (isInstant(a) && isInstant(b)) {
      return utc(a).equals(utc(b));
    }
    if (!a.isDayOnly() && a.earliest().equals(b.earliest())) {
      return true;
    }
    return (isGreenwich(a) && isDayNear(a, b)) || (isGreenwich(b) && isDayNear(b, a));
  }

  /** True where the local day of one is the day of the other's moment somewhere on earth. */
  private static boolean isDayNear(FoundDate moment, FoundDate local) {
    if (isInstant(local)) {
      return false;
    }
    LocalDate west = utc(moment.earliest().minus(FARTHEST_WEST, ChronoUnit.HOURS));
    LocalDate east = utc(moment.earliest().plus(FARTHEST_EAST, ChronoUnit.HOURS));
    LocalDate day = written(local);
    return !day.isBefore(west) && !day.isAfter(east);
  }

  private static LocalDate written(FoundDate date) {
    return LocalDate.parse(date.value().substring(0, 10));
  }

  private static LocalDate utc(FoundDate date) {
    return utc(date.earliest());
  }

  private static LocalDate utc(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** True where an hour with its zone is given. */
  private static boolean isInstant(FoundDate date) {
    String value = date.value();
    return !date.isDayOnly()
        && (value.endsWith("Z") || value.lastIndexOf('+') > 10 || value.lastIndexOf('-') > 10);
  }

  /** True for the zone in which servers write, wherever the outlet is. */
  private static boolean isGreenwich(FoundDate date) {
    return isInstant(date) && (date.value().endsWith("Z") || date.value().endsWith("+00:00"));
  }
}

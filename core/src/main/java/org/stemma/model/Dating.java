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
    /** A person set the day. */
    BY_HAND,
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

  /**
   * Dates that are held against one another, the most believed ones. Pages carry some ten; one that
   * carries more than this was made to wear its reader out.
   */
  private static final int MOST_WEIGHED = 100;

  public Dating {
    requireNonNull(chosen, "chosen");
    requireNonNull(reason, "reason");
  }

  /** Decides on the dates of one page. */
  static Dating of(List<FoundDate> dates) {
    List<FoundDate> told = dates.stream().filter(d -> d.sense() == DateSense.PUBLISHED).toList();
    Optional<FoundDate> set =
        told.stream().filter(date -> date.origin() == DateOrigin.BY_HAND).min(BELIEF);
    if (set.isPresent()) {
      return new Dating(set, Reason.BY_HAND);
    }
    Optional<Instant> tooLate = tooLate(dates);
    List<Moment> possible =
        told.stream()
            .filter(d -> tooLate.isEmpty() || !d.earliest().isAfter(tooLate.get()))
            .sorted(BELIEF)
            .limit(MOST_WEIGHED)
            .map(Moment::of)
            .toList();
    if (possible.isEmpty()) {
      return new Dating(Optional.empty(), whyNone(dates, told));
    }
    Moment first = possible.get(0);
    Optional<Moment> rival = rival(first, possible, dates);
    List<Moment> same = sameDay(rival.orElse(first), possible);
    FoundDate chosen =
        same.stream().map(Moment::date).min(EXACT.thenComparing(BELIEF)).orElseThrow();
    Reason reason = rival.isPresent() ? Reason.MOST_PLACES : reason(possible, same);
    return new Dating(Optional.of(chosen), reason);
  }

  private static final Comparator<FoundDate> BELIEF =
      Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value);

  private static final Comparator<FoundDate> EXACT = Comparator.comparing(FoundDate::isDayOnly);

  /**
   * The date that more places give than the day believed most: what a template writes into every
   * page, or the hour at which a page was built, stands alone against address, byline and dateline.
   *
   * @param possible the most believed first
   */
  private static Optional<Moment> rival(
      Moment first, List<Moment> possible, List<FoundDate> dates) {
    int held = places(sameDay(first, possible)).size();
    boolean suspect = isDayOf(first, dates);
    Comparator<Moment> most = Comparator.comparing(d -> -places(sameDay(d, possible)).size());
    return possible.stream()
        .filter(d -> !d.isSameDay(first))
        .min(most)
        .filter(
            d -> {
              int places = places(sameDay(d, possible)).size();
              boolean earlier = d.date().latest().isBefore(first.earliest());
              return places >= ENOUGH_PLACES && (places > held || (suspect && earlier));
            });
  }

  /** True for the day on which an archive took the page, or on which it was changed. */
  private static boolean isDayOf(Moment date, List<FoundDate> dates) {
    return dates.stream()
        .filter(d -> d.origin() == DateOrigin.ARCHIVE || d.sense() == DateSense.UPDATED)
        .anyMatch(d -> Moment.of(d).isSameDay(date));
  }

  private static Set<DateOrigin> places(List<Moment> dates) {
    Set<DateOrigin> places = EnumSet.noneOf(DateOrigin.class);
    dates.forEach(d -> places.add(d.date().origin()));
    return places;
  }

  private static List<Moment> sameDay(Moment date, List<Moment> dates) {
    return dates.stream().filter(d -> d.isSameDay(date)).toList();
  }

  private static Reason reason(List<Moment> possible, List<Moment> same) {
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

  /**
   * The last moment at which a page can have been published. Only an archive's own note is believed
   * to tell when it was read.
   */
  private static Optional<Instant> tooLate(List<FoundDate> dates) {
    return dates.stream()
        .filter(d -> d.origin() == DateOrigin.ARCHIVE)
        .map(FoundDate::latest)
        .min(Comparator.naturalOrder())
        .map(read -> read.plus(ZONES_APART, ChronoUnit.HOURS));
  }

  /**
   * A date, read once: each is held against each other one.
   *
   * @param written the day as it stands there
   * @param isInstant an hour with its zone is given
   */
  private record Moment(FoundDate date, LocalDate written, Instant earliest, boolean isInstant) {
    static Moment of(FoundDate date) {
      String value = date.value();
      boolean instant =
          !date.isDayOnly()
              && (value.endsWith("Z")
                  || value.lastIndexOf('+') > 10
                  || value.lastIndexOf('-') > 10);
      return new Moment(date, LocalDate.parse(value.substring(0, 10)), date.earliest(), instant);
    }

    /**
     * True where two dates can mean one day at one place: a server's 03:00 in Greenwich is the
     * evening before in the outlet's town, which its address and its byline give.
     */
    boolean isSameDay(Moment other) {
      if (written.equals(other.written)) {
        return true;
      }
      if (isInstant && other.isInstant) {
        return utc(earliest).equals(utc(other.earliest));
      }
      if (!date.isDayOnly() && earliest.equals(other.earliest)) {
        return true;
      }
      return isDayNear(other) || other.isDayNear(this);
    }

    /** True where the local day of the other is this moment's day somewhere on earth. */
    private boolean isDayNear(Moment local) {
      if (!isGreenwich() || local.isInstant) {
        return false;
      }
      LocalDate west = utc(earliest.minus(FARTHEST_WEST, ChronoUnit.HOURS));
      LocalDate east = utc(earliest.plus(FARTHEST_EAST, ChronoUnit.HOURS));
      return !local.written.isBefore(west) && !local.written.isAfter(east);
    }

    /** True for the zone in which servers write, wherever the outlet is. */
    private boolean isGreenwich() {
      return isInstant && (date.value().endsWith("Z") || date.value().endsWith("+00:00"));
    }

    private static LocalDate utc(Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }
}

package org.stemma.clean;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.FoundDate;
import org.stemma.model.ZoneRole;

/** The dates that a page carries outside its story, each with where it was read. */
final class PageDates {
  /** Characters of a day in ISO 8601. */
  private static final int ISO_DAY = 10;

  private PageDates() {}

  /**
   * All dates of a page: those of the draft, which come from markup or were told with the page, and
   * those in its address and lines.
   *
   * @param roles one for each block
   */
  static List<FoundDate> of(Draft draft, List<ZoneRole> roles, Optional<Dateline> dateline) {
    Set<FoundDate> dates = new LinkedHashSet<>();
    draft.dates().stream().filter(MarkedDates::isSound).forEach(dates::add);
    AddressDates.in(draft.address())
        .ifPresent(day -> dates.add(new FoundDate(day.toString(), DateOrigin.ADDRESS)));
    DayOrder order = order(draft, roles);
    new DatedLines(order, read(dates))
        .in(draft.blocks(), roles)
        .forEach(date -> dates.add(placed(date, dates)));
    dateline.flatMap(line -> inDateline(line, dates)).ifPresent(dates::add);
    return FoundDate.sorted(dates);
  }

  /** A date above the headline is the article's where markup or address give the same day. */
  private static FoundDate placed(FoundDate date, Set<FoundDate> others) {
    boolean told =
        others.stream()
            .filter(d -> d.sense() == DateSense.PUBLISHED && d.origin() != DateOrigin.BYLINE)
            .anyMatch(d -> d.value().startsWith(date.value().substring(0, ISO_DAY)));
    return date.origin() == DateOrigin.MASTHEAD && told
        ? new FoundDate(date.value(), DateOrigin.BYLINE)
        : date;
  }

  /** What other dates of the page's furniture show; else the habit of its declared region. */
  private static DayOrder order(Draft draft, List<ZoneRole> roles) {
    DayOrder shown = DayOrder.UNKNOWN;
    for (int i = 0; i < roles.size(); i++) {
      Block block = draft.blocks().get(i);
      if (roles.get(i) != ZoneRole.BODY && block.isWhole()) {
        DayOrder order = WrittenDates.order(block.line());
        if (shown != DayOrder.UNKNOWN && shown.and(order) == DayOrder.UNKNOWN) {
          return DayOrder.UNKNOWN;
        }
        shown = shown.and(order);
      }
    }
    return shown == DayOrder.UNKNOWN ? DayOrder.of(draft.declared()) : shown;
  }

  /** Only an archive tells the hour at which a page was read; days are too coarse for "ago". */
  private static Optional<Instant> read(Set<FoundDate> dates) {
    return dates.stream()
        .filter(d -> d.origin() == DateOrigin.ARCHIVE && !d.isDayOnly())
        .map(FoundDate::earliest)
        .min(Comparator.naturalOrder());
  }

  /** The day in the dateline, in the year that another date of the page tells. */
  private static Optional<FoundDate> inDateline(Dateline line, Set<FoundDate> others) {
    if (line.day().isEmpty()) {
      return Optional.empty();
    }
    String words = line.words().substring(line.day().get());
    return WrittenDates.first(words, DayOrder.UNKNOWN)
        .map(WrittenDates.Written::value)
        .or(() -> near(others).flatMap(near -> WrittenDates.dayNear(words, near)))
        .map(value -> new FoundDate(value, DateOrigin.DATELINE));
  }

  /** A date that tells the year: of publication where there is one, else of a change or reading. */
  private static Optional<LocalDate> near(Set<FoundDate> others) {
    return others.stream()
        .min(
            Comparator.comparing((FoundDate d) -> d.sense() != DateSense.PUBLISHED)
                .thenComparing(FoundDate::origin)
                .thenComparing(FoundDate::value))
        .map(d -> LocalDate.ofInstant(d.earliest(), ZoneOffset.UTC));
  }
}

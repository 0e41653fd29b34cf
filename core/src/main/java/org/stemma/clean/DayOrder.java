package org.stemma.clean;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Which number of 04/05/2031 is the day. */
enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST,
  /** Then such a date is none: a wrong date does more harm than a missing one. */
  UNKNOWN;

  /**
   * The habit of a language or region.
   *
   * @param tag as in BCP 47; for "en" alone no habit is known, because half of its readers have the
   *     other one
   */
  static DayOrder of(Optional<String> tag) {
    if (tag.isEmpty() || tag.get().equalsIgnoreCase("en")) {
      return UNKNOWN;
    }
    Locale locale = Locale.forLanguageTag(tag.get().replace('_', '-'));
    if (locale.getLanguage().isEmpty()) {
      return UNKNOWN;
    }
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    int day = pattern.indexOf('d');
    int month = pattern.indexOf('M');
    int year = pattern.indexOf('y');
    if (day < 0 || month < 0 || (year >= 0 && year < Math.min(day, month))) {
      return UNKNOWN;
    }
    return day < month ? DAY_FIRST : MONTH_FIRST;
  }

  /** This one where the other tells nothing or the same; unknown where they contradict. */
  DayOrder and(DayOrder other) {
    if (other == UNKNOWN || other == this) {
      return this;
    }
    return this == UNKNOWN ? other : UNKNOWN;
  }
}

package org.stemma.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A day, a month or a year.
 *
 * @param text {@code 2031}, {@code 2031-03} or {@code 2031-03-12}
 * @param first its first day, counted from 1970-01-01
 * @param last its last day, counted likewise
 */
record Period(String text, int first, int last) {
  /**
   * @throws QueryException when it is none
   */
  static Period of(String text, int at) {
    try {
      if (text.matches("\\d{4}")) {
        Year year = Year.parse(text);
        return of(text, year.atDay(1), year.atDay(year.length()));
      }
      if (text.matches("\\d{4}-\\d\\d")) {
        YearMonth month = YearMonth.parse(text);
        return of(text, month.atDay(1), month.atEndOfMonth());
      }
      LocalDate day = LocalDate.parse(text);
      return of(text, day, day);
    } catch (DateTimeException e) {
      throw new QueryException(
          "\"" + text + "\" is no date: write 2031-03-12, 2031-03 or 2031", at);
    }
  }

  private static Period of(String text, LocalDate first, LocalDate last) {
    return new Period(text, (int) first.toEpochDay(), (int) last.toEpochDay());
  }
}

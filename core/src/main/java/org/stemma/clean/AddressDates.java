package org.stemma.clean;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day in a page's address: {@code /2031/05/04/}, {@code /20310504-}, {@code -2031-05-04}. */
final class AddressDates {
  private static final String YEAR = "((?:19|20)\\d{2})";

  /** Year, month and day; eight digits behind a dash are more often an article's number. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("/" + YEAR + "/(\\d{1,2}|[a-z]{3,9})/(\\d{1,2})(?=[/_.-]|$)"),
          Pattern.compile("(?<=[/_-])" + YEAR + "-(\\d{2}|[a-z]{3,9})-(\\d{1,2})(?![\\d])"),
          Pattern.compile("/" + YEAR + "-(\\d{2})/(\\d{2})(?=/|$)"),
          Pattern.compile("/" + YEAR + "/(\\d{2})(\\d{2})(?=/|$)"),
          Pattern.compile("(?<=[/_])" + YEAR + "(\\d{2})(\\d{2})(?=[/_.-]|$)"));

  /** Longer addresses carry their day, if at all, in front. */
  private static final int LONGEST = 2000;

  private AddressDates() {}

  /** The first day in the address's path; a month alone is none. */
  static Optional<LocalDate> in(String address) {
    if (!address.startsWith("http")) {
      return Optional.empty();
    }
    String path = path(address);
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(path);
      while (found.find()) {
        Optional<LocalDate> date =
            DayReader.date(
                Integer.parseInt(found.group(1)),
                month(found.group(2)),
                Integer.parseInt(found.group(3)));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static String path(String address) {
    String start = address.substring(0, Math.min(address.length(), LONGEST));
    int end = start.length();
    for (char c : new char[] {'?', '#'}) {
      int at = start.indexOf(c);
      end = at < 0 ? end : Math.min(end, at);
    }
    return start.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static int month(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : CalendarWords.month(written).orElse(0);
  }
}

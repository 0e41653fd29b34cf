package org.stemma.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people write them in English, and ISO 8601. A date that can be read in two ways
 * (04/05/2031) is none: a wrong date does more harm than a missing one.
 */
final class WrittenDates {
  /**
   * A date in a line.
   *
   * @param value ISO 8601
   * @param start of the date or its clock in the line
   */
  record Written(String value, int start, int end) {}

  /** Years that a news page on the web can have. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2100;

  private static final String MONTH =
      "(?i:(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\\b\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])(?:T(?=\\d))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<![\\d:/.])" + DAY + "(?: of)?[ -]" + MONTH + ",?[ -](\\d{4})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<![\\p{L}\\d])" + MONTH + " " + DAY + ",? (\\d{4})(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4})(?![\\d./-])");
  private static final Pattern GLUED =
      Pattern.compile(
          "^(\\d{1,2}):(\\d{2}) ?(?:GMT|UTC) ?([+-])(\\d{2,4}) " + MONTH + " (\\d{4})(?!\\d)");
  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("^(?:" + MONTH + " " + DAY + "|" + DAY + " " + MONTH + ")(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:.])(\\d{1,2})(?:([:.])(\\d{2}))?(?::\\d{2}(?:\\.\\d{1,6})?)? ?(?i:(a\\.?m\\b\\.?|p\\.?m\\b\\.?))?"
              + "(?: ?\\(?([A-Z]{1,5})\\b\\)?)?(?: ?([+-]\\d{1,2})(?::?(\\d{2}))?(?!\\d))?");

  /** Zones that mean one thing wherever news is written; IST and the like mean several. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("GMT", "+00:00"),
          Map.entry("UTC", "+00:00"),
          Map.entry("Z", "+00:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("MST", "-07:00"));

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** What may stand beside a date on a line of its own. */
  private static final Pattern NOTHING_ELSE =
      Pattern.compile(
          "(?i)(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
              + "|at|on|of|gmt|utc|local time|edition|last|updated?|published|posted|today|date|time|[\\s,.:|()•·@–—/-])*");

  /** A line that holds a date and nothing else is shorter. */
  private static final int LONGEST_ALONE = 80;

  private WrittenDates() {}

  /** The first date in a line, with its time where one stands beside it. */
  static Optional<Written> first(String line) {
    Matcher glued = GLUED.matcher(line);
    if (glued.find()) {
      return glued(glued);
    }
    Optional<Written> day = earliest(day(line, ISO), day(line, DAY_FIRST));
    day = earliest(day, day(line, MONTH_FIRST));
    day = earliest(day, day(line, NUMBERS));
    return day.map(d -> withTime(line, d));
  }

  /** The date of a line that holds a date and nothing else. */
  static Optional<Written> fills(String line) {
    if (line.length() > LONGEST_ALONE || line.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    return first(line)
        .filter(
            d ->
                NOTHING_ELSE.matcher(line.substring(0, d.start())).matches()
                    && NOTHING_ELSE.matcher(line.substring(d.end())).matches());
  }

  /**
   * A day and month without its year, at the start of some words, in the year that puts it nearest
   * to another date.
   */
  static Optional<String> dayNear(String words, LocalDate near) {
    Matcher found = WITHOUT_YEAR.matcher(words);
    if (!found.find()) {
      return Optional.empty();
    }
    boolean monthFirst = found.group(1) != null;
    int month = month(monthFirst ? found.group(1) : found.group(4));
    int day = Integer.parseInt(monthFirst ? found.group(2) : found.group(3));
    Optional<LocalDate> nearest = Optional.empty();
    for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
      Optional<LocalDate> date = date(year, month, day);
      if (date.isPresent()
          && (nearest.isEmpty() || distance(date.get(), near) < distance(nearest.get(), near))) {
        nearest = date;
      }
    }
    return nearest.map(LocalDate::toString);
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(a.toEpochDay() - b.toEpochDay());
  }

  private static Optional<Written> earliest(Optional<Written> a, Optional<Written> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().start() <= b.get().start() ? a : b;
  }

  private static Optional<Written> day(String line, Pattern pattern) {
    Matcher found = pattern.matcher(line);
    while (found.find()) {
      Optional<LocalDate> date = date(found, pattern);
      if (date.isPresent()) {
        return Optional.of(new Written(date.get().toString(), found.start(), found.end()));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher found, Pattern pattern) {
    if (pattern == ISO) {
      return date(number(found, 1), number(found, 2), number(found, 3));
    }
    if (pattern == DAY_FIRST) {
      return date(number(found, 3), month(found.group(2)), number(found, 1));
    }
    if (pattern == MONTH_FIRST) {
      return date(number(found, 3), month(found.group(1)), number(found, 2));
    }
    int a = number(found, 1);
    int b = number(found, 3);
    if (a <= 12 && b <= 12 && a != b) {
      return Optional.empty();
    }
    return a > 12 ? date(number(found, 4), b, a) : date(number(found, 4), a, b);
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  /** "10:16 GMT +326 March": the zone's hours and the day, where only one cut makes sense. */
  private static Optional<Written> glued(Matcher found) {
    String digits = found.group(4);
    Optional<Written> only = Optional.empty();
    for (int cut = 1; cut <= 2 && cut < digits.length(); cut++) {
      int hours = Integer.parseInt(digits.substring(0, cut));
      int day = Integer.parseInt(digits.substring(cut));
      Optional<LocalDate> date = date(number(found, 6), month(found.group(5)), day);
      if (hours > 14 || date.isEmpty() || digits.charAt(cut) == '0') {
        continue;
      }
      if (only.isPresent()) {
        return Optional.empty();
      }
      String zone = String.format(Locale.ROOT, "%s%02d:00", found.group(3), hours);
      Optional<LocalTime> time = time(number(found, 1), number(found, 2));
      if (time.isPresent()) {
        String value = date.get() + "T" + time.get() + zone;
        only = Optional.of(new Written(value, found.start(), found.end()));
      }
    }
    return only;
  }

  private static Written withTime(String line, Written day) {
    Matcher time = TIME.matcher(line);
    // A time stands at most some words from its date: "10:15 GMT, Monday 4 May", "4 May at 10:15".
    int from = Math.max(0, day.start() - 40);
    int to = Math.min(line.length(), day.end() + 30);
    time.region(from, to).useTransparentBounds(true);
    while (time.find()) {
      boolean apart = time.end() <= day.start() || time.start() >= day.end();
      if (apart && isTime(time)) {
        return timed(day, time);
      }
    }
    return day;
  }

  private static boolean isTime(Matcher time) {
    boolean half = time.group(4) != null;
    return ":".equals(time.group(2)) || half;
  }

  private static Written timed(Written day, Matcher found) {
    int hour = number(found, 1);
    int minute = found.group(3) == null ? 0 : number(found, 3);
    String half = found.group(4);
    if (half != null) {
      boolean afternoon = Character.toLowerCase(half.charAt(0)) == 'p';
      hour = hour > 12 || hour == 0 ? -1 : hour % 12 + (afternoon ? 12 : 0);
    }
    Optional<LocalTime> time = hour < 0 ? Optional.empty() : time(hour, minute);
    int start = Math.min(day.start(), found.start());
    int end = Math.max(day.end(), found.end());
    Optional<String> zone = zone(found);
    return time.isEmpty() || zone.isEmpty()
        ? new Written(day.value(), start, end)
        : new Written(day.value() + "T" + time.get() + zone.get(), start, end);
  }

  private static Optional<LocalTime> time(int hour, int minute) {
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }

  /** Nothing where no zone is named; empty where one is that means several things. */
  private static Optional<String> zone(Matcher found) {
    String name = found.group(5);
    String hours = found.group(6);
    if (hours != null) {
      boolean plain = name == null || name.equals("GMT") || name.equals("UTC");
      int number = Integer.parseInt(hours);
      String minutes = found.group(7) == null ? "00" : found.group(7);
      return plain && Math.abs(number) <= 14 && Integer.parseInt(minutes) < 60
          ? Optional.of(
              String.format(Locale.ROOT, "%s%02d:%s", hours.charAt(0), Math.abs(number), minutes))
          : Optional.empty();
    }
    return name == null ? Optional.of("") : Optional.ofNullable(ZONES.get(name));
  }
}

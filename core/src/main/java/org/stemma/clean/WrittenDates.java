package org.stemma.clean;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates with their clocks as people write them. A date that can be read in two ways (04/05/2031) is
 * none unless the page shows its habit: a wrong date does more harm than a missing one.
 */
final class WrittenDates {
  /**
   * A date in a line.
   *
   * @param value ISO 8601
   * @param start of the date or its clock in the line
   */
  record Written(String value, int start, int end) {}

  /** Characters of a line that dates are looked for in. */
  private static final int LONGEST = 400;

  /** A line that holds a date and nothing else is shorter. */
  private static final int LONGEST_ALONE = 100;

  /** A clock stands at most so many characters from its day. */
  private static final int NEAR = 40;

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:./-])(\\d{1,2})(?:([:.]| ?h ?|时|時|點|点|시 ?)(\\d{2})(?:分|분)?)?(?::\\d{2}(?:\\.\\d{1,9})?)?"
              + " ?(?i:(a\\.?m\\b\\.?|p\\.?m\\b\\.?))?"
              + "(?: ?\\(?([A-Z]{1,5}?)(?![A-Za-z])\\)?| ?([A-Z]{2,5}?)(?=[A-Z][a-z])| ?(МСК))?"
              + "(?: ?([+-]\\d{1,2})(?::?(\\d{2}))?(?!\\d))?");

  private static final Pattern PLACE_TIME =
      Pattern.compile(
          "^ ?\\(?(\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?)(?: (?:Standard|Daylight|Summer))? [Tt]ime\\b");

  private static final Pattern GLUED =
      Pattern.compile(
          "^(\\d{1,2}):(\\d{2}) ?(?:GMT|UTC) ?([+-])(\\d{2,4}) ([A-Za-z]{3,9}) (\\d{4})(?!\\d)");

  /** As {@code date} prints it: the clock inside the day. */
  private static final Pattern CLOCK_INSIDE =
      Pattern.compile(
          "([A-Z][a-z]{2} \\d{1,2}),? (\\d{2}:\\d{2}:\\d{2}(?: [A-Z]{3,4}| [+-]\\d{4})?) (\\d{4})$");

  private static final Set<String> AFTERNOON = Set.of("下午", "午后", "午後", "오후");

  /** Beside a date on a line of its own. */
  private static final Set<String> BESIDE =
      Set.copyOf(
          List.of(
              ("at on of the um a las les le el los die dem den der de del di du klo kl uhr o ore alle as às h saat"
                      + " gmt utc local time edition last first on date today updated update published posted created"
                      + " modified am pm in 午後 午前 上午 下午 오전 오후 г року р года"
                      + " op om il em w dne o в об у في το στις até mis mise jour stand zuletzt ultima sist senast")
                  .split(" ")));

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private WrittenDates() {}

  /** The dates in a line, in its order, each with its clock where one stands beside it. */
  static List<Written> all(String line, DayOrder order) {
    String plain = plain(line);
    Matcher glued = GLUED.matcher(plain);
    if (glued.find()) {
      return glued(glued).stream().toList();
    }
    List<DayReader.Day> days = DayReader.days(plain, order);
    List<Written> dates = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < days.size(); i++) {
      DayReader.Day day = days.get(i);
      if (day.date().isPresent()) {
        boolean more = i + 1 < days.size();
        int to = more ? days.get(i + 1).start() : plain.length();
        dates.add(withTime(plain, day, from, to, more));
        from = dates.get(dates.size() - 1).end();
      }
    }
    return dates;
  }

  /** The first date in a line. */
  static Optional<Written> first(String line, DayOrder order) {
    return all(line, order).stream().findFirst();
  }

  /** True for a line of nothing but dates, their clocks and weekdays. */
  static boolean isAlone(String line) {
    if (line.length() > LONGEST_ALONE || !hasDigit(line)) {
      return false;
    }
    String plain = plain(line);
    // Which number is the day does not matter here.
    List<Written> dates = all(plain, DayOrder.DAY_FIRST);
    if (dates.isEmpty()) {
      return false;
    }
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Written date : dates) {
      rest.append(plain, from, date.start()).append(' ');
      from = date.end();
    }
    rest.append(plain.substring(from));
    return isNothing(rest.toString());
  }

  /** Which number comes first in the line's dates of numbers, where that can be told. */
  static DayOrder order(String line) {
    DayOrder order = DayOrder.UNKNOWN;
    if (hasNumbers(line)) {
      for (DayReader.Day day : DayReader.days(plain(line), DayOrder.UNKNOWN)) {
        order = order == DayOrder.UNKNOWN ? day.order() : order;
      }
    }
    return order;
  }

  /**
   * A day and month without its year, at the start of some words, in the year that puts it nearest
   * to another date.
   */
  static Optional<String> dayNear(String words, LocalDate near) {
    Optional<int[]> found = DayReader.withoutYear(plain(words));
    Optional<LocalDate> nearest = Optional.empty();
    for (int year = near.getYear() - 1; found.isPresent() && year <= near.getYear() + 1; year++) {
      Optional<LocalDate> date = DayReader.date(year, found.get()[0], found.get()[1]);
      if (date.isPresent()
          && (nearest.isEmpty() || distance(date.get(), near) < distance(nearest.get(), near))) {
        nearest = date;
      }
    }
    return nearest.map(LocalDate::toString);
  }

  /** True where some words begin with a day and its month, whatever the year. */
  static boolean startsWithDay(String words) {
    return DayReader.withoutYear(plain(words)).isPresent();
  }

  /** True where two numbers stand as in a date of numbers, in whatever digits. */
  private static boolean hasNumbers(String line) {
    for (int i = 1; i + 1 < line.length(); i++) {
      char sign = line.charAt(i);
      boolean joins = sign == '.' || sign == '/' || sign == '-';
      if (joins && Character.isDigit(line.charAt(i - 1))) {
        char next = line.charAt(i + 1);
        if (next == ' ' || Character.isDigit(next)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Every digit as 0 to 9 and every blank as one, at the same places. */
  private static String plain(String line) {
    int length = Math.min(line.length(), LONGEST);
    StringBuilder plain = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = line.charAt(i);
      int digit = c < 0x80 ? -1 : Character.digit(c, 10);
      plain.append(digit >= 0 ? (char) ('0' + digit) : Block.isBlank(c) ? ' ' : c == '：' ? ':' : c);
    }
    Matcher inside = CLOCK_INSIDE.matcher(plain);
    return inside.find()
        ? plain.substring(0, inside.start())
            + inside.group(1)
            + ' '
            + inside.group(3)
            + ' '
            + inside.group(2)
        : plain.toString();
  }

  private static boolean isNothing(String rest) {
    if (hasDigit(rest)) {
      return false;
    }
    for (int i = 0; i < rest.length(); i++) {
      if (!Character.isLetter(rest.charAt(i)) && "?!\"“”$%&€£".indexOf(rest.charAt(i)) >= 0) {
        return false;
      }
    }
    Matcher word = WORD.matcher(rest);
    while (word.find()) {
      String folded = CalendarWords.folded(word.group());
      boolean known = BESIDE.contains(folded) || DateLabels.isLabel(folded);
      if (!known && !CalendarWords.isDay(folded)) {
        return false;
      }
    }
    return true;
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(a.toEpochDay() - b.toEpochDay());
  }

  /** "10:16 GMT +326 March 2017": the zone's hours and the day, where only one cut makes sense. */
  private static Optional<Written> glued(Matcher found) {
    String digits = found.group(4);
    int month = CalendarWords.month(found.group(5)).orElse(0);
    Optional<Written> only = Optional.empty();
    for (int cut = 1; cut <= 2 && cut < digits.length(); cut++) {
      int hours = Integer.parseInt(digits.substring(0, cut));
      int day = Integer.parseInt(digits.substring(cut));
      Optional<LocalDate> date = DayReader.date(number(found, 6), month, day);
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

  /** The day with the clock close before it, else behind it, else anywhere before it. */
  private static Written withTime(
      String line, DayReader.Day day, int free, int limit, boolean more) {
    int from = Math.max(free, day.start() - NEAR);
    int to = Math.min(limit, day.end() + NEAR);
    to = Math.min(to, DateLabels.next(line, day.end(), to));
    int bar = line.indexOf('|', day.end());
    to = more && bar >= 0 ? Math.min(to, bar) : to;
    Optional<Clock> before = last(line, from, day.start());
    boolean close =
        before.isPresent() && isNothing(line.substring(before.get().end(), day.start()));
    return (close ? before : first(line, day.end(), to).or(() -> before))
        .map(clock -> timed(day, clock))
        .orElseGet(() -> timed(day));
  }

  /**
   * A time of day.
   *
   * @param zone empty where none is named; absent where one is that means several things
   */
  private record Clock(LocalTime time, Optional<Zone> zone, int start, int end) {}

  private record Zone(String name, boolean isPlace) {
    Optional<String> offset(LocalDateTime when) {
      if (name.isEmpty() || name.charAt(0) == '+' || name.charAt(0) == '-') {
        return Optional.of(name);
      }
      return isPlace
          ? TimeZones.ofPlace(name, when).or(() -> Optional.of(""))
          : TimeZones.offset(name, when);
    }
  }

  private static Written timed(DayReader.Day day) {
    return new Written(day.date().orElseThrow().toString(), day.start(), day.end());
  }

  private static Written timed(DayReader.Day day, Clock clock) {
    LocalDateTime when = day.date().orElseThrow().atTime(clock.time());
    Optional<String> zone = clock.zone().flatMap(z -> z.offset(when));
    int start = Math.min(day.start(), clock.start());
    int end = Math.max(day.end(), clock.end());
    return zone.isEmpty()
        ? new Written(day.date().get().toString(), start, end)
        : new Written(day.date().get() + "T" + clock.time() + zone.get(), start, end);
  }

  private static Optional<Clock> first(String line, int from, int to) {
    Matcher time = TIME.matcher(line).region(from, to).useTransparentBounds(true);
    while (time.find()) {
      Optional<Clock> clock = clock(line, time);
      if (clock.isPresent()) {
        return clock;
      }
    }
    return Optional.empty();
  }

  private static Optional<Clock> last(String line, int from, int to) {
    Matcher time = TIME.matcher(line).region(from, to).useTransparentBounds(true);
    Optional<Clock> last = Optional.empty();
    while (time.find()) {
      Optional<Clock> clock = clock(line, time);
      last = clock.isPresent() ? clock : last;
    }
    return last;
  }

  private static Optional<Clock> clock(String line, Matcher found) {
    String half = found.group(4);
    Optional<Zone> zone = zone(line, found);
    if (!isTime(line, found, zone)) {
      return Optional.empty();
    }
    int hour = number(found, 1);
    int minute = found.group(3) == null ? 0 : number(found, 3);
    String before = line.substring(Math.max(0, found.start() - 3), found.start()).strip();
    if (half != null) {
      boolean afternoon = Character.toLowerCase(half.charAt(0)) == 'p';
      hour = hour > 12 || hour == 0 ? -1 : hour % 12 + (afternoon ? 12 : 0);
    } else if (hour < 12 && AFTERNOON.contains(before)) {
      hour += 12;
    }
    return time(hour, minute).map(time -> new Clock(time, zone, found.start(), found.end()));
  }

  /** "10.15" is a clock where a word or a zone says so, else a number. */
  private static boolean isTime(String line, Matcher found, Optional<Zone> zone) {
    String sign = found.group(2);
    if (found.group(4) != null) {
      return true;
    }
    if (sign == null || !sign.equals(".")) {
      return sign != null;
    }
    String before = line.substring(Math.max(0, found.start() - 4), found.start());
    String after = line.substring(found.end(), Math.min(line.length(), found.end() + 4)).strip();
    boolean named = zone.isPresent() && !zone.get().name().isEmpty();
    return named || after.startsWith("Uhr") || before.endsWith("kl. ") || before.endsWith("klo ");
  }

  private static Optional<LocalTime> time(int hour, int minute) {
    return hour < 0 || hour > 23 || minute > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, minute));
  }

  private static Optional<Zone> zone(String line, Matcher found) {
    String name = found.group(5) == null ? found.group(6) : found.group(5);
    name = name == null ? found.group(7) : name;
    String hours = found.group(8);
    if (hours != null) {
      boolean plain = name == null || name.equals("GMT") || name.equals("UTC");
      int number = Integer.parseInt(hours);
      String minutes = found.group(9) == null ? "00" : found.group(9);
      return plain && Math.abs(number) <= 14 && Integer.parseInt(minutes) < 60
          ? Optional.of(new Zone(offset(hours, number, minutes), false))
          : Optional.empty();
    }
    if (name != null) {
      boolean known = TimeZones.offset(name, LocalDateTime.of(2031, 1, 1, 0, 0)).isPresent();
      return known ? Optional.of(new Zone(name, false)) : Optional.empty();
    }
    Matcher place = PLACE_TIME.matcher(line).region(found.end(), line.length());
    return Optional.of(place.lookingAt() ? new Zone(place.group(1), true) : new Zone("", false));
  }

  private static String offset(String hours, int number, String minutes) {
    return String.format(Locale.ROOT, "%s%02d:%s", hours.charAt(0), Math.abs(number), minutes);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}

package org.stemma.clean;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.text.IsoDates;

/**
 * Dates as programs write them into markup: ISO 8601 in its many shapes, seconds since 1970, RFC
 * 822; and what people type into the same fields.
 */
final class MarkedDates {
  /** No date is written longer. */
  private static final int LONGEST = 100;

  /** What programs write where they know no date. */
  private static final Set<String> NO_DAYS = Set.of("0001-01-01", "1970-01-01", "1969-12-31");

  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(.*))?");

  private static final Pattern LOOSE =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:(?:T|\\s+|\\s*-\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*(.*))?");

  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC)?([+-]\\d{2}:?\\d{2})(?:\\[.*)?");

  private static final Pattern SECONDS = Pattern.compile("\\d{10}(?:\\d{3})?");

  private MarkedDates() {}

  /** The date in ISO 8601; empty where it cannot be read with certainty or is nonsense. */
  static Optional<String> read(String written, DayOrder order) {
    String line = written.strip();
    if (line.isEmpty() || line.length() > LONGEST || !WrittenDates.hasDigit(line)) {
      return Optional.empty();
    }
    return IsoDates.lenient(line)
        .or(() -> seconds(line))
        .or(() -> shaped(BASIC.matcher(line)))
        .or(() -> shaped(LOOSE.matcher(line)))
        .or(() -> WrittenDates.first(line, order).map(WrittenDates.Written::value))
        .filter(value -> hasSoundYear(value));
  }

  /**
   * False for what no news page on the web can carry; what the user's own files say is believed.
   */
  static boolean isSound(FoundDate date) {
    return date.origin() == DateOrigin.GIVEN
        ? !NO_DAYS.contains(date.value().substring(0, 10))
        : hasSoundYear(date.value());
  }

  private static boolean hasSoundYear(String value) {
    int year = Integer.parseInt(value.substring(0, 4));
    return year >= DayReader.FIRST_YEAR && year <= DayReader.LAST_YEAR;
  }

  private static Optional<String> seconds(String line) {
    if (!SECONDS.matcher(line).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(line);
    Instant instant =
        line.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    return Optional.of(DateTimeFormatter.ISO_INSTANT.format(instant));
  }

  private static Optional<String> shaped(Matcher found) {
    if (!found.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> date = DayReader.date(number(found, 1), number(found, 2), number(found, 3));
    if (date.isEmpty() || found.group(4) == null) {
      return date.map(LocalDate::toString);
    }
    String seconds = found.group(6) == null ? "" : ":" + found.group(6);
    String hour = (found.group(4).length() == 1 ? "0" : "") + found.group(4);
    String clock = hour + ":" + found.group(5) + seconds;
    Optional<String> zone = zone(found.group(7).strip(), date.get());
    return zone.flatMap(z -> IsoDates.lenient(date.get() + "T" + clock + z))
        .or(() -> date.map(LocalDate::toString));
  }

  /**
   * Absent where the words behind a clock are no zone that is known: then the day alone is sure.
   */
  private static Optional<String> zone(String words, LocalDate date) {
    Matcher offset = OFFSET.matcher(words);
    if (words.isEmpty() || words.equals("Z")) {
      return Optional.of(words);
    }
    return offset.matches()
        ? Optional.of(offset.group(1))
        : TimeZones.offset(words, date.atStartOfDay());
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}

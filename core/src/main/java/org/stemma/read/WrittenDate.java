package org.stemma.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.text.IsoDates;

/**
 * Dates as feeds and messages write them: RFC 5322 with the liberties that are taken with it ("Sat,
 * 3 May 31 9:05 EST", full names of days and months, no seconds, no zone), and ISO 8601. What is
 * not certain is no date.
 */
final class WrittenDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Zones with a name, as RFC 5322 lists them, and those of Europe. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("z", "Z"),
          Map.entry("ut", "Z"),
          Map.entry("utc", "Z"),
          Map.entry("gmt", "Z"),
          Map.entry("est", "-05:00"),
          Map.entry("edt", "-04:00"),
          Map.entry("cst", "-06:00"),
          Map.entry("cdt", "-05:00"),
          Map.entry("mst", "-07:00"),
          Map.entry("mdt", "-06:00"),
          Map.entry("pst", "-08:00"),
          Map.entry("pdt", "-07:00"),
          Map.entry("bst", "+01:00"),
          Map.entry("cet", "+01:00"),
          Map.entry("cest", "+02:00"),
          Map.entry("eet", "+02:00"),
          Map.entry("eest", "+03:00"),
          Map.entry("msk", "+03:00"));

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}{2,12}\\.?,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})"
              + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
              + "(?:\\s*([+-]\\d{2}):?(\\d{2})|\\s+\\(?(\\p{L}{1,5})\\)?)?)?(?:\\s*\\(.{0,40}\\))?");

  /** Two digits below this are of this century: RFC 5322, section 4.3. */
  private static final int CENTURY_TURNS = 50;

  /** Longer than any date. */
  private static final int LONGEST = 80;

  private WrittenDate() {}

  /** The date in ISO 8601; empty when it is none. */
  static Optional<String> read(String written) {
    String date = written.strip();
    if (date.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher mail = MAIL.matcher(date);
    try {
      return mail.matches() ? iso(mail) : IsoDates.lenient(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> iso(Matcher mail) {
    String name = mail.group(2).toLowerCase(Locale.ROOT);
    int month = MONTHS.indexOf(name.substring(0, 3)) + 1;
    LocalDate day = LocalDate.of(year(mail.group(3)), month, Integer.parseInt(mail.group(1)));
    if (mail.group(4) == null) {
      return Optional.of(day.toString());
    }
    int second = mail.group(6) == null ? 0 : Math.min(59, Integer.parseInt(mail.group(6)));
    LocalTime time =
        LocalTime.of(Integer.parseInt(mail.group(4)), Integer.parseInt(mail.group(5)), second);
    String clock =
        String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), second);
    return IsoDates.lenient(day + "T" + clock + zone(mail));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }
    return year < CENTURY_TURNS ? 2000 + year : 1900 + year;
  }

  /** An unknown name tells nothing; the time is then taken as UTC like one without a zone. */
  private static String zone(Matcher mail) {
    if (mail.group(7) != null) {
      return mail.group(7) + ":" + mail.group(8);
    }
    return mail.group(9) == null
        ? ""
        : ZONES.getOrDefault(mail.group(9).toLowerCase(Locale.ROOT), "");
  }
}

package org.stemma.clean;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "2 hours ago": a day only where it is known when the page was read. */
final class RelativeDates {
  private static final String UNIT =
      "(?:(min|perc|dak|минут|хвилин)|(h(?!a)|std|stund|tim|hod|godz|ora\\b|ore\\b|uur|saat|час|годин)|(d(?!a[km])|tag|j|g(?!o)|dn|gun|ден|дн))[\\p{L}]*\\.?";

  private static final Pattern AGO =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:vor|il y a|hace|ha) (\\d{1,3}) ?"
              + UNIT
              + "|(\\d{1,3}) ?"
              + UNIT
              + " (?:ago|fa|atras|geleden|sedan|siden|sitten|temu|назад|тому|once))(?!\\p{L})");

  private static final int GROUPS = 4;

  private RelativeDates() {}

  /** The day in UTC that such words mean when read at an instant. */
  static Optional<LocalDate> day(String line, Instant read) {
    Matcher ago = AGO.matcher(CalendarWords.folded(line));
    if (!ago.find()) {
      return Optional.empty();
    }
    int first = ago.group(1) != null ? 1 : 1 + GROUPS;
    int number = Integer.parseInt(ago.group(first));
    Duration distance =
        ago.group(first + 1) != null
            ? Duration.ofMinutes(number)
            : ago.group(first + 2) != null ? Duration.ofHours(number) : Duration.ofDays(number);
    return Optional.of(LocalDate.ofInstant(read.minus(distance), ZoneOffset.UTC));
  }
}

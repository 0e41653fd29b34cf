package org.stemma.clean;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a comment was written, in the words that pages print: "2 hours ago", "4 May 2031 10:15". */
final class CommentTime {
  private static final String CLOCK =
      "(?:[01]?\\d|2[0-3])[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?(?: uhr\\b)?";

  private static final String MONTH =
      "(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar|rero)?|mar(?:ch|zo|s)?|märz?|apr(?:il)?|mayo?|mai|jun(?:e|io|i)?"
          + "|jul(?:y|io|i)?|aug(?:ust)?|sept?(?:ember|iembre|embre)?|oct(?:ober|ubre|obre)?|okt(?:ober)?"
          + "|nov(?:ember|iembre|embre)?|dec(?:ember)?|dez(?:ember)?|dic(?:iembre)?|ene(?:ro)?|abr(?:il)?|ago(?:sto)?"
          + "|févr?(?:ier)?|avr(?:il)?|juin|juil(?:let)?|août|déc(?:embre)?|янв(?:аря)?|февр?(?:аля)?|мар(?:та)?"
          + "|апр(?:еля)?|мая|июня?|июля?|авг(?:уста)?|сент?(?:ября)?|окт(?:ября)?|ноя(?:бря)?|дек(?:абря)?)\\b\\.?";

  private static final String WEEKDAY =
      "(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mié|mer|jue|jeu|vie|ven|sáb|sam|dom|dim|пн|вт|ср|чт|пт|сб|вс)"
          + "(?:\\.|\\p{L}{0,8}d[ai]y?|\\p{L}{0,8}tag|\\p{L}{0,6}es|\\p{L}{0,5}di|do|ingo)?";

  private static final String DAY =
      "(?:(?:"
          + WEEKDAY
          + ",? )?(?:\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?"
          + MONTH
          + "(?:,?(?: de)? \\d{4})?|"
          + MONTH
          + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}"
          + "|today|yesterday|heute|gestern|hoy|ayer|hier|сегодня|вчера)"
          + "(?:(?:,|\\.| at| um| a las| à| в| @| -| –| \\|)*[ t]?"
          + CLOCK
          + ")?)";

  private static final String COUNT = "(?:\\d{1,3}|an?|one|einer|einem|eine[rnm]?|una?|une?)";

  private static final String AGO =
      "(?:(?:about |over |almost )?"
          + COUNT
          + "\\+? ?(?:sec|second|min|minute|hour|hr|day|week|month|mth|year|yr)s? ago"
          + "|\\d{1,3} ?(?:s|m|min|h|hr|d|w|mo|y|yr)(?: ago)?\\b|just now"
          + "|vor "
          + COUNT
          + " (?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:en|n|e)?"
          + "|hace "
          + COUNT
          + " (?:segundo|minuto|hora|día|semana|mes|año)(?:es|s)?"
          + "|il y a "
          + COUNT
          + " (?:seconde|minute|heure|jour|semaine|mois|an|année)s?"
          + "|(?:\\d{1,3} )?(?:секунд|минут|час|дн|день|недел|месяц|год|лет)\\p{L}{0,4} назад"
          + "|\\d{1,3} (?:minuti|ore|ora|giorni|settimane|mesi|anni) fa)";

  /** For use in patterns that ignore case, the letters of all scripts included. */
  static final String ANY = "(?:" + AGO + "|" + DAY + "|" + CLOCK + ")";

  /** What is counted back from the day of reading, as no dateline is. */
  static final String COUNTED = AGO;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern LINE =
      Pattern.compile(
          "^\\W{0,3}(?:posted|on|am|el|le|at|um)?:? ?(?<time>"
              + ANY
              + ")(?: ?\\(?edited\\)?)?\\W{0,3}$",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern IN_LINE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<time>" + ANY + ")(?![\\p{L}\\p{N}])",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  /** A line that holds a time and nothing else is not longer. */
  private static final int LONGEST_LINE = 60;

  /** A time without a digit holds one of these. */
  private static final List<String> WITHOUT_DIGIT =
      List.of(
          "ago",
          "just now",
          "vor ",
          "hace ",
          "il y a ",
          "назад",
          "today",
          "yesterday",
          "heute",
          "gestern",
          "hoy",
          "ayer",
          "hier",
          "сегодня",
          "вчера");

  private CommentTime() {}

  /**
   * False for most lines without a time, and much quicker than looking for one.
   *
   * @param lower the line in lower case
   */
  static boolean isPossible(String lower) {
    if (WrittenDates.hasDigit(lower)) {
      return true;
    }
    for (String piece : WITHOUT_DIGIT) {
      if (lower.contains(piece)) {
        return true;
      }
    }
    return false;
  }

  /** The time in a line that holds nothing else. */
  static Optional<String> fills(String line) {
    if (line.length() > LONGEST_LINE || !isPossible(line.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Matcher time = LINE.matcher(line);
    return time.matches() ? Optional.of(time.group("time")) : Optional.empty();
  }

  /** The first time in a short line. */
  static Optional<String> in(String line) {
    Matcher time = IN_LINE.matcher(line);
    return line.length() <= LONGEST_LINE && time.find()
        ? Optional.of(time.group("time"))
        : Optional.empty();
  }
}

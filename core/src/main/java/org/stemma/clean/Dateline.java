package org.stemma.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Span;

/**
 * The place, and often the day and the agency, in front of an article's first sentence: {@code PORT
 * SOREN, May 4 (Harbour Wire) — }.
 *
 * @param span from the start of the paragraph to the dash, the dash included
 * @param words the span's words without the dash
 * @param day where the words of the day begin in {@code words}; empty where no day stands there
 */
record Dateline(Span span, String words, Optional<Integer> day) {
  /** No dateline is longer. */
  private static final int LOOKED_AT = 140;

  /** Which words are months is looked up afterwards. */
  private static final String MONTH = "\\p{L}{3,12}\\.?";

  private static final String DAY =
      "(?<day>" + MONTH + " \\d{1,2}|\\d{1,2}\\.? (?:de )?" + MONTH + ")(?:,? (?:de )?\\d{4})?";
  private static final String REST =
      "(?:[,/] ?[\\p{L}.'’]+(?: [\\p{L}.'’]+){0,3}){0,3}?(?:,? " + DAY + ")?";
  private static final String AGENCY = "\\((?:[\\p{L}\\d&./’' -]{2,40})\\)";
  private static final String DASH = "\\s?(?:[—–]|--?(?=\\s))\\s?";

  /** Capitals and a dash, or an agency in brackets and a dash; then a new sentence. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?:\\p{Lu}[\\p{Lu}.'’-]+(?: [\\p{Lu}.'’-]{2,}){0,3}"
              + REST
              + "(?:\\s"
              + AGENCY
              + ")?)|(?:\\p{Lu}[\\p{L}.'’-]+(?: [\\p{L}.'’-]+){0,3}"
              + REST.replace("<day>", "<second>")
              + "\\s"
              + AGENCY
              + "))"
              + DASH
              + "(?=[\\p{Lu}\\d\"“‘'«])");

  /** The dateline at the start of a paragraph. */
  static Optional<Dateline> of(String text, Span paragraph) {
    int end = Math.min(paragraph.end(), paragraph.start() + LOOKED_AT);
    String start = text.substring(paragraph.start(), end).replace('\u00a0', ' ');
    Matcher line = LINE.matcher(start);
    if (!line.lookingAt()) {
      return Optional.empty();
    }
    int length = line.end();
    while (length > 0 && Block.isBlank(start.charAt(length - 1))) {
      length--;
    }
    Span span = new Span(paragraph.start(), paragraph.start() + length);
    String words = start.substring(0, length).replaceAll("[\\s—–-]+$", "");
    int day = line.group("day") != null ? line.start("day") : line.start("second");
    if (day < 0) {
      return Optional.of(new Dateline(span, words, Optional.empty()));
    }
    return WrittenDates.startsWithDay(words.substring(day))
        ? Optional.of(new Dateline(span, words, Optional.of(day)))
        : Optional.empty();
  }
}

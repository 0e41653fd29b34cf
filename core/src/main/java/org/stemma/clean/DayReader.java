package org.stemma.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the days in a line: "4 May 2031", "May 4th, 2031", "4 de mayo de 2031", "2031. május 4.",
 * "2031年5月4日", "04.05.2031", "2031-05-04". The line is read once, word by word.
 */
final class DayReader {
  /**
   * A day in a line.
   *
   * @param date empty for numbers that can be read in two ways
   * @param order what the numbers show of the page's habit
   */
  record Day(Optional<LocalDate> date, DayOrder order, int start, int end) {}

  /** Years that a news page on the web can have. */
  static final int FIRST_YEAR = 1990;

  static final int LAST_YEAR = 2100;

  /** Two-digit years from this one on lie in the last century. */
  private static final int LAST_CENTURY = FIRST_YEAR % 100;

  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "º", "ª", "°", "e", "eme", "ste", "de", "η");

  /** What stands between day, month and year. */
  private static final Set<String> BETWEEN = Set.of("of", "de", "del", "di", "do", "da");

  /**
   * A word, a number or a sign.
   *
   * @param number -1 where it is none
   */
  private record Token(String text, int number, int start, int end) {
    boolean isNumber() {
      return number >= 0;
    }

    int length() {
      return end - start;
    }

    boolean is(char sign) {
      return text.length() == 1 && text.charAt(0) == sign;
    }
  }

  private static final Token NOTHING = new Token("", -1, -1, -1);

  private final DayOrder order;
  private final List<Token> tokens = new ArrayList<>();

  private DayReader(String line, DayOrder order) {
    this.order = order;
    for (int at = 0; at < line.length(); ) {
      int end = end(line, at);
      if (!Character.isWhitespace(line.charAt(at))) {
        tokens.add(token(line.substring(at, end), at, end));
      }
      at = end;
    }
  }

  /** The days of a line with plain digits and blanks, in its order. */
  static List<Day> days(String line, DayOrder order) {
    DayReader reader = new DayReader(line, order);
    List<Day> days = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < reader.tokens.size(); i++) {
      if (reader.tokens.get(i).start() >= free) {
        Optional<Day> day = reader.at(i);
        day.ifPresent(days::add);
        free = day.map(Day::end).orElse(free);
      }
    }
    return days;
  }

  /**
   * The month and the day of the month at the start of some words; empty where none stand there.
   */
  static Optional<int[]> withoutYear(String words) {
    DayReader reader = new DayReader(words, DayOrder.UNKNOWN);
    Name first = reader.month(0);
    if (first.month() > 0) {
      Token day = reader.get(reader.skip(first.next(), "."));
      return day.isNumber() && day.length() <= 2
          ? Optional.of(new int[] {first.month(), day.number()})
          : Optional.empty();
    }
    Token day = reader.get(0);
    Name second = reader.month(reader.afterDay(0));
    return day.isNumber() && day.length() <= 2 && second.month() > 0
        ? Optional.of(new int[] {second.month(), day.number()})
        : Optional.empty();
  }

  /** The date, where there is such a day in a year that a page can have. */
  static Optional<LocalDate> date(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Day> at(int i) {
    Token first = get(i);
    if (!first.isNumber()) {
      return monthFirst(i);
    }
    if (isGlued(i)) {
      return Optional.empty();
    }
    if (first.length() == 4) {
      return yearFirst(i);
    }
    return first.length() > 2 ? Optional.empty() : dayFirst(i).or(() -> numbers(i));
  }

  /** True for a number that goes on from another one: the end of a clock or of a longer number. */
  private boolean isGlued(int i) {
    Token sign = get(i - 1);
    boolean joins = sign.is(':') || sign.is('.') || sign.is('/') || sign.is('-');
    return joins && touch(i - 1) && get(i - 2).isNumber() && touch(i - 2);
  }

  private Optional<Day> monthFirst(int i) {
    Name name = month(i);
    if (name.month() == 0) {
      return Optional.empty();
    }
    int d = skip(name.next(), ".");
    Token day = get(d);
    if (!day.isNumber() || day.length() > 2 || get(d + 1).is(':')) {
      return Optional.empty();
    }
    return withYear(i, afterDay(d), name.month(), day.number());
  }

  private Optional<Day> dayFirst(int i) {
    int next = afterDay(i);
    Name name = month(next);
    return name.month() == 0
        ? Optional.empty()
        : withYear(i, skip(name.next(), "."), name.month(), get(i).number());
  }

  private int afterDay(int i) {
    int next = i + 1;
    boolean ordinal = ORDINALS.contains(CalendarWords.folded(get(next).text()));
    if (ordinal && touch(i)) {
      next++;
    }
    return between(next);
  }

  private int between(int from) {
    int next = skip(from, ".,-/");
    return BETWEEN.contains(get(next).text()) ? next + 1 : next;
  }

  private Optional<Day> withYear(int first, int at, int month, int day) {
    int y = between(at);
    boolean shortened = get(y).is('\'') || get(y).is('’');
    y += shortened ? 1 : 0;
    Token year = get(y);
    boolean dashed = get(y - 1).is('-') && touch(y - 1);
    boolean whole = year.isNumber() && year.length() == 4;
    boolean half = year.isNumber() && year.length() == 2 && (shortened || dashed);
    return whole || half
        ? day(date(whole ? year.number() : century(year.number()), month, day), first, y)
        : Optional.empty();
  }

  private Optional<Day> yearFirst(int i) {
    int year = get(i).number();
    Token sign = get(i + 1);
    boolean joined = sign.is('-') || sign.is('/') || sign.is('.');
    if (joined && touch(i) && touch(i + 1) && get(i + 3).text().equals(sign.text())) {
      Token day = get(i + 4);
      boolean end = touch(i + 2) && touch(i + 3) && isShort(i + 2) && isShort(i + 4);
      boolean goesOn = get(i + 5).is('-') && touch(i + 4) && get(i + 6).isNumber();
      return end && !goesOn
          ? day(date(year, get(i + 2).number(), day.number()), i, i + 4)
          : Optional.empty();
    }
    if (starts(i + 1, "年년") && starts(i + 3, "月월") && isShort(i + 2) && isShort(i + 4)) {
      return day(date(year, get(i + 2).number(), get(i + 4).number()), i, i + 4)
          .map(day -> ending(day, i + 5));
    }
    Name name = month(skip(i + 1, ".,"));
    int d = skip(name.next(), ".");
    return name.month() > 0 && isShort(d) && !get(d + 1).is(':')
        ? day(date(year, name.month(), get(d).number()), i, d)
        : Optional.empty();
  }

  private Day ending(Day day, int i) {
    return starts(i, "日일")
        ? new Day(day.date(), day.order(), day.start(), get(i).start() + 1)
        : day;
  }

  private Optional<Day> numbers(int i) {
    Token sign = get(i + 1);
    boolean joined = sign.is('-') || sign.is('/') || sign.is('.');
    boolean spaced = sign.is('.');
    boolean three =
        joined
            && touch(i)
            && get(i + 3).text().equals(sign.text())
            && touch(i + 2)
            && (spaced || (touch(i + 1) && touch(i + 3)));
    Token year = get(i + 4);
    boolean goesOn = joins(get(i + 5)) && touch(i + 4) && get(i + 6).isNumber() && touch(i + 5);
    if (!three || goesOn || !isShort(i + 2) || !year.isNumber()) {
      return Optional.empty();
    }
    boolean half = year.length() == 2 && touch(i + 3) && !sign.is('-');
    half &= get(i).length() == 2 && get(i + 2).length() == 2;
    if (year.length() != 4 && !half) {
      return Optional.empty();
    }
    return numbers(i, half ? century(year.number()) : year.number());
  }

  private Optional<Day> numbers(int i, int year) {
    int a = get(i).number();
    int b = get(i + 2).number();
    Optional<LocalDate> dayFirst = date(year, b, a);
    Optional<LocalDate> monthFirst = date(year, a, b);
    if (dayFirst.isPresent() && monthFirst.isPresent() && a != b) {
      return Optional.of(
          new Day(
              switch (order) {
                case DAY_FIRST -> dayFirst;
                case MONTH_FIRST -> monthFirst;
                case UNKNOWN -> Optional.empty();
              },
              DayOrder.UNKNOWN,
              get(i).start(),
              get(i + 4).end()));
    }
    DayOrder shown = dayFirst.isPresent() ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
    return dayFirst
        .or(() -> monthFirst)
        .map(
            date ->
                new Day(
                    Optional.of(date),
                    a == b ? DayOrder.UNKNOWN : shown,
                    get(i).start(),
                    get(i + 4).end()));
  }

  private Optional<Day> day(Optional<LocalDate> date, int first, int last) {
    return date.map(d -> new Day(date, DayOrder.UNKNOWN, get(first).start(), get(last).end()));
  }

  private static int century(int year) {
    return year < LAST_CENTURY ? 2000 + year : 1900 + year;
  }

  /**
   * A month's name.
   *
   * @param month 0 where there is none
   * @param next the token behind it
   */
  private record Name(int month, int next) {}

  private Name month(int i) {
    Token word = get(i);
    if (word.isNumber() || word.length() < 3) {
      return new Name(0, i);
    }
    OptionalInt one = CalendarWords.month(word.text());
    if (one.isPresent()) {
      return new Name(one.getAsInt(), i + 1);
    }
    // Only Arabic has names of two words.
    boolean latin = word.text().charAt(0) < '\u0600';
    OptionalInt two = latin ? one : CalendarWords.month(word.text() + ' ' + get(i + 1).text());
    return new Name(two.orElse(0), two.isPresent() ? i + 2 : i);
  }

  private Token get(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
  }

  private int skip(int i, String signs) {
    Token token = get(i);
    return token.length() == 1 && signs.indexOf(token.text().charAt(0)) >= 0 ? i + 1 : i;
  }

  private boolean isShort(int i) {
    return get(i).isNumber() && get(i).length() <= 2;
  }

  private boolean starts(int i, String signs) {
    return !get(i).text().isEmpty() && signs.indexOf(get(i).text().charAt(0)) >= 0;
  }

  private static boolean joins(Token token) {
    return token.is('-') || token.is('/') || token.is('.');
  }

  /** True where no blank stands between a token and the next. */
  private boolean touch(int i) {
    return get(i).end() == get(i + 1).start();
  }

  private static Token token(String text, int start, int end) {
    boolean number = isDigit(text.charAt(0)) && text.length() <= 8;
    return new Token(text, number ? Integer.parseInt(text) : -1, start, end);
  }

  private static int end(String line, int start) {
    int end = start + 1;
    if (isDigit(line.charAt(start))) {
      while (end < line.length() && isDigit(line.charAt(end))) {
        end++;
      }
    } else if (isLetter(line.charAt(start))) {
      while (end < line.length() && (isLetter(line.charAt(end)) || isInside(line, end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** An apostrophe between letters: "d'abril". */
  private static boolean isInside(String line, int i) {
    char c = line.charAt(i);
    return (c == '\'' || c == '’') && i + 1 < line.length() && isLetter(line.charAt(i + 1));
  }
}

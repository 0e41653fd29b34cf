package org.stemma.annotate;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Article;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.TimeMention;
import org.stemma.model.TimeMention.Basis;
import org.stemma.model.Zone;
import org.stemma.text.Sentences;

/**
 * Finds the days that an article's text tells and resolves them against its day of publication.
 * English, and ISO 8601 in any language. A time of publication in Greenwich leaves open which day
 * it was where the outlet is; "today" is then two days.
 */
final class TimeMentions {
  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, Integer> COUNTS = new HashMap<>();

  static {
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      MONTHS.put(name, month);
      MONTHS.put(name.substring(0, 3), month);
    }
    MONTHS.put("sept", Month.SEPTEMBER);
    String[] counts =
        "one two three four five six seven eight nine ten eleven twelve".split(" ", -1);
    for (int i = 0; i < counts.length; i++) {
      COUNTS.put(counts[i], i + 1);
    }
    COUNTS.put("a", 1);
    COUNTS.put("an", 1);
  }

  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";
  private static final String WEEKDAY =
      "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  private static final String COUNT =
      "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
  private static final String UNIT = "(hour|day|week|fortnight|month|year)s?";

  private interface Meaning {
    Optional<TimeMention> of(TimeMentions about, Matcher found, Span span);
  }

  private record Shape(Pattern pattern, Meaning meaning) {}

  /** The first that matches at a place wins, so the longer ones come first. */
  private static final List<Shape> SHAPES =
      List.of(
          shape("(\\d{4})-(\\d{2})-(\\d{2})", (t, m, s) -> t.day(s, m, 1, 2, 3)),
          shape("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})", (t, m, s) -> t.day(s, m, 3, 2, 1)),
          shape(
              "(?:" + WEEKDAY + ",? )?" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})",
              (t, m, s) -> t.written(s, m.group(4), m.group(2), m.group(3))),
          shape(
              "(?:" + WEEKDAY + ",? )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + ",? (\\d{4})",
              (t, m, s) -> t.written(s, m.group(4), m.group(3), m.group(2))),
          shape(
              MONTH + " (\\d{1,2})(?:-| to |\u2013)(\\d{1,2})(?![\\d,:])",
              (t, m, s) -> t.days(s, m.group(1), m.group(2), m.group(3))),
          shape(
              "(\\d{1,2})(?:-| to |\u2013)(\\d{1,2}) " + MONTH + "(?!,? \\d{4})",
              (t, m, s) -> t.days(s, m.group(3), m.group(1), m.group(2))),
          shape(
              "(?:"
                  + WEEKDAY
                  + ",? )?"
                  + MONTH
                  + " (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|,\\d|,? \\d{4})",
              (t, m, s) -> t.written(s, null, m.group(2), m.group(3))),
          shape(
              "(?:" + WEEKDAY + ",? )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH,
              (t, m, s) -> t.written(s, null, m.group(3), m.group(2))),
          shape(MONTH + " (?:of )?(\\d{4})", (t, m, s) -> t.month(s, m.group(1), m.group(2))),
          shape(
              "((?i:last|next|this)) " + MONTH,
              (t, m, s) -> t.nearMonth(s, m.group(2), m.group(1))),
          shape(
              "(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|late|early|mid) )" + MONTH,
              (t, m, s) -> t.nearMonth(s, m.group(1), "")),
          shape(
              "((?i:last|next|this)) " + WEEKDAY,
              (t, m, s) -> t.weekday(s, m.group(2), m.group(1))),
          shape(WEEKDAY + "(?!s)", (t, m, s) -> t.weekday(s, m.group(1), "")),
          shape(
              "(?:last|past|previous|next|coming) " + COUNT + " " + UNIT,
              (t, m, s) -> t.stretch(s, m.group(0), m.group(1), m.group(2))),
          shape(
              "(last|next|this|past) (week|month|year|weekend)",
              (t, m, s) -> t.period(s, m.group(1), m.group(2))),
          shape(COUNT + " " + UNIT + " ago", (t, m, s) -> t.ago(s, m.group(1), m.group(2))),
          shape(
              "(?:after|within|in the space of) " + COUNT + " " + UNIT,
              (t, m, s) -> Optional.of(unresolved(s, Basis.RELATIVE_TO_EVENT))),
          shape(
              COUNT + " " + UNIT + " (?:later|earlier|before|after)",
              (t, m, s) -> Optional.of(unresolved(s, Basis.RELATIVE_TO_EVENT))),
          shape("the day before yesterday", (t, m, s) -> t.near(s, -2)),
          shape("the day after tomorrow", (t, m, s) -> t.near(s, 2)),
          shape(
              "the (?:day|week|night|month) (?:before|after)|the (?:previous|following|next)"
                  + " (?:day|week|night|month)",
              (t, m, s) -> Optional.of(unresolved(s, Basis.RELATIVE_TO_EVENT))),
          shape("yesterday", (t, m, s) -> t.near(s, -1)),
          shape("last night|overnight", (t, m, s) -> t.night(s)),
          shape("tomorrow", (t, m, s) -> t.near(s, 1)),
          shape(
              "today|tonight|this (?:morning|afternoon|evening)(?!'s|’s)",
              (t, m, s) -> t.near(s, 0)),
          shape(
              "(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|late|early|[Oo]f) )"
                  + "((?:19|20)\\d{2})(?![\\d%]|[,.]\\d| [a-z]+s\\b)",
              (t, m, s) -> t.year(s, m.group(1))));

  /**
   * What each of the shapes has one of. Most sentences have none, and need not be tried for all of
   * the shapes.
   */
  private static final Pattern SIGN =
      Pattern.compile(
          "\\d|"
              + WEEKDAY
              + "|"
              + MONTH
              + "|\\b(?i:ago|after|before|coming|earlier|following|last|later|next|overnight|past|previous"
              + "|space|this|today|tomorrow|tonight|within|yesterday)\\b");

  private static final Pattern FUTURE =
      Pattern.compile("\\b(?:will|shall|is to|are to|due|scheduled|upcoming|plans|planned)\\b");

  /** How far from a weekday a word can stand that sets it in the future, in code units. */
  private static final int NEAR = 80;

  private static final int FARTHEST_WEST = 12;
  private static final int FARTHEST_EAST = 14;

  /** The first and the last day that can be the day of publication; empty where none is known. */
  private final Optional<LocalDate> first;

  private final Optional<LocalDate> last;

  /** The day of publication as it is written. */
  private final Optional<LocalDate> written;

  private final String text;

  private TimeMentions(Article article) {
    text = article.text();
    Optional<FoundDate> published = article.published();
    first = published.map(date -> day(date, -FARTHEST_WEST));
    last = published.map(date -> day(date, FARTHEST_EAST));
    written = published.map(date -> LocalDate.parse(date.value().substring(0, 10)));
  }

  /** The times that the outlet's own words tell, in text order. */
  static List<TimeMention> in(Article article) {
    TimeMentions mentions = new TimeMentions(article);
    List<TimeMention> found = new ArrayList<>();
    for (Zone zone : article.zones()) {
      if (zone.role().isArticle()) {
        for (Span sentence : Sentences.in(article.text(), zone.span())) {
          mentions.find(sentence, found);
        }
      }
    }
    found.sort((a, b) -> a.span().compareTo(b.span()));
    return found;
  }

  private static LocalDate day(FoundDate date, int hours) {
    String value = date.value();
    if (!date.isDayOnly() && (value.endsWith("Z") || value.endsWith("+00:00"))) {
      return OffsetDateTime.parse(value)
          .plusHours(hours)
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toLocalDate();
    }
    return LocalDate.parse(value.substring(0, 10));
  }

  /** Every shape is bounded in length, so each is tried once at each place: linear in the text. */
  private void find(Span sentence, List<TimeMention> found) {
    if (!SIGN.matcher(text).region(sentence.start(), sentence.end()).find()) {
      return;
    }
    TimeMention[] at = new TimeMention[sentence.length()];
    for (Shape shape : SHAPES) {
      Matcher matcher = shape.pattern.matcher(text);
      matcher.region(sentence.start(), sentence.end());
      matcher.useTransparentBounds(true);
      while (matcher.find()) {
        Span span = new Span(matcher.start(), matcher.end());
        if (isFree(at, span, sentence)) {
          shape
              .meaning
              .of(this, matcher, span)
              .ifPresent(
                  mention -> {
                    for (int i = span.start(); i < span.end(); i++) {
                      at[i - sentence.start()] = mention;
                    }
                    found.add(mention);
                  });
        }
      }
    }
  }

  private static boolean isFree(TimeMention[] at, Span span, Span sentence) {
    for (int i = span.start(); i < span.end(); i++) {
      if (at[i - sentence.start()] != null) {
        return false;
      }
    }
    return true;
  }

  private static Shape shape(String pattern, Meaning meaning) {
    boolean named = pattern.contains(MONTH) || pattern.contains(WEEKDAY);
    return new Shape(
        Pattern.compile(
            "(?<![\\w$€£-])(?:" + pattern + ")(?!\\w)", named ? 0 : Pattern.CASE_INSENSITIVE),
        meaning);
  }

  private Optional<TimeMention> day(Span span, Matcher m, int year, int month, int day) {
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(m.group(year)),
              Integer.parseInt(m.group(month)),
              Integer.parseInt(m.group(day)));
      return Optional.of(resolved(span, date, date, Basis.CALENDAR));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<TimeMention> written(Span span, String year, String month, String day) {
    int number = Integer.parseInt(day);
    Month of = month(month);
    if (number < 1 || number > of.maxLength()) {
      return Optional.empty();
    }
    if (year != null) {
      try {
        LocalDate date = LocalDate.of(Integer.parseInt(year), of, number);
        return Optional.of(resolved(span, date, date, Basis.CALENDAR));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    Optional<LocalDate> near = written.flatMap(today -> nearest(today, of, number));
    return Optional.of(
        near.map(date -> resolved(span, date, date, Basis.YEAR_FROM_PUBLICATION))
            .orElse(unresolved(span, Basis.YEAR_FROM_PUBLICATION)));
  }

  private Optional<TimeMention> days(Span span, String month, String from, String to) {
    Optional<TimeMention> start = written(span, null, month, from);
    Optional<TimeMention> end = written(span, null, month, to);
    if (start.isEmpty() || end.isEmpty() || Integer.parseInt(from) >= Integer.parseInt(to)) {
      return Optional.empty();
    }
    return Optional.of(
        start.get().earliest().isEmpty()
            ? start.get()
            : resolved(
                span,
                start.get().earliest().get(),
                end.get().latest().orElseThrow(),
                Basis.YEAR_FROM_PUBLICATION));
  }

  /** In the year that brings it nearest to today. */
  private static Optional<LocalDate> nearest(LocalDate today, Month month, int day) {
    LocalDate best = null;
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      if (YearMonth.of(year, month).isValidDay(day)) {
        LocalDate date = LocalDate.of(year, month, day);
        if (best == null || away(date, today) < away(best, today)) {
          best = date;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static long away(LocalDate date, LocalDate today) {
    return Math.abs(ChronoUnit.DAYS.between(date, today));
  }

  private Optional<TimeMention> month(Span span, String month, String year) {
    int number = Integer.parseInt(year);
    return Optional.of(whole(span, YearMonth.of(number, month(month)), Basis.CALENDAR));
  }

  /** "In May" is the last or the running one; of months to come only "next May" tells. */
  private Optional<TimeMention> nearMonth(Span span, String month, String which) {
    if (written.isEmpty()) {
      return Optional.of(unresolved(span, Basis.YEAR_FROM_PUBLICATION));
    }
    YearMonth now = YearMonth.from(written.get());
    YearMonth told = YearMonth.of(now.getYear(), month(month));
    boolean future = which.equalsIgnoreCase("next") || isFuture(span);
    if (future && !told.isAfter(now)) {
      told = told.plusYears(1);
    } else if (!future && !which.equalsIgnoreCase("this") && told.isAfter(now)) {
      told = told.minusYears(1);
    } else if (which.equalsIgnoreCase("last") && told.equals(now)) {
      told = told.minusYears(1);
    }
    return Optional.of(whole(span, told, Basis.YEAR_FROM_PUBLICATION));
  }

  private static TimeMention whole(Span span, YearMonth month, Basis basis) {
    return resolved(span, month.atDay(1), month.atEndOfMonth(), basis);
  }

  private Optional<TimeMention> weekday(Span span, String name, String which) {
    DayOfWeek day = DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    if (written.isEmpty()) {
      return Optional.of(unresolved(span, Basis.RELATIVE_TO_PUBLICATION));
    }
    boolean future = which.equalsIgnoreCase("next") || (which.isEmpty() && isFuture(span));
    boolean before = which.equalsIgnoreCase("last");
    LocalDate today = written.get();
    LocalDate date =
        today.with(
            future
                ? TemporalAdjusters.next(day)
                : which.equalsIgnoreCase("this")
                    ? TemporalAdjusters.nextOrSame(day)
                    : before
                        ? TemporalAdjusters.previous(day)
                        : TemporalAdjusters.previousOrSame(day));
    return Optional.of(resolved(span, date, date, Basis.RELATIVE_TO_PUBLICATION));
  }

  private boolean isFuture(Span span) {
    int from = Math.max(0, span.start() - NEAR);
    String before = text.substring(from, span.start());
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
    return FUTURE.matcher(before.substring(stop + 1)).find();
  }

  private Optional<TimeMention> near(Span span, int days) {
    if (written.isEmpty()) {
      return Optional.of(unresolved(span, Basis.RELATIVE_TO_PUBLICATION));
    }
    return Optional.of(
        resolved(
            span,
            first.get().plusDays(days),
            last.get().plusDays(days),
            Basis.RELATIVE_TO_PUBLICATION));
  }

  private Optional<TimeMention> night(Span span) {
    return last.isEmpty()
        ? near(span, 0)
        : Optional.of(
            resolved(span, first.get().minusDays(1), last.get(), Basis.RELATIVE_TO_PUBLICATION));
  }

  private Optional<TimeMention> ago(Span span, String count, String unit) {
    long many = count(count);
    if (written.isEmpty()) {
      return Optional.of(unresolved(span, Basis.RELATIVE_TO_PUBLICATION));
    }
    LocalDate from = minus(first.get(), many, unit);
    LocalDate to = minus(last.get(), many, unit);
    // Nobody counts to the day: "three weeks ago" is some day of that week.
    int slack = slack(unit, many);
    return Optional.of(
        resolved(span, from.minusDays(slack), to.plusDays(slack), Basis.RELATIVE_TO_PUBLICATION));
  }

  private static int slack(String unit, long many) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "hour", "day" -> 0;
      case "week", "fortnight" -> 3;
      case "month" -> 15;
      default -> many > 5 ? 365 : 182;
    };
  }

  private static LocalDate minus(LocalDate day, long many, String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "hour" -> day.minusDays((many + 23) / 24);
      case "day" -> day.minusDays(many);
      case "week" -> day.minusWeeks(many);
      case "fortnight" -> day.minusWeeks(2 * many);
      case "month" -> day.minusMonths(many);
      default -> day.minusYears(many);
    };
  }

  private Optional<TimeMention> stretch(Span span, String words, String count, String unit) {
    if (written.isEmpty()) {
      return Optional.of(unresolved(span, Basis.RELATIVE_TO_PUBLICATION));
    }
    String lower = words.toLowerCase(Locale.ROOT);
    boolean future = lower.startsWith("next") || lower.startsWith("coming");
    long many = count(count);
    LocalDate from = future ? first.get() : minus(first.get(), many, unit);
    LocalDate to = future ? minus(last.get(), -many, unit) : last.get();
    return Optional.of(resolved(span, from, to, Basis.RELATIVE_TO_PUBLICATION));
  }

  private Optional<TimeMention> period(Span span, String which, String unit) {
    if (written.isEmpty()) {
      return Optional.of(unresolved(span, Basis.RELATIVE_TO_PUBLICATION));
    }
    int by = which.equalsIgnoreCase("next") ? 1 : which.equalsIgnoreCase("this") ? 0 : -1;
    LocalDate today = written.get();
    LocalDate from;
    LocalDate to;
    switch (unit.toLowerCase(Locale.ROOT)) {
      case "weekend" -> {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        from = monday.plusWeeks(by).plusDays(5);
        to = from.plusDays(1);
      }
      case "week" -> {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        // Weeks begin on Sunday for some, so the Sunday before counts too.
        from = monday.plusWeeks(by).minusDays(1);
        to = from.plusDays(7);
      }
      case "month" -> {
        from = today.withDayOfMonth(1).plusMonths(by);
        to = YearMonth.from(from).atEndOfMonth();
      }
      default -> {
        from = LocalDate.of(today.getYear() + by, 1, 1);
        to = LocalDate.of(today.getYear() + by, 12, 31);
      }
    }
    return Optional.of(resolved(span, from, to, Basis.RELATIVE_TO_PUBLICATION));
  }

  private Optional<TimeMention> year(Span span, String year) {
    int number = Integer.parseInt(year);
    return Optional.of(
        resolved(span, LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31), Basis.CALENDAR));
  }

  private static long count(String word) {
    Integer known = COUNTS.get(word.toLowerCase(Locale.ROOT));
    return known == null ? Long.parseLong(word) : known;
  }

  private static Month month(String written) {
    return MONTHS.get(written.replace(".", "").toLowerCase(Locale.ROOT));
  }

  private static TimeMention resolved(Span span, LocalDate from, LocalDate to, Basis basis) {
    return new TimeMention(span, Optional.of(from), Optional.of(to), basis);
  }

  private static TimeMention unresolved(Span span, Basis basis) {
    return new TimeMention(span, Optional.empty(), Optional.empty(), basis);
  }
}

package org.stemma.search;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.stemma.model.Act;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.store.Sought;

/** What a query finds: statements with their fitting witnesses, and articles beside. Immutable. */
public final class Found {
  /** In which order statements come. */
  public enum Order {
    /** Those that most outlets carry first. */
    OUTLETS,
    /** By the day of the first fitting witness, the latest first, undated last. */
    NEWEST,
    /** By the same day, the earliest first, undated last. */
    OLDEST
  }

  /** Values of a facet that are told. */
  private static final int MOST_VALUES = 12;

  private final Searcher.Rows rows;
  private final BitSet said;
  private final BitSet held;
  private final IntFunction<Optional<Span>> sentence;

  /** The statements that are found, as numbers, in the order of the record. */
  private final int[] statements;

  /**
   * @param said the rows that fit
   * @param held articles that fit and have no such row
   */
  Found(Searcher.Rows rows, BitSet said, BitSet held, IntFunction<Optional<Span>> sentence) {
    this.rows = rows;
    this.said = said;
    this.held = held;
    this.sentence = sentence;
    this.statements = said.stream().map(row -> rows.statement[row]).distinct().toArray();
  }

  /**
   * A statement.
   *
   * @param witnesses those that fit, oldest first
   * @param day on which the first of them appeared; empty where none has a date
   */
  public record Hit(Statement statement, List<Witness> witnesses, Optional<LocalDate> day) {
    public Hit {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Number of statements. */
  public int statements() {
    return statements.length;
  }

  /** Number of witnesses that fit. */
  public int witnesses() {
    return said.cardinality();
  }

  /**
   * Some of the statements.
   *
   * @param from how many to pass over
   * @param most how many at most
   */
  public List<Hit> statements(Order order, int from, int most) {
    return Arrays.stream(ordered(order)).skip(from).limit(most).mapToObj(this::hit).toList();
  }

  /** Number of articles that hold the words where nobody is said to say them. */
  public int elsewhere() {
    return held.cardinality();
  }

  /**
   * A sentence of an article.
   *
   * @param sentence that has sought words
   */
  public record Elsewhere(ArticleId article, Span sentence) {}

  /** Some of the articles that hold the words where nobody is said to say them. */
  public List<Elsewhere> elsewhere(int from, int most) {
    List<Elsewhere> found = new ArrayList<>();
    held.stream()
        .skip(from)
        .limit(most)
        .forEach(
            article ->
                sentence
                    .apply(article)
                    .ifPresent(s -> found.add(new Elsewhere(rows.ids.get(article), s))));
    return found;
  }

  /**
   * A day.
   *
   * @param first statements of which this is the first day
   * @param carried articles' wordings on this day, those of the statements among them
   */
  public record Day(LocalDate date, int first, int carried) {}

  /** The days on which something was carried, the earliest first. */
  public List<Day> days() {
    Map<Integer, int[]> days = new TreeMap<>();
    said.stream()
        .map(row -> rows.day[rows.article[row]])
        .filter(day -> day != Searcher.NO_DAY)
        .forEach(day -> days.computeIfAbsent(day, d -> new int[2])[1]++);
    Arrays.stream(statements)
        .map(this::firstDay)
        .filter(day -> day != Searcher.NO_DAY)
        .forEach(day -> days.get(day)[0]++);
    List<Day> found = new ArrayList<>();
    days.forEach(
        (day, counts) -> found.add(new Day(LocalDate.ofEpochDay(day), counts[0], counts[1])));
    return found;
  }

  /** Ways to narrow it; a field with one value that all have is left out. */
  public List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    for (Field field :
        List.of(Field.SPEAKER, Field.OUTLET, Field.ACT, Field.KIND, Field.FATE, Field.DATE)) {
      Facet facet = facet(field);
      boolean idle =
          facet.values().stream().allMatch(value -> value.statements() == statements.length)
              && facet.values().size() < 2;
      if (!idle) {
        facets.add(facet);
      }
    }
    return facets;
  }

  /**
   * The ways to narrow it by one field, also where that would leave all.
   *
   * @throws IllegalArgumentException for a field that only compares: {@link Field#FROM} and such
   */
  public Facet facet(Field field) {
    return switch (field) {
      case SPEAKER ->
          facet(field, (row, each) -> each.accept(rows.speakerName[row]), rows.speakerNames::get);
      case OUTLET ->
          facet(
              field, (row, each) -> each.accept(rows.outlet[rows.article[row]]), rows.outlets::get);
      case FIRST ->
          facet(
              field,
              (row, each) -> each.accept(rows.first.get(row) ? rows.outlet[rows.article[row]] : -1),
              rows.outlets::get);
      case ACT ->
          facet(
              field,
              (row, each) -> each.accept(rows.witness(row).act().ordinal()),
              act -> Field.name(Act.values()[act]));
      case KIND ->
          facet(
              field,
              (row, each) -> each.accept(rows.witness(row).quoted() ? 0 : 1),
              Field.KINDS::get);
      case FATE ->
          facet(
              field, (row, each) -> each.accept(rows.fate[rows.statement[row]]), Field.FATES::get);
      case CHANGE ->
          facet(
              field,
              (row, each) ->
                  rows.witness(row).alterations().stream()
                      .map(Alteration::kind)
                      .distinct()
                      .forEach(kind -> each.accept(kind.ordinal())),
              kind -> Field.name(AlterationKind.values()[kind]));
      case VIA -> credits();
      case DATE -> dates();
      case FROM, TO, AFTER, BEFORE ->
          throw new IllegalArgumentException(field + " compares and has no values");
    };
  }

  private Facet credits() {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    return facet(
        Field.VIA,
        (row, each) -> {
          for (String name : rows.witness(row).via()) {
            if (Sought.isWord(name) && !numbers.containsKey(name)) {
              numbers.put(name, names.size());
              names.add(name);
            }
            each.accept(numbers.getOrDefault(name, -1));
          }
        },
        names::get);
  }

  private static Query.Term term(Field field, String value) {
    return new Query.Term(field, value);
  }

  /** The values that a row has. A negative one is none. */
  private interface Values {
    void of(int row, IntConsumer each);
  }

  private Facet facet(Field field, Values keys, IntFunction<String> name) {
    int[] counts = counts(keys);
    List<Integer> sorted =
        IntStream.range(0, counts.length)
            .filter(value -> counts[value] > 0)
            .boxed()
            .sorted(comparingInt((Integer v) -> -counts[v]).thenComparing(name::apply))
            .toList();
    List<Facet.Value> values =
        sorted.stream()
            .filter(value -> Sought.isWord(name.apply(value)))
            .limit(MOST_VALUES)
            .map(value -> new Facet.Value(term(field, name.apply(value)), counts[value]))
            .toList();
    return new Facet(field, values, Math.max(0, sorted.size() - MOST_VALUES));
  }

  /** By years, by months where one year has all, by days where one month has. */
  private Facet dates() {
    int[] days =
        said.stream()
            .map(row -> rows.day[rows.article[row]])
            .filter(day -> day != Searcher.NO_DAY)
            .distinct()
            .sorted()
            .toArray();
    if (days.length == 0) {
      return new Facet(Field.DATE, List.of(), 0);
    }
    String first = text(days[0]);
    String last = text(days[days.length - 1]);
    int length =
        first.regionMatches(0, last, 0, 7) ? 10 : first.regionMatches(0, last, 0, 4) ? 7 : 4;
    List<String> periods = new ArrayList<>();
    Map<Integer, Integer> periodOf = new HashMap<>();
    for (int day : days) {
      String period = text(day).substring(0, length);
      if (periods.isEmpty() || !periods.get(periods.size() - 1).equals(period)) {
        periods.add(period);
      }
      periodOf.put(day, periods.size() - 1);
    }
    int[] counts =
        counts((row, each) -> each.accept(periodOf.getOrDefault(rows.day[rows.article[row]], -1)));
    List<Facet.Value> values =
        IntStream.range(0, periods.size())
            .mapToObj(i -> new Facet.Value(term(Field.DATE, periods.get(i)), counts[i]))
            .toList();
    return new Facet(Field.DATE, values, 0);
  }

  private static String text(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** Counts statements by value. */
  private static final class Tally {
    private int[] counts = new int[64];

    /** The statement, plus one, that was counted last for each value. */
    private int[] last = new int[64];

    void count(int value, int statement) {
      if (value >= counts.length) {
        counts = Arrays.copyOf(counts, Math.max(value + 1, counts.length * 2));
        last = Arrays.copyOf(last, counts.length);
      }
      if (value >= 0 && last[value] != statement + 1) {
        last[value] = statement + 1;
        counts[value]++;
      }
    }
  }

  /** Number of statements by value; 0 for a value that none has. */
  private int[] counts(Values values) {
    Tally tally = new Tally();
    for (int row = said.nextSetBit(0); row >= 0; row = said.nextSetBit(row + 1)) {
      int statement = rows.statement[row];
      values.of(row, value -> tally.count(value, statement));
    }
    return tally.counts;
  }

  private int[] ordered(Order order) {
    if (order == Order.OUTLETS) {
      return statements;
    }
    int sign = order == Order.NEWEST ? -1 : 1;
    // The day above, the statement below, so that one sort of numbers does it.
    return Arrays.stream(statements)
        .mapToLong(
            s -> {
              int day = firstDay(s);
              return (day == Searcher.NO_DAY ? (long) Integer.MAX_VALUE : sign * day) << 32 | s;
            })
        .sorted()
        .mapToInt(key -> (int) key)
        .toArray();
  }

  /** The earliest day of a fitting witness. */
  private int firstDay(int statement) {
    int first = Searcher.NO_DAY;
    for (int row = said.nextSetBit(rows.firstRow(statement));
        row >= 0 && rows.statement[row] == statement;
        row = said.nextSetBit(row + 1)) {
      int day = rows.day[rows.article[row]];
      if (day != Searcher.NO_DAY && (first == Searcher.NO_DAY || day < first)) {
        first = day;
      }
    }
    return first;
  }

  private Hit hit(int statement) {
    List<Witness> witnesses = new ArrayList<>();
    for (int row = said.nextSetBit(rows.firstRow(statement));
        row >= 0 && rows.statement[row] == statement;
        row = said.nextSetBit(row + 1)) {
      witnesses.add(rows.witness(row));
    }
    int day = firstDay(statement);
    return new Hit(
        rows.statements.get(statement),
        witnesses,
        day == Searcher.NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day)));
  }
}

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
    Map<Integer, Integer> counts = counts(keys);
    List<Map.Entry<Integer, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        comparingInt((Map.Entry<Integer, Integer> e) -> -e.getValue())
            .thenComparing(e -> name.apply(e.getKey())));
    List<Facet.Value> values =
        sorted.stream()
            .filter(e -> Sought.isWord(name.apply(e.getKey())))
            .limit(MOST_VALUES)
            .map(e -> new Facet.Value(term(field, name.apply(e.getKey())), e.getValue()))
            .toList();
    return new Facet(field, values, Math.max(0, counts.size() - MOST_VALUES));
  }

  /** By years, by months where one year has all, by days where one month has. */
  private Facet dates() {
    List<String> days =
        said.stream()
            .map(row -> rows.day[rows.article[row]])
            .filter(day -> day != Searcher.NO_DAY)
            .distinct()
            .sorted()
            .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
            .toList();
    if (days.isEmpty()) {
      return new Facet(Field.DATE, List.of(), 0);
    }
    String first = days.get(0);
    String last = days.get(days.size() - 1);
    int length =
        first.regionMatches(0, last, 0, 7) ? 10 : first.regionMatches(0, last, 0, 4) ? 7 : 4;
    List<String> periods = days.stream().map(day -> day.substring(0, length)).distinct().toList();
    Map<String, Integer> numbers = new HashMap<>();
    periods.forEach(period -> numbers.put(period, numbers.size()));
    Map<Integer, Integer> counts =
        counts(
            (row, each) -> {
              int day = rows.day[rows.article[row]];
              if (day != Searcher.NO_DAY) {
                each.accept(numbers.get(LocalDate.ofEpochDay(day).toString().substring(0, length)));
              }
            });
    List<Facet.Value> values =
        IntStream.range(0, periods.size())
            .mapToObj(i -> new Facet.Value(term(Field.DATE, periods.get(i)), counts.get(i)))
            .toList();
    return new Facet(Field.DATE, values, 0);
  }

  /** Number of statements by value. */
  private Map<Integer, Integer> counts(Values values) {
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Integer> counted = new HashMap<>();
    said.stream()
        .forEach(
            row ->
                values.of(
                    row,
                    value -> {
                      Integer before = value < 0 ? null : counted.put(value, rows.statement[row]);
                      if (value >= 0 && (before == null || before != rows.statement[row])) {
                        counts.merge(value, 1, Integer::sum);
                      }
                    }));
    return counts;
  }

  private int[] ordered(Order order) {
    if (order == Order.OUTLETS) {
      return statements;
    }
    int sign = order == Order.NEWEST ? -1 : 1;
    return Arrays.stream(statements)
        .boxed()
        .sorted(
            comparingInt(
                (Integer s) -> {
                  int day = firstDay(s);
                  return day == Searcher.NO_DAY ? Integer.MAX_VALUE : sign * day;
                }))
        .mapToInt(Integer::intValue)
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

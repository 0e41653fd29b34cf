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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.stemma.model.Act;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

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
   */
  public record Hit(Statement statement, List<Witness> witnesses) {
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
    add(
        facets,
        Field.SPEAKER,
        row -> rows.speakerName[row],
        name -> term(Field.SPEAKER, rows.speakerNames.get(name)));
    add(
        facets,
        Field.OUTLET,
        row -> rows.outlet[rows.article[row]],
        outlet -> term(Field.OUTLET, rows.outlets.get(outlet)));
    add(
        facets,
        Field.ACT,
        row -> rows.witness(row).act().ordinal(),
        act -> term(Field.ACT, Field.name(Act.values()[act])));
    add(
        facets,
        Field.KIND,
        row -> rows.witness(row).quoted() ? 0 : 1,
        kind -> term(Field.KIND, Field.KINDS.get(kind)));
    add(
        facets,
        Field.FATE,
        row -> rows.fate[rows.statement[row]],
        fate -> term(Field.FATE, Field.FATES.get(fate)));
    addDates(facets);
    return facets;
  }

  private static Query.Term term(Field field, String value) {
    return new Query.Term(field, value);
  }

  private interface Key {
    int of(int row);
  }

  private void add(List<Facet> facets, Field field, Key key, IntFunction<Query.Term> choice) {
    Map<Integer, Integer> counts = counts(key);
    List<Map.Entry<Integer, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        comparingInt((Map.Entry<Integer, Integer> e) -> -e.getValue())
            .thenComparing(e -> choice.apply(e.getKey()).value()));
    List<Facet.Value> values = new ArrayList<>();
    for (Map.Entry<Integer, Integer> each :
        sorted.subList(0, Math.min(MOST_VALUES, sorted.size()))) {
      values.add(new Facet.Value(choice.apply(each.getKey()), each.getValue()));
    }
    addUnlessIdle(facets, new Facet(field, values, Math.max(0, counts.size() - MOST_VALUES)));
  }

  private void addUnlessIdle(List<Facet> facets, Facet facet) {
    boolean idle =
        facet.values().stream().allMatch(value -> value.statements() == statements.length)
            && facet.values().size() < 2;
    if (!idle) {
      facets.add(facet);
    }
  }

  /** By years, by months where one year has all, by days where one month has. */
  private void addDates(List<Facet> facets) {
    List<String> days =
        said.stream()
            .map(row -> rows.day[rows.article[row]])
            .filter(day -> day != Searcher.NO_DAY)
            .distinct()
            .sorted()
            .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
            .toList();
    if (days.isEmpty()) {
      return;
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
            row -> {
              int day = rows.day[rows.article[row]];
              return day == Searcher.NO_DAY
                  ? -1
                  : numbers.get(LocalDate.ofEpochDay(day).toString().substring(0, length));
            });
    List<Facet.Value> values =
        IntStream.range(0, periods.size())
            .mapToObj(i -> new Facet.Value(term(Field.DATE, periods.get(i)), counts.get(i)))
            .toList();
    addUnlessIdle(facets, new Facet(Field.DATE, values, 0));
  }

  /** Number of statements by value; a negative value is none. */
  private Map<Integer, Integer> counts(Key key) {
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Integer> counted = new HashMap<>();
    said.stream()
        .forEach(
            row -> {
              int value = key.of(row);
              Integer before = value < 0 ? null : counted.put(value, rows.statement[row]);
              if (value >= 0 && (before == null || before != rows.statement[row])) {
                counts.merge(value, 1, Integer::sum);
              }
            });
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
    return new Hit(rows.statements.get(statement), witnesses);
  }
}

package org.stemma.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.stemma.model.Act;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.store.Passage;
import org.stemma.store.Sought;
import org.stemma.text.Spelling;
import org.stemma.text.Words;

/**
 * Answers queries about one state of a record. Made once for each state, in time linear in its
 * witnesses; keeps numbers of each and no text. Thread-safe.
 */
public final class Searcher {
  /** A record to be searched. */
  public interface Source {
    /** Those in most outlets first. */
    List<Statement> statements();

    /** The articles of the statements, and others. */
    Iterable<Article> articles();

    /** Whom the articles mean. */
    Entities entities();

    /** Number of outlets that carry a statement. */
    long outlets(Statement statement);

    /** What became of a statement that several outlets carry: one of {@link Field#FATES}. */
    String fate(Statement statement);
  }

  /** Finds sentences by words. */
  public interface Texts {
    /** As in {@link org.stemma.store.Articles}. */
    void forEachPassage(Sought sought, Consumer<Passage> action);
  }

  /** Of an article without a date. */
  static final int NO_DAY = Integer.MIN_VALUE;

  private static final long[] NOWHERE = {};

  private final Texts texts;
  private final Rows rows;

  /**
   * @param source is read now and not kept
   * @param texts may know articles that the source does not have
   */
  public Searcher(Source source, Texts texts) {
    this.texts = requireNonNull(texts, "texts");
    this.rows = new Rows(source);
  }

  /** All that a query finds. */
  public Found find(Query query) {
    Map<Sought, Leaf> leaves = new HashMap<>();
    BitSet said = said(query, leaves);
    BitSet held = query.sought().isEmpty() ? new BitSet() : held(query, leaves);
    said.stream().forEach(row -> held.clear(rows.article[row]));
    return new Found(rows, said, held, article -> sentence(query, leaves, article));
  }

  /** The first sentence of an article that has words that are asked for. */
  private Optional<Span> sentence(Query query, Map<Sought, Leaf> leaves, int article) {
    for (Sought sought : query.sought()) {
      long[] first = leaves.get(sought).first;
      if (first.length > 0 && first[article] != 0) {
        return Optional.of(new Span((int) (first[article] >>> 32), (int) first[article]));
      }
    }
    return Optional.empty();
  }

  /**
   * What is known of one run of words.
   *
   * @param said the rows that have it in a sentence of theirs
   * @param held the articles that have it anywhere
   * @param first of each article the sentence that has it first, as start and end; 0 for none
   */
  private record Leaf(BitSet said, BitSet held, long[] first) {}

  private Leaf leaf(Sought sought, Map<Sought, Leaf> leaves) {
    Leaf known = leaves.get(sought);
    if (known != null) {
      return known;
    }
    BitSet said = new BitSet();
    BitSet held = new BitSet();
    long[][] first = {NOWHERE};
    texts.forEachPassage(
        sought,
        passage -> {
          Integer article = rows.articles.get(passage.article());
          if (article == null) {
            return;
          }
          if (!held.get(article)) {
            first[0] = first[0].length == 0 ? new long[rows.articles.size()] : first[0];
            held.set(article);
            first[0][article] = (long) passage.sentence().start() << 32 | passage.sentence().end();
          }
          for (int i = rows.from[article]; i < rows.from[article + 1]; i++) {
            int row = rows.byArticle[i];
            if (rows.witness(row).span().overlaps(passage.sentence())) {
              said.set(row);
            }
          }
        });
    Leaf leaf = new Leaf(said, held, first[0]);
    leaves.put(sought, leaf);
    return leaf;
  }

  /** The rows for which it holds. */
  private BitSet said(Query query, Map<Sought, Leaf> leaves) {
    if (query instanceof Query.Words words) {
      return (BitSet) leaf(words.run(), leaves).said.clone();
    }
    if (query instanceof Query.Term term) {
      return rows.with(term);
    }
    return combined(query, rows.count, each -> said(each, leaves));
  }

  /** The articles for which it holds; what is said of a row holds where one of its rows has it. */
  private BitSet held(Query query, Map<Sought, Leaf> leaves) {
    if (query instanceof Query.Words words) {
      return (BitSet) leaf(words.run(), leaves).held.clone();
    }
    if (query instanceof Query.Term term) {
      return rows.articlesWith(term);
    }
    return combined(query, rows.articles.size(), each -> held(each, leaves));
  }

  private static BitSet combined(Query query, int all, Function<Query, BitSet> each) {
    BitSet found = new BitSet();
    if (query instanceof Query.Or or) {
      or.choices().forEach(choice -> found.or(each.apply(choice)));
      return found;
    }
    found.set(0, all);
    if (query instanceof Query.Not not) {
      found.andNot(each.apply(not.clause()));
    } else if (query instanceof Query.And and) {
      and.clauses().forEach(clause -> found.and(each.apply(clause)));
    }
    return found;
  }

  /** One row for each witness of each statement, statement by statement. */
  static final class Rows {
    final List<Statement> statements;
    final Entities entities;
    final int count;
    final int[] statement;

    /** Which witness of the statement. */
    final int[] witness;

    final int[] article;
    final int[] speaker;

    /** The same without telling apart those who have one name. */
    final int[] speakerName;

    /** The first row of each statement. */
    private final int[] start;

    /** What came of each statement: an index of {@link Field#FATES}. */
    final byte[] fate;

    /** The rows of a shared statement whose articles may have had it first. */
    final BitSet first = new BitSet();

    /** Of each article: its outlet, -1 for none. */
    final int[] outlet;

    /** Of each article: its day, {@link #NO_DAY} for none. */
    final int[] day;

    final Map<ArticleId, Integer> articles = new HashMap<>();
    final List<ArticleId> ids = new ArrayList<>();
    final List<String> outlets = new ArrayList<>();

    /** Who speaks: an entity where one is known, else what the text calls them. */
    final List<Named> speakers = new ArrayList<>();

    final List<String> speakerNames = new ArrayList<>();

    /** The rows of article {@code a} are those at {@code from[a]} to {@code from[a + 1]}. */
    final int[] byArticle;

    final int[] from;

    /**
     * Somebody who speaks.
     *
     * @param keys of all names, a line break before and behind each
     */
    record Named(String name, Optional<Entity> entity, String keys) {}

    Rows(Source source) {
      statements = source.statements();
      entities = source.entities();
      Map<String, Integer> outletNumbers = new HashMap<>();
      List<Optional<FoundDate>> dates = new ArrayList<>();
      List<Integer> outletOf = new ArrayList<>();
      for (Article each : source.articles()) {
        articles.put(each.id(), ids.size());
        ids.add(each.id());
        dates.add(each.published());
        outletOf.add(
            each.outlet().map(name -> number(outletNumbers, outlets, name, name)).orElse(-1));
      }
      outlet = outletOf.stream().mapToInt(Integer::intValue).toArray();
      day = dates.stream().mapToInt(Rows::day).toArray();
      count = statements.stream().mapToInt(s -> s.witnesses().size()).sum();
      statement = new int[count];
      witness = new int[count];
      article = new int[count];
      speaker = new int[count];
      speakerName = new int[count];
      fate = new byte[statements.size()];
      start = new int[statements.size()];
      fill(source, dates);
      from = new int[ids.size() + 1];
      byArticle = sortedByArticle();
    }

    private void fill(Source source, List<Optional<FoundDate>> dates) {
      Map<String, Integer> speakerNumbers = new HashMap<>();
      Map<String, Integer> nameNumbers = new HashMap<>();
      int row = 0;
      for (int s = 0; s < statements.size(); s++) {
        Statement each = statements.get(s);
        boolean shared = source.outlets(each) > 1;
        fate[s] = (byte) Field.FATES.indexOf(shared ? source.fate(each) : Field.ALONE);
        start[s] = row;
        for (int w = 0; w < each.witnesses().size(); w++) {
          Witness one = each.witnesses().get(w);
          statement[row] = s;
          witness[row] = w;
          article[row] = articles.get(one.article());
          Optional<Entity> entity = entities.of(one.article(), one.speaker());
          String key = entity.map(e -> "\0" + e.id()).orElse(one.speaker().label());
          Named named =
              speakerNumbers.containsKey(key) ? null : named(entity, one.speaker().label());
          speaker[row] = number(speakerNumbers, speakers, key, named);
          String name = speakers.get(speaker[row]).name;
          speakerName[row] = number(nameNumbers, speakerNames, name, name);
          row++;
        }
        if (shared) {
          markFirst(start[s], row, dates);
        }
      }
    }

    private static Named named(Optional<Entity> entity, String label) {
      List<String> names = entity.map(Entity::names).orElse(List.of(label));
      return new Named(
          entity.map(Entity::name).orElse(label),
          entity,
          names.stream().map(Rows::key).collect(Collectors.joining("\n", "\n", "\n")));
    }

    /** A date without an hour is the whole day, so that several can be first. */
    private void markFirst(int begin, int end, List<Optional<FoundDate>> dates) {
      Instant surelyOut = Instant.MAX;
      for (int row = begin; row < end; row++) {
        Instant latest = dates.get(article[row]).map(FoundDate::latest).orElse(Instant.MAX);
        surelyOut = latest.isBefore(surelyOut) ? latest : surelyOut;
      }
      for (int row = begin; row < end; row++) {
        Optional<FoundDate> date = dates.get(article[row]);
        if (date.isPresent() && !date.get().earliest().isAfter(surelyOut)) {
          first.set(row);
        }
      }
    }

    private int[] sortedByArticle() {
      for (int row = 0; row < count; row++) {
        from[article[row] + 1]++;
      }
      for (int a = 0; a < ids.size(); a++) {
        from[a + 1] += from[a];
      }
      int[] next = from.clone();
      int[] sorted = new int[count];
      for (int row = 0; row < count; row++) {
        sorted[next[article[row]]++] = row;
      }
      return sorted;
    }

    private static <T> int number(Map<String, Integer> numbers, List<T> all, String key, T value) {
      Integer known = numbers.get(key);
      if (known != null) {
        return known;
      }
      numbers.put(key, all.size());
      all.add(value);
      return all.size() - 1;
    }

    private static int day(Optional<FoundDate> date) {
      return date.map(d -> (int) LocalDate.parse(d.value().substring(0, 10)).toEpochDay())
          .orElse(NO_DAY);
    }

    int firstRow(int statement) {
      return start[statement];
    }

    Witness witness(int row) {
      return statements.get(statement[row]).witnesses().get(witness[row]);
    }

    /** " tomas brel ", in which whole words are found as they stand. */
    private static String key(String name) {
      return Words.in(name).normals().stream()
          .map(Spelling::folded)
          .collect(Collectors.joining(" ", " ", " "));
    }

    BitSet with(Query.Term term) {
      return matching(count, test(term));
    }

    BitSet articlesWith(Query.Term term) {
      if (term.field().isDate()) {
        IntPredicate inTime = inTime(term);
        return matching(ids.size(), a -> inTime.test(day[a]));
      }
      if (term.field() == Field.OUTLET) {
        BitSet wanted = outletsNamed(term.value());
        return matching(ids.size(), a -> outlet[a] >= 0 && wanted.get(outlet[a]));
      }
      BitSet found = new BitSet();
      with(term).stream().forEach(row -> found.set(article[row]));
      return found;
    }

    private IntPredicate test(Query.Term term) {
      String value = term.value();
      return switch (term.field()) {
        case SPEAKER -> {
          BitSet wanted = speakersNamed(value);
          yield row -> wanted.get(speaker[row]);
        }
        case OUTLET -> {
          BitSet wanted = outletsNamed(value);
          yield row -> outlet[article[row]] >= 0 && wanted.get(outlet[article[row]]);
        }
        case FIRST -> {
          BitSet wanted = outletsNamed(value);
          yield row ->
              first.get(row) && outlet[article[row]] >= 0 && wanted.get(outlet[article[row]]);
        }
        case VIA -> {
          String key = key(value);
          yield row -> witness(row).via().stream().anyMatch(v -> key(v).contains(key));
        }
        case ACT -> {
          Act wanted = Act.valueOf(Field.constant(value));
          yield row -> witness(row).act() == wanted;
        }
        case KIND -> row -> kind(row).equals(value);
        case FATE -> {
          int wanted = Field.FATES.indexOf(value);
          int alone = Field.FATES.indexOf(Field.ALONE);
          yield value.equals(Field.SHARED)
              ? row -> fate[statement[row]] != alone
              : row -> fate[statement[row]] == wanted;
        }
        case CHANGE -> {
          AlterationKind wanted = AlterationKind.valueOf(Field.constant(value));
          yield row -> witness(row).alterations().stream().anyMatch(a -> a.kind() == wanted);
        }
        case DATE, FROM, TO, AFTER, BEFORE -> {
          IntPredicate inTime = inTime(term);
          yield row -> inTime.test(day[article[row]]);
        }
      };
    }

    String kind(int row) {
      return Field.KINDS.get(witness(row).quoted() ? 0 : 1);
    }

    private BitSet outletsNamed(String name) {
      return named(outlets.size(), o -> "\n" + key(outlets.get(o)) + "\n", name);
    }

    private BitSet speakersNamed(String name) {
      BitSet byId =
          matching(
              speakers.size(),
              s -> speakers.get(s).entity.map(Entity::id).equals(Optional.of(name)));
      return byId.isEmpty() ? named(speakers.size(), s -> speakers.get(s).keys, name) : byId;
    }

    /** Those who have just this name; where nobody has, those with its words in a name. */
    private static BitSet named(int size, IntFunction<String> keys, String name) {
      String key = key(name);
      BitSet wholly = matching(size, i -> keys.apply(i).contains("\n" + key + "\n"));
      return wholly.isEmpty() ? matching(size, i -> keys.apply(i).contains(key)) : wholly;
    }

    private static IntPredicate inTime(Query.Term term) {
      Period period = Period.of(term.value(), 0);
      return switch (term.field()) {
        case FROM -> day -> day != NO_DAY && day >= period.first();
        case TO -> day -> day != NO_DAY && day <= period.last();
        case AFTER -> day -> day != NO_DAY && day > period.last();
        case BEFORE -> day -> day != NO_DAY && day < period.first();
        default -> day -> day >= period.first() && day <= period.last();
      };
    }

    private static BitSet matching(int size, IntPredicate test) {
      BitSet found = new BitSet(size);
      for (int i = 0; i < size; i++) {
        if (test.test(i)) {
          found.set(i);
        }
      }
      return found;
    }
  }
}

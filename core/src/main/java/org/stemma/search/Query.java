package org.stemma.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stemma.store.Sought;

/**
 * What is asked for. Every clause is asked of one article's wording of a statement, with the
 * sentences that it stands in.
 *
 * <pre>
 * warning shot           both words
 * "warning shot"         the words side by side
 * warn*                  words that begin so
 * speaker:"Tomas Brel"   a {@link Field}
 * -ferry                 not this
 * ferry OR boat          either
 * (ferry OR boat) sank   grouped
 * </pre>
 *
 * <p>{@link #toString} writes it so that it reads the same again.
 */
public sealed interface Query {
  /** Longest query, in UTF-16 code units. */
  int LONGEST = 2_000;

  /** Words that join clauses and are not looked for, unless in quotation marks. */
  Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

  /** Whatever is on record. */
  record Everything() implements Query {
    @Override
    public String toString() {
      return "";
    }
  }

  /** Words that stand side by side. */
  record Words(Sought run) implements Query {
    public Words {
      requireNonNull(run, "run");
    }

    @Override
    public String toString() {
      return (isPlain(run.words()) && !OPERATORS.contains(run.words())
              ? run.words()
              : quoted(run.words()))
          + (run.open() ? "*" : "");
    }
  }

  /**
   * A field with a value.
   *
   * @param value as the field has it: an act, a date, words of a name
   */
  record Term(Field field, String value) implements Query {
    public Term {
      requireNonNull(field, "field");
      value = field.checked(value, 0);
    }

    @Override
    public String toString() {
      return field.label() + ":" + (isPlain(value) ? value : quoted(value));
    }
  }

  /** All of them. */
  record And(List<Query> clauses) implements Query {
    public And {
      clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
      return String.join(
          " ", clauses.stream().map(c -> c instanceof Or ? "(" + c + ")" : c.toString()).toList());
    }
  }

  /** At least one of them. */
  record Or(List<Query> choices) implements Query {
    public Or {
      choices = List.copyOf(choices);
    }

    @Override
    public String toString() {
      return String.join(" OR ", choices.stream().map(Query::toString).toList());
    }
  }

  /** Not this. */
  record Not(Query clause) implements Query {
    public Not {
      requireNonNull(clause, "clause");
    }

    @Override
    public String toString() {
      return "-" + (isCompound(clause) ? "(" + clause + ")" : clause);
    }
  }

  /**
   * Reads a query.
   *
   * @throws QueryException when it makes no sense
   */
  static Query parse(String text) {
    return new QueryParser(text).query();
  }

  /** The clauses that all must hold; none for {@link Everything}. */
  default List<Query> clauses() {
    return this instanceof Everything ? List.of() : List.of(this);
  }

  /** This, narrowed by one more clause; the same where it has that clause. */
  default Query with(Query clause) {
    List<Query> clauses = new ArrayList<>(clauses());
    if (!clauses.contains(clause)) {
      clauses.add(clause);
    }
    return all(clauses);
  }

  /** This without one of its {@link #clauses}. */
  default Query without(Query clause) {
    List<Query> clauses = new ArrayList<>(clauses());
    clauses.remove(clause);
    return all(clauses);
  }

  /** The words that are asked for, in order, those of a {@link Not} left out. */
  default List<Sought> sought() {
    List<Sought> found = new ArrayList<>();
    collect(this, found);
    return found;
  }

  /** All of some clauses. */
  static Query all(List<Query> clauses) {
    return switch (clauses.size()) {
      case 0 -> new Everything();
      case 1 -> clauses.get(0);
      default -> new And(clauses);
    };
  }

  private static void collect(Query query, List<Sought> found) {
    if (query instanceof Words words) {
      found.add(words.run());
    } else if (query instanceof And and) {
      and.clauses().forEach(clause -> collect(clause, found));
    } else if (query instanceof Or or) {
      or.choices().forEach(choice -> collect(choice, found));
    }
  }

  private static boolean isCompound(Query clause) {
    return clause instanceof And || clause instanceof Or || clause instanceof Not;
  }

  private static boolean isPlain(String value) {
    return value
            .codePoints()
            .noneMatch(c -> Character.isWhitespace(c) || "\"“”()*:".indexOf(c) >= 0)
        && !value.startsWith("-");
  }

  /** Quotation marks have no meaning in words and names, so none need to be kept. */
  private static String quoted(String value) {
    return '"' + value.replaceAll("[\"“”]", " ").strip() + '"';
  }
}

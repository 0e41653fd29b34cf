package org.stemma.app.export;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Entity;
import org.stemma.model.Statement;
import org.stemma.pipeline.Fate;
import org.stemma.pipeline.Filter;

/**
 * Which part of it is exported: the filter that all share, and what only some lists can be chosen
 * by.
 *
 * @param kind of statements: how they fared; empty for all
 * @param name letters in a speaker's name
 * @param statement the one whose stemma is wanted, by its id or that of a witness
 */
public record Wanted(
    Filter filter, Optional<Kind> kind, Optional<String> name, Optional<String> statement) {
  /** All of it. */
  public static final Wanted ALL =
      new Wanted(Filter.ALL, Optional.empty(), Optional.empty(), Optional.empty());

  /** How statements fared on their way, as the list of statements parts them. */
  public enum Kind {
    /** In more than one outlet. */
    SHARED,
    SENSE,
    ALTERED,
    TRUNCATED,
    RETRANSLATED,
    PARAPHRASED,
    VERBATIM;

    /**
     * The kind of this name, in small letters.
     *
     * @throws IllegalArgumentException when there is none; the message is one sentence, for people
     */
    public static Kind named(String name) {
      for (Kind kind : values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("There is no such kind of statement.");
    }

    /** True for a statement of this kind on this desk. */
    public boolean admits(Statement statement, Shelf shelf) {
      return shelf.outlets(statement) > 1 && (this == SHARED || shelf.fate(statement) == fate());
    }

    private Fate fate() {
      return this == SENSE ? Fate.SENSE_CHANGED : Fate.valueOf(name());
    }
  }

  public Wanted {
    requireNonNull(filter, "filter");
    requireNonNull(kind, "kind");
    name = name.map(String::strip).filter(n -> !n.isEmpty());
    requireNonNull(statement, "statement");
  }

  /**
   * Reads it from the query of an address.
   *
   * @throws IllegalArgumentException when a value makes no sense; the message is one sentence, for
   *     people
   */
  public static Wanted of(Function<String, Optional<String>> given) {
    return new Wanted(
        Filter.of(given),
        given.apply("kind").filter(k -> !k.isBlank() && !k.equals("all")).map(Kind::named),
        given.apply("name"),
        given.apply("statement"));
  }

  boolean admits(Statement statement, Shelf shelf, Articles articles) {
    return kind.filter(k -> !k.admits(statement, shelf)).isEmpty()
        && filter.admits(statement, articles, articles.entities());
  }

  boolean isCalledSo(Entity entity) {
    String folded = name.orElse("").toLowerCase(Locale.ROOT);
    return entity.names().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(folded));
  }
}

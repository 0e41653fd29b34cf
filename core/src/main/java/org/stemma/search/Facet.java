package org.stemma.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * In how many ways what was found can be narrowed by one field.
 *
 * @param values those with most statements first; of dates the earliest first
 * @param others values that are not listed
 */
public record Facet(Field field, List<Value> values, int others) {
  public Facet {
    requireNonNull(field, "field");
    values = List.copyOf(values);
  }

  /**
   * A way to narrow.
   *
   * @param clause that does it
   * @param statements that are left then
   */
  public record Value(Query.Term clause, int statements) {
    public Value {
      requireNonNull(clause, "clause");
    }
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * In a stemma: the child took words from the parent.
 *
 * @param probability that it took them from this one, against all others here and none; from 0 to 1
 * @param evidence never empty
 */
public record Edge(ArticleId child, ArticleId parent, double probability, List<Evidence> evidence) {
  public Edge {
    requireNonNull(child, "child");
    requireNonNull(parent, "parent");
    evidence = List.copyOf(evidence);
    if (child.equals(parent)) {
      throw new IllegalArgumentException("article " + child + " cannot be its own parent");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability lies between 0 and 1: " + probability);
    }
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("an edge needs evidence");
    }
  }
}

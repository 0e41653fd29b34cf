package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * In a stemma: the child took words from the parent.
 *
 * @param evidence never empty
 */
public record Edge(ArticleId child, ArticleId parent, List<Evidence> evidence) {
  public Edge {
    requireNonNull(child, "child");
    requireNonNull(parent, "parent");
    evidence = List.copyOf(evidence);
    if (child.equals(parent)) {
      throw new IllegalArgumentException("article " + child + " cannot be its own parent");
    }
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("an edge needs evidence");
    }
  }
}

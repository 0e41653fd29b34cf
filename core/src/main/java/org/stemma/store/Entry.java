package org.stemma.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Match;

/**
 * Everything that comes into a store with one article.
 *
 * @param matches with articles that the store held before
 * @param kinships with articles that the store held before
 */
public record Entry(Annotated annotated, Keys keys, List<Match> matches, List<Kinship> kinships) {
  public Entry {
    requireNonNull(annotated, "annotated");
    requireNonNull(keys, "keys");
    matches = List.copyOf(matches);
    kinships = List.copyOf(kinships);
  }
}

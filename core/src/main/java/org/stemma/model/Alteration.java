package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One difference of a witness from the base wording of its statement.
 *
 * @param inBase the words concerned, in the text of the base's article; empty where words were put
 *     in
 * @param inWitness the words concerned, in the text of the witness's article; empty where words
 *     were left out
 */
public record Alteration(AlterationKind kind, Optional<Span> inBase, Optional<Span> inWitness) {
  public Alteration {
    requireNonNull(kind, "kind");
    requireNonNull(inBase, "inBase");
    requireNonNull(inWitness, "inWitness");
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * A name found in a text, as it is written there.
 *
 * @param span the name; it lies in one paragraph
 */
public record Name(Span span, NameKind kind) {
  public Name {
    requireNonNull(span, "span");
    requireNonNull(kind, "kind");
  }
}

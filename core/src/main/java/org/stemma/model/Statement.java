package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One thing said once by one speaker, whatever the wording that outlets give it.
 *
 * @param id the smallest of its witnesses' ids; the ids of all its witnesses lead to it
 * @param base index of the witness that the others are compared with: the one from which they come
 *     by the fewest changes, as far as their dates and outlets allow
 * @param witnesses oldest first, undated last; never empty
 */
public record Statement(String id, int base, List<Witness> witnesses) {
  public Statement {
    requireNonNull(id, "id");
    witnesses = List.copyOf(witnesses);
    if (base < 0 || base >= witnesses.size()) {
      throw new IllegalArgumentException("base " + base + " of " + witnesses.size() + " witnesses");
    }
  }

  /** The witness that the others are compared with. */
  public Witness baseWitness() {
    return witnesses.get(base);
  }

  /** The name of the base's speaker; where that is not named, the first name any witness gives. */
  public Optional<String> speakerName() {
    if (baseWitness().speaker() instanceof Speaker.Named named) {
      return Optional.of(named.name());
    }
    for (Witness witness : witnesses) {
      if (witness.speaker() instanceof Speaker.Named named) {
        return Optional.of(named.name());
      }
    }
    return Optional.empty();
  }
}

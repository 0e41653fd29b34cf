package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.stemma.model.Outcome;

/** An address that nothing came of; the message is a sentence part for people. */
final class Unfetched extends IOException {
  private static final long serialVersionUID = 1;

  private final Outcome.Kind kind;

  Unfetched(String reason) {
    this(Outcome.Kind.REFUSED, reason);
  }

  Unfetched(Outcome.Kind kind, String reason) {
    super(reason);
    this.kind = requireNonNull(kind, "kind");
  }

  Outcome.Kind kind() {
    return kind;
  }

  /** The same, said of where a redirect led to. */
  Unfetched at(Address there) {
    return new Unfetched(kind, "redirects to " + there + ": " + getMessage());
  }
}

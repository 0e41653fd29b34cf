package org.stemma.read;

import java.io.IOException;
import org.stemma.model.Outcome;

/** A stretch of a stream is lost, and reading can go on behind it. The message is for people. */
final class Damaged extends IOException {
  private static final long serialVersionUID = 1;

  private final Outcome.Kind kind;

  Damaged(Outcome.Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  Outcome.Kind kind() {
    return kind;
  }
}

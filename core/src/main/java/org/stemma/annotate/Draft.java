package org.stemma.annotate;

import java.util.List;
import java.util.Optional;

/**
 * An attribution in the making, in tokens. A piece is its first and last token, both inclusive.
 *
 * @param contents never empty, in text order
 */
record Draft(Optional<Piece> source, Optional<Piece> cue, List<Piece> contents, double confidence) {
  /** Tokens from first to last, both inclusive. */
  record Piece(int first, int last) {
    boolean contains(int token) {
      return first <= token && token <= last;
    }
  }

  Draft {
    contents = List.copyOf(contents);
  }

  Draft with(List<Piece> otherContents) {
    return new Draft(source, cue, otherContents, confidence);
  }

  Draft withConfidence(double other) {
    return new Draft(source, cue, contents, other);
  }

  /** Where it is told who says it: the source, else the cue, else the content. */
  int place() {
    return source.or(() -> cue).map(Piece::first).orElse(contents.get(0).first());
  }
}

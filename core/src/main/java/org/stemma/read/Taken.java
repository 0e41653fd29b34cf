package org.stemma.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.stemma.model.Outcome;

/**
 * What could be taken from a stream, up to a limit.
 *
 * @param bytes one more than the limit where there were more
 * @param failure why no more came, where that was not the end
 */
record Taken(byte[] bytes, Optional<IOException> failure) {
  private static final int AT_ONCE = 1 << 14;

  /** Reads to the end, the limit or the first failure. */
  static Taken from(InputStream stream, int limit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] some = new byte[AT_ONCE];
    try {
      while (bytes.size() <= limit) {
        int read = stream.read(some, 0, Math.min(AT_ONCE, limit + 1 - bytes.size()));
        if (read < 0) {
          break;
        }
        bytes.write(some, 0, read);
      }
      return new Taken(bytes.toByteArray(), Optional.empty());
    } catch (IOException e) {
      return new Taken(bytes.toByteArray(), Optional.of(e));
    }
  }

  /** Why nothing can be made of it; empty when there is something to read. */
  Optional<Reading.Unreadable> refusal(Piece piece, int limit) {
    if (bytes.length > limit) {
      return Optional.of(
          piece.unreadable(Outcome.Kind.TOO_LARGE, "larger than " + Limits.words(limit)));
    }
    if (failure.isPresent() && (bytes.length == 0 || failure.get() instanceof TooLarge)) {
      return Optional.of(Pages.unreadable(piece, failure.get()));
    }
    return Optional.empty();
  }
}

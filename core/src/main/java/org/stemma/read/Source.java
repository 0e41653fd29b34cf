package org.stemma.read;

import java.io.IOException;
import java.util.Optional;

/**
 * Something pages come from: a file, a folder, an archive, a stream. A new kind of input is a new
 * source and a line in {@link Kind}.
 */
interface Source extends AutoCloseable {
  /** Where this is, for messages. */
  String place();

  /**
   * The next reading; empty when there are no more.
   *
   * @throws IOException when the medium fails; then this source has no more readings
   */
  Optional<Reading> next() throws IOException;

  @Override
  void close() throws IOException;

  /** A source of a single reading that needs no resource. */
  static Source of(Reading.Unreadable only) {
    return new Source() {
      private boolean given;

      @Override
      public String place() {
        return only.place();
      }

      @Override
      public Optional<Reading> next() {
        Optional<Reading> next = given ? Optional.empty() : Optional.of(only);
        given = true;
        return next;
      }

      @Override
      public void close() {}
    };
  }
}

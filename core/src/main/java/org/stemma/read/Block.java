package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;

/**
 * What stands behind the head of a record.
 *
 * @param bytes one more than the limit on pages where there were more
 * @param isCut less came than the head told
 * @param failure why, where the medium said so
 */
record Block(byte[] bytes, boolean isCut, Optional<IOException> failure) {
  Block {
    requireNonNull(bytes, "bytes");
    requireNonNull(failure, "failure");
  }
}

package org.stemma.read;

import java.io.IOException;

/** More than a limit allows; the message is a sentence part for people. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1;

  TooLarge(String reason) {
    super(reason);
  }
}

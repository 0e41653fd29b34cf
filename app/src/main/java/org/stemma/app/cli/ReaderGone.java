package org.stemma.app.cli;

/** Whoever read our output has had enough, as {@code head} has after ten lines. No error. */
final class ReaderGone extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReaderGone(Throwable cause) {
    super("nobody reads the output any more", cause);
  }
}

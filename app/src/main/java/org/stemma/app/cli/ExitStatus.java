package org.stemma.app.cli;

/** How a command ends. Scripts rely on these numbers. */
final class ExitStatus {
  /** Done; of a question: yes. */
  static final int DONE = 0;

  /** The answer is no: a quotation is not verbatim, nothing was found. */
  static final int NO = 1;

  /** The command was called wrongly; nothing was done. */
  static final int WRONG_USE = 2;

  /** It could not be done. */
  static final int FAILED = 3;

  private ExitStatus() {}
}

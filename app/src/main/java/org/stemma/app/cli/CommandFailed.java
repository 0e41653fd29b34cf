package org.stemma.app.cli;

import java.util.Optional;

/**
 * Ends a command. The message is one sentence for people, with the place and, where there is one,
 * the mend.
 */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private CommandFailed(int status, String message, Optional<Throwable> cause) {
    super(message, cause.orElse(null));
    this.status = status;
  }

  /** The command was called wrongly. */
  static CommandFailed wrongUse(String message) {
    return new CommandFailed(ExitStatus.WRONG_USE, message, Optional.empty());
  }

  /** It could not be done. */
  static CommandFailed failed(String message) {
    return new CommandFailed(ExitStatus.FAILED, message, Optional.empty());
  }

  /** It could not be done. */
  static CommandFailed failed(String message, Throwable cause) {
    return new CommandFailed(ExitStatus.FAILED, message, Optional.of(cause));
  }

  /** One of {@link ExitStatus}. */
  int status() {
    return status;
  }
}

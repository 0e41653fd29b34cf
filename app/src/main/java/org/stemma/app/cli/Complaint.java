package org.stemma.app.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells in one sentence what went wrong and what to do, and with which status the process ends. A
 * stack trace is shown only to who asks for it with {@code STEMMA_DEBUG=1}.
 */
final class Complaint {
  private static final String DEBUG = "STEMMA_DEBUG";

  private final Terminal terminal;

  Complaint(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command line itself was wrong. */
  int aboutUse(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    terminal.say(command + ": " + sentence(wrong.getMessage()) + suggestion(wrong));
    terminal.say("'" + command + " --help' shows how it is used, with an example.");
    showTrace(wrong);
    return ExitStatus.WRONG_USE;
  }

  /** Something went wrong on the way. */
  int about(Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof ReaderGone) {
      return ExitStatus.DONE;
    }
    sayOnError("stemma: " + sentence(message(cause)));
    showTrace(thrown);
    return cause instanceof CommandFailed failed ? failed.status() : ExitStatus.FAILED;
  }

  /** What was written so far goes out first; when that is what failed, the reason still does. */
  private void sayOnError(String line) {
    try {
      terminal.out().flush();
    } catch (RuntimeException e) {
      // This failure is the one that is being told.
    }
    terminal.err().println(line);
  }

  private static Throwable unwrapped(Throwable thrown) {
    boolean wrapped =
        thrown instanceof UncheckedIOException
            || thrown instanceof ExceptionInInitializerError
            || thrown.getClass() == RuntimeException.class;
    return wrapped && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
  }

  private static String message(Throwable cause) {
    if (cause instanceof CommandFailed || isForPeople(cause)) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "There is no file or folder " + cause.getMessage();
    }
    if (cause instanceof AccessDeniedException denied) {
      return "No leave to use " + denied.getFile();
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    if (cause instanceof IOException) {
      return "Reading or writing failed: " + cause.getMessage();
    }
    if (cause instanceof OutOfMemoryError) {
      return "Memory ran out; STEMMA_JAVA_OPTS=-Xmx4g gives the launcher four gigabytes";
    }
    return "Stemma met something it did not expect ("
        + cause
        + "); "
        + DEBUG
        + "=1 shows where. Please report it";
  }

  /** The store speaks to people already. Named by its name: to load it for this is not worth it. */
  private static boolean isForPeople(Throwable cause) {
    return cause.getClass().getName().equals("org.stemma.store.StoreException");
  }

  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    List<String> suggestions = unmatched.getSuggestions();
    return suggestions.isEmpty() ? "" : " Did you mean " + suggestions.get(0) + "?";
  }

  private static String sentence(String words) {
    String trimmed = words.strip();
    boolean ends = trimmed.endsWith(".") || trimmed.endsWith("?") || trimmed.endsWith("!");
    return ends ? trimmed : trimmed + ".";
  }

  private void showTrace(Throwable thrown) {
    String wanted = System.getenv(DEBUG);
    if (wanted != null && !wanted.isEmpty() && !wanted.equals("0")) {
      thrown.printStackTrace(terminal.err());
    }
  }
}

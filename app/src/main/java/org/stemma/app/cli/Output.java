package org.stemma.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output that tells when it fails: {@link System#out} would swallow a full disk, and let a
 * command work for hours for a reader who has left.
 */
final class Output extends OutputStream {
  private final OutputStream target;

  Output(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) {
    attempt(() -> target.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> target.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(target::flush);
  }

  /** Flushes and leaves the stream open: it is the process's own. */
  @Override
  public void close() {
    flush();
  }

  private static void attempt(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      String folded = reason.toLowerCase(Locale.ROOT);
      // "Broken pipe" on Linux and macOS; "The pipe is being closed", "... has been ended" on
      // Windows.
      if (folded.contains("pipe")) {
        throw new ReaderGone(e);
      }
      throw CommandFailed.failed("Standard output could not be written: " + reason + ".", e);
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }
}

package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.stemma.app.json.JsonOutput;

/**
 * The three streams of the process and what is known of the terminal behind them. UTF-8 whatever
 * the locale. Results go to {@link #out}, everything said about the work to {@link #err}.
 *
 * <p>The launcher tells by system properties what only a shell can see. Without it, as with {@code
 * java -jar}, Java's console tells whether there is a terminal at all.
 */
final class Terminal {
  /** Wide enough for most sentences, narrow enough to read. */
  private static final int DEFAULT_COLUMNS = 80;

  /** Lines longer than this tire the eye. */
  private static final int WIDEST = 110;

  private static final int NARROWEST = 40;

  /** Many short lines go out in one write. */
  private static final int OUT_BUFFER_BYTES = 1 << 16;

  private final Output out;
  private final PrintStream err;

  private Terminal(Output out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  static Terminal ofProcess() {
    Output out =
        new Output(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUT_BUFFER_BYTES));
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    return new Terminal(out, err);
  }

  /** Says nothing to anybody. */
  static Terminal silent() {
    return new Terminal(
        new Output(OutputStream.nullOutputStream()),
        new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
  }

  /**
   * Standard input, as bytes. Buffered, because a bare {@link FileInputStream} asks a pipe for its
   * position and fails.
   */
  InputStream in() {
    return new BufferedInputStream(new FileInputStream(FileDescriptor.in));
  }

  /** Standard output, buffered; whoever writes flushes at the end. */
  Output out() {
    return out;
  }

  /** Writes a line to standard output. */
  void print(String line) {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    out.write(bytes, 0, bytes.length);
  }

  /** Writes an answer as one line of JSON. */
  void json(Object answer) {
    JsonOutput json = new JsonOutput(out);
    json.write(answer);
    json.finish(true);
  }

  /** Says a line on standard error, at once. Lines of the two streams come in the order written. */
  void say(String line) {
    out.flush();
    err.println(line);
  }

  /** Standard output for those who want a writer; flushed by {@link #out}. */
  PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(out, UTF_8), true);
  }

  /** Standard error for those who want a writer. */
  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, UTF_8), true);
  }

  /** Standard error, for what is drawn over again. */
  PrintStream err() {
    return err;
  }

  boolean inIsTerminal() {
    return is("stemma.tty.in");
  }

  boolean outIsTerminal() {
    return is("stemma.tty.out");
  }

  boolean errIsTerminal() {
    return is("stemma.tty");
  }

  /** True where colours help: on a terminal whose user did not refuse them. */
  boolean colours() {
    String refused = System.getenv("NO_COLOR");
    return outIsTerminal()
        && (refused == null || refused.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** Columns to wrap text to. */
  int columns() {
    int columns = Integer.getInteger("stemma.columns", DEFAULT_COLUMNS);
    return Math.max(NARROWEST, Math.min(WIDEST, columns));
  }

  private static boolean is(String property) {
    String told = System.getProperty(property);
    return told == null ? consoleIsTerminal() : Boolean.parseBoolean(told);
  }

  /** From Java 22 on there is a console even without a terminal, so that it tells nothing. */
  private static boolean consoleIsTerminal() {
    return Runtime.version().feature() < 22 && System.console() != null;
  }
}

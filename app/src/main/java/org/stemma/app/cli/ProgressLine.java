package org.stemma.app.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Tells on standard error how far the work has come: on a terminal one line drawn over again, in a
 * pipe or a log a plain line now and then. Work that is done soon says nothing.
 *
 * <p>How much there is to do is not known while it streams in, so there is no percentage.
 */
final class ProgressLine implements AutoCloseable {
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Moves the cursor to the start of the line and clears the line. */
  private static final String CLEAR_LINE = "\r\u001b[K";

  private static final String[] BAR = {
    "[=     ]",
    "[ =    ]",
    "[  =   ]",
    "[   =  ]",
    "[    = ]",
    "[     =]",
    "[    = ]",
    "[   =  ]",
    "[  =   ]",
    "[ =    ]"
  };

  private final Terminal terminal;
  private final long started = System.nanoTime();
  private long shown = started;
  private int step;
  private boolean drawn;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Hears how far the work has come; cheap enough to be told of every page. */
  void reached(long done, long skipped) {
    long now = System.nanoTime();
    if (now - shown < (terminal.errIsTerminal() ? REDRAW_NANOS : PLAIN_NANOS)) {
      return;
    }
    shown = now;
    String line = words(done, skipped, TimeUnit.NANOSECONDS.toSeconds(now - started));
    if (terminal.errIsTerminal()) {
      terminal.err().print(CLEAR_LINE + BAR[step++ % BAR.length] + " " + line);
      terminal.err().flush();
      drawn = true;
    } else {
      terminal.err().println(line);
    }
  }

  private static String words(long done, long skipped, long seconds) {
    String rate = seconds == 0 ? "" : String.format(Locale.ROOT, ", %,d a second", done / seconds);
    return String.format(
        Locale.ROOT, "%,d read, %,d skipped, %d s%s", done, skipped, seconds, rate);
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (drawn) {
      terminal.err().print(CLEAR_LINE);
      terminal.err().flush();
      drawn = false;
    }
  }
}

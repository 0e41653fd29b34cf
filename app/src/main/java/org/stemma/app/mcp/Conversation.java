package org.stemma.app.mcp;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The two streams of a conversation, and when it is over: when the other side has closed its stream
 * and has its answers. The protocol's library stops at the end of the stream, whatever it still
 * owes; somebody who pipes a few questions in wants their answers.
 */
final class Conversation {
  /** Longest wait for answers that are owed when the other side has gone. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Between two looks. */
  private static final long LOOK_MILLIS = 20;

  private final InputStream in;
  private final OutputStream out;
  private final CountDownLatch over = new CountDownLatch(1);

  /** Requests read and not answered yet: each of either is a line. */
  private final AtomicInteger owed = new AtomicInteger();

  Conversation(InputStream in, OutputStream out) {
    this.in = new Questions(in);
    this.out = new Answers(out);
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  /** Returns when all is said. */
  void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    long until = System.nanoTime() + PATIENCE_NANOS;
    try {
      while (owed.get() > 0 && System.nanoTime() < until) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    over.countDown();
  }

  /** Counts the requests in what is read: the lines with an id. */
  private final class Questions extends FilterInputStream {
    private static final String ID = "\"id\"";

    private int matched;
    private boolean hasId;

    Questions(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next < 0) {
        end();
      } else {
        look(next);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      if (got < 0) {
        end();
      }
      for (int i = 0; i < got; i++) {
        look(bytes[offset + i]);
      }
      return got;
    }

    private void look(int next) {
      if (next == '\n') {
        owed.addAndGet(hasId ? 1 : 0);
        hasId = false;
      }
      matched = next == ID.charAt(matched) ? matched + 1 : next == '"' ? 1 : 0;
      if (matched == ID.length()) {
        hasId = true;
        matched = 0;
      }
    }
  }

  /** Counts the answers in what is written. */
  private final class Answers extends FilterOutputStream {
    Answers(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int next) throws IOException {
      out.write(next);
      if (next == '\n') {
        out.flush();
        owed.decrementAndGet();
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] == '\n') {
          out.flush();
          owed.decrementAndGet();
        }
      }
    }
  }
}

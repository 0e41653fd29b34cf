package org.stemma.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Bytes of which the first can be looked at before they are read, counted as they are taken. */
final class Peeked extends BufferedInputStream {
  private static final int BUFFER = Look.HEAD;

  private Optional<IOException> failure = Optional.empty();

  Peeked(InputStream bytes) {
    super(new Counted(bytes), BUFFER);
  }

  /** Packed bytes that were read for what came out so far: those of the outermost packing. */
  long packed() {
    return ((Counted) in).packed();
  }

  /**
   * The first bytes, left to be read again. Where they are a JSON line they end with it, so that a
   * pipe which gives one line at a time is answered line by line.
   */
  byte[] head(int most) throws IOException {
    mark(most);
    byte[] head = new byte[most];
    int length = 0;
    try {
      while (length < most && !isJsonLine(head, length)) {
        int read = super.read(head, length, most - length);
        if (read < 0) {
          break;
        }
        length += read;
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    reset();
    return Arrays.copyOf(head, length);
  }

  /** True where a line that starts with a brace and holds more than that is complete. */
  private static boolean isJsonLine(byte[] head, int length) {
    int brace = 0;
    while (brace < length && head[brace] >= 0 && head[brace] <= ' ') {
      brace++;
    }
    if (brace == length || head[brace] != '{') {
      return false;
    }
    int end = brace;
    while (end < length && head[end] != '\n') {
      end++;
    }
    // A brace alone is an object over several lines, of which more has to be seen; so is "{\r".
    return end < length && end > brace + 2;
  }

  @Override
  public synchronized int read() throws IOException {
    failBehindHead();
    return super.read();
  }

  @Override
  public synchronized int read(byte[] bytes, int from, int length) throws IOException {
    failBehindHead();
    return super.read(bytes, from, length);
  }

  /** What failed while looking fails again where the bytes before it have been read. */
  private void failBehindHead() throws IOException {
    if (failure.isPresent() && pos >= count) {
      IOException first = failure.get();
      failure = Optional.empty();
      throw first;
    }
  }

  /** A stream that unpacks what it reads, and knows how much that was. */
  interface Unpacking {
    /** Packed bytes read so far from the outermost packing. */
    long packed();
  }

  /** Counts bytes; those of a stream that unpacks count as they were packed. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream bytes) {
      super(bytes);
    }

    long packed() {
      return in instanceof Unpacking unpacking ? unpacking.packed() : count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}

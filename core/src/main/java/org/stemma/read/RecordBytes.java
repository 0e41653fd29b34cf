package org.stemma.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a web archive, by lines and by length. A gzip member that starts like a record ends
 * what came before it, whatever length was told.
 */
final class RecordBytes {
  /** Longest line of a head that is kept; addresses end at some 8,000 characters. */
  private static final int LONGEST_LINE = 1 << 16;

  private static final int BUFFER = 1 << 16;

  private final InputStream bytes;
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long read;

  /** The next bytes to come are the start of a member and look like that of a record. */
  private boolean atRecord;

  private Optional<byte[]> nextMember = Optional.empty();

  RecordBytes(InputStream bytes) {
    this.bytes = bytes;
  }

  /** How far reading has come, in unpacked bytes. */
  long position() {
    return read - (to - from) - nextMember.map(held -> (long) held.length).orElse(0L);
  }

  /** True at a member that starts like a record; then nothing more comes before {@link #enter}. */
  boolean isAtRecord() {
    return atRecord && from == to;
  }

  /** Goes into the record that was come upon. */
  void enter() {
    if (isAtRecord()) {
      buffer = nextMember.orElseThrow();
      from = 0;
      to = buffer.length;
      nextMember = Optional.empty();
      atRecord = false;
    }
  }

  /** The next line without its end; empty at the end, or where a record starts. */
  Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean any = false;
    while (fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.min(end - from, LONGEST_LINE - line.size()));
      boolean ended = end < to;
      from = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return any ? Optional.of(withoutReturn(line.toByteArray())) : Optional.empty();
  }

  /** The bytes of the next line with its end, at most {@code most} of them. */
  byte[] raw(int most) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() < most && fill()) {
      int last = Math.min(to, from + most - line.size());
      int end = from;
      while (end < last && buffer[end] != '\n') {
        end++;
      }
      boolean ended = end < last;
      end += ended ? 1 : 0;
      line.write(buffer, from, end - from);
      from = end;
      if (ended) {
        break;
      }
    }
    return line.toByteArray();
  }

  /** As many bytes as are there, up to a length. */
  Taken take(long length) {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try {
      while (taken.size() < length && fill()) {
        int count = (int) Math.min(to - from, length - taken.size());
        taken.write(buffer, from, count);
        from += count;
      }
      return new Taken(taken.toByteArray(), Optional.empty());
    } catch (IOException e) {
      return new Taken(taken.toByteArray(), Optional.of(e));
    }
  }

  /** Passes bytes over; returns how many there were. */
  long skip(long length) throws IOException {
    long skipped = 0;
    while (skipped < length && fill()) {
      int count = (int) Math.min(to - from, length - skipped);
      from += count;
      skipped += count;
    }
    return skipped;
  }

  /** Puts bytes back, to be read again. */
  void unread(byte[] again, int start) {
    int count = again.length - start;
    boolean stillHere =
        from >= count && Arrays.equals(buffer, from - count, from, again, start, again.length);
    if (stillHere) {
      from -= count;
      return;
    }
    byte[] more = Arrays.copyOfRange(again, start, again.length + (to - from));
    System.arraycopy(buffer, from, more, count, to - from);
    buffer = more;
    from = 0;
    to = more.length;
  }

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    if (atRecord) {
      return false;
    }
    if (buffer.length != BUFFER) {
      buffer = new byte[BUFFER];
    }
    from = 0;
    to = 0;
    int count = bytes.read(buffer, 0, BUFFER);
    if (count <= 0) {
      return false;
    }
    read += count;
    if (bytes instanceof Gunzip gunzip && gunzip.startsMember() && Capture.startsWarc(buffer, 0)) {
      nextMember = Optional.of(Arrays.copyOf(buffer, count));
      atRecord = true;
      return false;
    }
    to = count;
    return true;
  }

  private static String withoutReturn(byte[] line) {
    int length = line.length;
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }
}

package org.stemma.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.stemma.model.Outcome;

/** JSON Lines: one article a line. A broken line is told with its number and the next one read. */
final class Lines implements Source {
  private final Piece piece;
  private final Limits limits;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from;
  private int to;
  private long number;
  private boolean told;

  Lines(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() throws IOException {
    while (readLine()) {
      byte[] bytes = line.toByteArray();
      if (bytes.length > limits.lineBytes()) {
        told = true;
        return Optional.of(
            new Reading.Unreadable(
                here(),
                Outcome.Kind.TOO_LARGE,
                "a line of more than " + Limits.words(limits.lineBytes())));
      }
      if (!isBlank(bytes)) {
        told = true;
        return Optional.of(Line.read(here(), piece.address(), withoutMark(bytes)));
      }
    }
    boolean nothing = !told;
    told = true;
    return nothing
        ? Optional.of(piece.unreadable(Outcome.Kind.EMPTY, "holds no text"))
        : Optional.empty();
  }

  private String here() {
    return piece.place() + ", line " + number;
  }

  /** False at the end. Of a line that is too long one byte more than the limit is kept. */
  private boolean readLine() throws IOException {
    line.reset();
    number++;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      keep(end);
      boolean ended = end < to;
      from = ended ? end + 1 : end;
      if (ended) {
        return true;
      }
    }
    return any;
  }

  private void keep(int end) {
    long free = (long) limits.lineBytes() + 1 - line.size();
    line.write(buffer, from, (int) Math.min(free, end - from));
  }

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    InputStream bytes = piece.bytes();
    from = 0;
    to = bytes.read(buffer);
    return to > 0;
  }

  private byte[] withoutMark(byte[] bytes) {
    boolean marked =
        number == 1
            && bytes.length > 2
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}

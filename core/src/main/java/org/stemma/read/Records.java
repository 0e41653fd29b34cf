package org.stemma.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The records of a WARC or an ARC file, one by one. Lengths that lie are noticed, because behind a
 * record there must be the next one or the end; then it ends where the next one starts.
 */
final class Records {
  /** Lines of one head. */
  private static final int MOST_LINES = 2000;

  /** Characters of one head. */
  private static final int LONGEST_HEAD = 1 << 20;

  /** Longest stretch that is looked at as one line. */
  private static final int LONGEST_LINE = 1 << 16;

  private final RecordBytes bytes;
  private final int mostKept;
  private boolean arc;
  private long start;

  /**
   * Once a length has lied, no block is read past a line that starts a record. Not before: what
   * looks like a record may stand in a page.
   */
  private boolean lengthsLie;

  /** What was found broken when looking whether a record ends where it says. */
  private Optional<Damaged> behind = Optional.empty();

  Records(RecordBytes bytes, int pageBytes) {
    this.bytes = bytes;
    this.mostKept = pageBytes + 1;
  }

  /** Where the record that was come upon last starts, in unpacked bytes. */
  long start() {
    return start;
  }

  /** Goes to the next record; returns how many bytes that belong to none were passed over. */
  long find() throws IOException {
    if (behind.isPresent()) {
      Damaged first = behind.get();
      behind = Optional.empty();
      throw first;
    }
    bytes.enter();
    long passed = 0;
    while (true) {
      start = bytes.position();
      byte[] line = bytes.raw(LONGEST_LINE);
      if (line.length == 0 && !bytes.isAtRecord()) {
        return passed;
      }
      if (line.length == 0) {
        bytes.enter();
      } else if (isStart(line)) {
        bytes.unread(line, 0);
        return passed;
      } else if (passed > 0 || !isBlank(line)) {
        passed += line.length;
      }
    }
  }

  /**
   * The head of the record that was found; empty at the end of the file.
   *
   * @throws IOException when the file ends inside it, or it is no head
   */
  Optional<Capture> head() throws IOException {
    Optional<String> first = bytes.line();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Optional<Capture> old = Capture.arc(first.get());
    if (old.isPresent()) {
      return old;
    }
    List<String> lines = new ArrayList<>();
    int length = 0;
    while (lines.size() < MOST_LINES && length < LONGEST_HEAD) {
      String line = bytes.line().orElseThrow(() -> new HeadBroken("ends inside its head"));
      if (line.isEmpty()) {
        return Optional.of(Capture.warc(lines));
      }
      lines.add(line);
      length += line.length();
    }
    throw new HeadBroken("has a head without an end");
  }

  /** The block behind the head that was read. */
  Block block(Capture head) throws IOException {
    long length = head.length().orElse(0L);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long read;
    try {
      read = lengthsLie ? takeToStart(kept, length) : takeAll(kept, length);
    } catch (IOException e) {
      return new Block(kept.toByteArray(), true, Optional.of(e));
    }
    boolean whole = read == length && head.length().isPresent();
    if (whole && isAtBoundary()) {
      return new Block(kept.toByteArray(), false, Optional.empty());
    }
    return mended(kept.toByteArray(), read >= length, read);
  }

  private long takeAll(ByteArrayOutputStream kept, long length) throws IOException {
    Taken taken = bytes.take(Math.min(length, mostKept));
    kept.writeBytes(taken.bytes());
    if (taken.failure().isPresent()) {
      throw taken.failure().get();
    }
    long rest = length - kept.size();
    return kept.size() + (kept.size() == mostKept && rest > 0 ? bytes.skip(rest) : 0);
  }

  /** A length was wrong: too large when a record starts in the block, too small otherwise. */
  private Block mended(byte[] block, boolean whole, long read) throws IOException {
    lengthsLie = true;
    if (read == block.length && !bytes.isAtRecord()) {
      byte[] longer = withRestOfLine(block);
      int next = startIn(longer, block.length);
      if (next < block.length) {
        bytes.unread(longer, next);
        return new Block(Arrays.copyOf(longer, next), true, Optional.empty());
      }
      bytes.unread(longer, block.length);
    }
    ByteArrayOutputStream mended = new ByteArrayOutputStream();
    mended.write(block, 0, block.length);
    try {
      takeToStart(mended, Long.MAX_VALUE);
      return new Block(mended.toByteArray(), !whole, Optional.empty());
    } catch (IOException e) {
      return new Block(mended.toByteArray(), true, Optional.of(e));
    }
  }

  /** A block may end inside the line with which the next record starts. */
  private byte[] withRestOfLine(byte[] block) throws IOException {
    byte[] rest = bytes.raw(LONGEST_LINE);
    byte[] longer = Arrays.copyOf(block, block.length + rest.length);
    System.arraycopy(rest, 0, longer, block.length, rest.length);
    return longer;
  }

  /** Reads up to a length, not past the start of a record; returns how far. */
  private long takeToStart(ByteArrayOutputStream kept, long length) throws IOException {
    boolean lineStart = true;
    long read = 0;
    while (read < length) {
      byte[] line = bytes.raw((int) Math.min(LONGEST_LINE, length - read));
      if (line.length == 0) {
        break;
      }
      if (lineStart && isStart(line)) {
        bytes.unread(line, 0);
        break;
      }
      read += line.length;
      kept.write(line, 0, Math.min(line.length, Math.max(0, mostKept - kept.size())));
      lineStart = line[line.length - 1] == '\n';
    }
    return read;
  }

  /** True where nothing but line ends stands before the next record or the end. */
  private boolean isAtBoundary() throws IOException {
    try {
      while (true) {
        byte[] line = bytes.raw(LONGEST_LINE);
        if (line.length == 0) {
          return true;
        }
        if (!isBlank(line)) {
          bytes.unread(line, 0);
          return isStart(line);
        }
      }
    } catch (Damaged e) {
      behind = Optional.of(e);
      return true;
    }
  }

  private int startIn(byte[] block, int before) {
    for (int at = 0; at < before; at++) {
      boolean lineStart = at == 0 || block[at - 1] == '\n';
      if (lineStart && isStart(Arrays.copyOfRange(block, at, lineEnd(block, at)))) {
        return at;
      }
    }
    return before;
  }

  private static int lineEnd(byte[] block, int at) {
    int end = at;
    while (end < block.length && end - at < LONGEST_LINE && block[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean isStart(byte[] line) {
    if (Capture.startsWarc(line, 0)) {
      return true;
    }
    boolean arcLine = (arc || startsArc(line)) && Capture.arc(text(line)).isPresent();
    arc |= arcLine;
    return arcLine;
  }

  private static boolean startsArc(byte[] line) {
    return line.length > 0 && line[0] == 'f' && text(line).startsWith("filedesc:");
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).stripTrailing();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  /** The head of a record is not one; what follows may be. */
  static final class HeadBroken extends IOException {
    private static final long serialVersionUID = 1;

    HeadBroken(String reason) {
      super(reason);
    }
  }
}

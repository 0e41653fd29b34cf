package org.stemma.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.stemma.model.Outcome;

/**
 * Gzip members, one after the other (RFC 1952). What the JDK's reader gives up on is survived: a
 * broken member is told by one {@link Damaged}, and reading goes on at the next one.
 *
 * <p>A read never gives bytes of two members, so that a caller can know where one starts.
 */
final class Gunzip extends InputStream implements Peeked.Unpacking {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int METHOD_DEFLATE = 8;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int FLAGS_RESERVED = 0xe0;

  /** Of a member, before its optional fields: time, extra flags and system after the flags. */
  private static final int FIXED_AFTER_FLAGS = 6;

  /** Checksum and length behind a member. */
  private static final int TRAILER = 8;

  private static final int BUFFER = 1 << 16;

  private final Peeked packed;
  private final Unpacked unpacked;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean inMember;

  /** The next member has to be looked for. */
  private boolean lost;

  private boolean startsMember;
  private long members;
  private Optional<Damaged> damage = Optional.empty();

  /** Bytes that were looked at and not read yet, and what was broken before them. */
  private byte[] head = new byte[0];

  private int headGiven;
  private Optional<Damaged> atHead = Optional.empty();

  Gunzip(Peeked packed, Limits limits) {
    this.packed = packed;
    this.unpacked = new Unpacked(limits);
  }

  @Override
  public long packed() {
    return packed.packed();
  }

  /** True when the bytes that were read last are the first of a member. */
  boolean startsMember() {
    return startsMember;
  }

  /** The first bytes of the first member that has any, left to be read. Called before reading. */
  byte[] head(int most) throws IOException {
    byte[] first = new byte[most];
    Optional<Damaged> before = Optional.empty();
    int count = 0;
    while (count == 0) {
      try {
        count = read(first, 0, most);
      } catch (Damaged e) {
        before = before.or(() -> Optional.of(e));
      }
    }
    head = Arrays.copyOf(first, Math.max(0, count));
    atHead = before;
    return head;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    if (atHead.isPresent()) {
      Damaged told = atHead.get();
      atHead = Optional.empty();
      throw told;
    }
    if (headGiven < head.length) {
      int count = Math.min(length, head.length - headGiven);
      System.arraycopy(head, headGiven, bytes, start, count);
      startsMember = headGiven == 0;
      headGiven += count;
      return count;
    }
    while (true) {
      if (damage.isPresent()) {
        Damaged told = damage.get();
        damage = Optional.empty();
        throw told;
      }
      if (!inMember && !nextMember()) {
        return -1;
      }
      int count = inflate(bytes, start, length);
      if (count > 0) {
        startsMember = unpacked.ofPart() == 0;
        count(bytes, start, count);
      }
      if (inflater.finished()) {
        end();
      }
      if (count > 0) {
        return count;
      }
    }
  }

  /** Fills as much as one member has, so that the start of a member is never a byte or two. */
  private int inflate(byte[] bytes, int start, int length) throws IOException {
    int count = 0;
    try {
      while (count < length && !inflater.finished()) {
        if (inflater.needsInput() && !feed()) {
          breaks("ends inside gzip member " + members);
          break;
        }
        count += inflater.inflate(bytes, start + count, length - count);
        from = to - inflater.getRemaining();
        if (inflater.needsDictionary()) {
          throw new DataFormatException("a preset dictionary");
        }
      }
    } catch (DataFormatException e) {
      from = to - inflater.getRemaining();
      breaks("gzip member " + members + " is broken");
    }
    return count;
  }

  private boolean feed() throws IOException {
    if (!fill()) {
      return false;
    }
    inflater.setInput(buffer, from, to - from);
    return true;
  }

  private void count(byte[] bytes, int start, int count) {
    checksum.update(bytes, start, count);
    unpacked.count(count, packed()).ifPresent(this::breaks);
    if (unpacked.isFull()) {
      from = to;
    }
  }

  private void breaks(String reason) {
    breaks(new Damaged(Outcome.Kind.BROKEN, reason));
  }

  private void breaks(Damaged why) {
    damage = Optional.of(why);
    inMember = false;
    lost = true;
  }

  /** Behind a member stand its checksum and its length, by which it is judged. */
  private void end() throws IOException {
    inMember = false;
    long told = 0;
    for (int i = 0; i < TRAILER; i++) {
      int b = next();
      if (b < 0) {
        breaks("ends inside gzip member " + members);
        return;
      }
      told |= i < TRAILER / 2 ? (long) b << 8 * i : 0;
    }
    if (told != checksum.getValue()) {
      damage =
          Optional.of(
              new Damaged(Outcome.Kind.BROKEN, "gzip member " + members + " has a wrong checksum"));
    }
    inflater.reset();
  }

  /** False at the end. Blocks of zeros between members are padding. */
  private boolean nextMember() throws IOException {
    while (!unpacked.isFull()) {
      int b = next();
      if (b < 0) {
        return false;
      }
      if (b == MAGIC_1 && peek() == MAGIC_2) {
        next();
        if (header()) {
          begin();
          return true;
        }
      }
      if (b != 0 && !lost) {
        lost = true;
        throw new Damaged(
            Outcome.Kind.BROKEN, "holds bytes that are no gzip behind member " + members);
      }
    }
    return false;
  }

  private void begin() {
    inMember = true;
    lost = false;
    members++;
    unpacked.startPart(packed());
    checksum.reset();
    inflater.reset();
    inflater.setInput(buffer, from, to - from);
  }

  private boolean header() throws IOException {
    if (next() != METHOD_DEFLATE) {
      return false;
    }
    int flags = next();
    if (flags < 0 || (flags & FLAGS_RESERVED) != 0) {
      return false;
    }
    boolean whole = pass(FIXED_AFTER_FLAGS);
    if ((flags & FLAG_EXTRA) != 0) {
      int low = next();
      whole &= pass(low | Math.max(0, next()) << 8);
    }
    whole &= (flags & FLAG_NAME) == 0 || skipName();
    whole &= (flags & FLAG_COMMENT) == 0 || skipName();
    return whole && ((flags & FLAG_HEADER_CRC) == 0 || pass(2));
  }

  private boolean pass(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      if (next() < 0) {
        return false;
      }
    }
    return count >= 0;
  }

  private boolean skipName() throws IOException {
    int b = next();
    while (b > 0) {
      b = next();
    }
    return b == 0;
  }

  private int next() throws IOException {
    return from < to || fill() ? buffer[from++] & 0xff : -1;
  }

  private int peek() throws IOException {
    return from < to || fill() ? buffer[from] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, packed.read(buffer, 0, BUFFER));
    return to > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}

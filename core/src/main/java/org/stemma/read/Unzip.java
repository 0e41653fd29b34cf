package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.stemma.model.Outcome;

/**
 * The entries of a zip, from front to back. What the JDK's reader gives the rest of an archive up
 * for is survived: an entry that is encrypted, packed in another way, broken or a trap costs itself
 * alone, and reading goes on at the next one.
 */
final class Unzip extends InputStream implements Peeked.Unpacking {
  /**
   * What the head of an entry tells.
   *
   * @param refusal why its bytes cannot be had; empty where they can
   */
  record Entry(String path, Optional<String> refusal) {
    Entry {
      requireNonNull(path, "path");
      requireNonNull(refusal, "refusal");
    }

    boolean isFolder() {
      return path.endsWith("/");
    }
  }

  /** How the bytes of the open entry end. */
  private enum End {
    /** After so many bytes. */
    LENGTH,
    /** Where what was read so far is told behind it: written by programs that stream. */
    DESCRIPTOR,
    /** Where deflate says so. */
    DEFLATE,
    /** It has none to give, or gave them all. */
    NONE
  }

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int SIGNATURE = 4;

  /** Bytes of a local header behind the signature and before the name. */
  private static final int HEADER = 26;

  /** Of what stands behind an entry: signature, checksum, two lengths. */
  private static final int DESCRIPTOR_LENGTH = 16;

  private static final int ENCRYPTED = 1;
  private static final int LENGTH_BEHIND = 8;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ZIP64 = 1;
  private static final long IN_EXTRA = 0xffffffffL;
  private static final int BUFFER = 1 << 16;

  private final Peeked packed;
  private final Unpacked unpacked;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private End end = End.NONE;
  private long left;
  private long told;
  private boolean lengthBehind;
  private boolean lost;
  private boolean listed;
  private Optional<Damaged> damage = Optional.empty();

  Unzip(Peeked packed, Limits limits) {
    this.packed = packed;
    this.unpacked = new Unpacked(limits);
  }

  @Override
  public long packed() {
    return packed.packed();
  }

  /** True when the archive ended before the list of its files, which stands last. */
  boolean isCut() {
    return !listed && !unpacked.isFull();
  }

  /** True when no more is read because so much came out already. */
  boolean isLimitReached() {
    return unpacked.isFull();
  }

  /**
   * Goes to the next entry, past what is left of the one that is open.
   *
   * @throws Damaged where bytes stand that belong to none; then it can be asked again
   */
  Optional<Entry> next() throws IOException {
    finish();
    while (!unpacked.isFull()) {
      if (lost) {
        skipToP();
      }
      Optional<Integer> signature = signature();
      if (signature.isEmpty()) {
        return Optional.empty();
      }
      switch (signature.get()) {
        case LOCAL -> {
          pass(SIGNATURE);
          lost = false;
          return header();
        }
        case CENTRAL, END, END_64 -> {
          listed = true;
          return Optional.empty();
        }
        case DESCRIPTOR -> {
          lost = true;
          from++;
        }
        default -> {
          from++;
          if (!lost) {
            lost = true;
            throw new Damaged(Outcome.Kind.BROKEN, "holds bytes that are no file");
          }
        }
      }
    }
    return Optional.empty();
  }

  private void finish() throws IOException {
    byte[] rest = new byte[BUFFER];
    try {
      while (end != End.LENGTH && damage.isEmpty() && read(rest, 0, BUFFER) > 0) {
        // What is not wanted is read too: only so its end is found.
      }
    } catch (Damaged e) {
      // Nobody wanted these bytes, and where the next file starts is looked for anyhow.
    }
    if (end == End.LENGTH) {
      pass(left);
    }
    end = End.NONE;
    damage = Optional.empty();
  }

  private Optional<Entry> header() throws IOException {
    byte[] head = take(HEADER);
    if (head.length < HEADER) {
      return Optional.empty();
    }
    int flags = two(head, 2);
    int method = two(head, 4);
    byte[] name = take(two(head, 22));
    byte[] extra = take(two(head, 24));
    String path = Decoding.text(name, Optional.empty());
    left = four(head, 14);
    if (left == IN_EXTRA) {
      left = longLength(extra);
    }
    told = four(head, 10);
    lengthBehind = (flags & LENGTH_BEHIND) != 0;
    Optional<String> refusal = refusal(flags, method);
    begin(method, refusal.isPresent());
    return Optional.of(new Entry(path, refusal));
  }

  private Optional<String> refusal(int flags, int method) {
    if ((flags & ENCRYPTED) != 0) {
      return Optional.of("encrypted");
    }
    return method == STORED || method == DEFLATED
        ? Optional.empty()
        : Optional.of("packed in a way that Stemma does not read");
  }

  private void begin(int method, boolean refused) {
    boolean deflate = method == DEFLATED && !refused;
    boolean unknown = lengthBehind && left == 0;
    End plain = unknown ? End.DESCRIPTOR : End.LENGTH;
    end = deflate ? End.DEFLATE : refused && unknown ? End.NONE : plain;
    lost = end == End.NONE;
    unpacked.startPart(packed());
    checksum.reset();
    if (deflate) {
      inflater.reset();
      inflater.setInput(buffer, from, to - from);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    if (damage.isPresent()) {
      Damaged first = damage.get();
      damage = Optional.empty();
      throw first;
    }
    if (length == 0) {
      return 0;
    }
    int count =
        switch (end) {
          case LENGTH -> stored(bytes, start, length);
          case DESCRIPTOR -> untilTold(bytes, start, length);
          case DEFLATE -> inflate(bytes, start, length);
          case NONE -> -1;
        };
    if (count > 0) {
      count(bytes, start, count);
    }
    if (count == 0 && damage.isPresent()) {
      return read(bytes, start, length);
    }
    return count == 0 ? -1 : count;
  }

  private int stored(byte[] bytes, int start, int length) throws IOException {
    if (left == 0) {
      end = End.NONE;
      check(lengthBehind ? descriptor() : told);
      return 0;
    }
    if (from == to && !fill()) {
      breaks("ends inside this file");
      return 0;
    }
    int count = (int) Math.min(Math.min(length, to - from), left);
    System.arraycopy(buffer, from, bytes, start, count);
    from += count;
    left -= count;
    return count;
  }

  /** Bytes that end where a checksum and a length stand that are theirs. */
  private int untilTold(byte[] bytes, int start, int length) throws IOException {
    if (!ensure(DESCRIPTOR_LENGTH)) {
      breaks("ends inside this file");
      return 0;
    }
    boolean here = isDescriptor(from);
    if (here
        && four(buffer, from + SIGNATURE) == checksum.getValue()
        && four(buffer, from + 2 * SIGNATURE) == (unpacked.ofPart() & IN_EXTRA)) {
      from += DESCRIPTOR_LENGTH;
      end = End.NONE;
      lost = true;
      return 0;
    }
    int next = from + 1;
    int last = Math.min(from + length, to - DESCRIPTOR_LENGTH);
    while (next < last && !isDescriptor(next)) {
      next++;
    }
    int count = next - from;
    System.arraycopy(buffer, from, bytes, start, count);
    from = next;
    return count;
  }

  private boolean isDescriptor(int at) {
    return buffer[at] == 'P' && four(buffer, at) == DESCRIPTOR;
  }

  private int inflate(byte[] bytes, int start, int length) throws IOException {
    try {
      int count = 0;
      while (count == 0 && !inflater.finished()) {
        if (inflater.needsInput()) {
          if (!fill()) {
            breaks("ends inside this file");
            return 0;
          }
          inflater.setInput(buffer, from, to - from);
        }
        count = inflater.inflate(bytes, start, length);
        from = to - inflater.getRemaining();
        if (inflater.needsDictionary()) {
          throw new DataFormatException("a preset dictionary");
        }
      }
      if (count == 0) {
        end = End.NONE;
        check(lengthBehind ? descriptor() : told);
      }
      return count;
    } catch (DataFormatException e) {
      from = to - inflater.getRemaining();
      breaks("broken inside");
      return 0;
    }
  }

  private void count(byte[] bytes, int start, int count) {
    checksum.update(bytes, start, count);
    unpacked.count(count, packed()).ifPresent(this::breaks);
  }

  private void breaks(String reason) {
    breaks(new Damaged(Outcome.Kind.BROKEN, reason));
  }

  private void breaks(Damaged why) {
    damage = Optional.of(why);
    end = End.NONE;
    lost = true;
  }

  private void check(long expected) {
    if (checksum.getValue() != expected) {
      damage = Optional.of(new Damaged(Outcome.Kind.BROKEN, "has a wrong checksum"));
    }
  }

  /** Behind a deflated entry whose head does not tell it: the checksum, then lengths. */
  private long descriptor() throws IOException {
    if (signature().equals(Optional.of(DESCRIPTOR))) {
      pass(SIGNATURE);
    }
    byte[] crc = take(SIGNATURE);
    // Lengths of four bytes or of eight; which, only what follows tells.
    lost = true;
    return crc.length < SIGNATURE ? -1 : four(crc, 0);
  }

  /** Of an entry of more than 4 GB. */
  private static long longLength(byte[] extra) {
    for (int at = 0; at + SIGNATURE <= extra.length; at += SIGNATURE + two(extra, at + 2)) {
      if (two(extra, at) == ZIP64 && at + 20 <= extra.length) {
        return four(extra, at + 12) | four(extra, at + 16) << 32 & Long.MAX_VALUE;
      }
    }
    return 0;
  }

  private Optional<Integer> signature() throws IOException {
    if (!ensure(SIGNATURE)) {
      from = to;
      return Optional.empty();
    }
    return Optional.of((int) four(buffer, from));
  }

  /** False where fewer bytes are left. */
  private boolean ensure(int count) throws IOException {
    while (to - from < count) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      int read = packed.read(buffer, to, BUFFER - to);
      if (read <= 0) {
        return false;
      }
      to += read;
    }
    return true;
  }

  /** Every signature starts with this letter. */
  private void skipToP() throws IOException {
    while (from < to || fill()) {
      if (buffer[from] == 'P') {
        return;
      }
      from++;
    }
  }

  private byte[] take(int count) throws IOException {
    byte[] taken = new byte[count];
    int done = 0;
    while (done < count && (from < to || fill())) {
      int some = Math.min(count - done, to - from);
      System.arraycopy(buffer, from, taken, done, some);
      from += some;
      done += some;
    }
    return done == count ? taken : Arrays.copyOf(taken, done);
  }

  private void pass(long count) throws IOException {
    long rest = count;
    while (rest > 0 && (from < to || fill())) {
      int some = (int) Math.min(rest, to - from);
      from += some;
      rest -= some;
    }
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, packed.read(buffer, 0, BUFFER));
    return to > 0;
  }

  private static int two(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  private static long four(byte[] bytes, int at) {
    return two(bytes, at) | (long) two(bytes, at + 2) << 16;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}

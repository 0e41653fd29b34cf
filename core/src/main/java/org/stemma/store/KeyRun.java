package org.stemma.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * The keys of a range of articles, sorted, in one file that never changes. Keys are hashes, so
 * their first bits say nearly where each stands: a look-up touches two places of the file, whatever
 * its size. Thread-safe.
 *
 * <p>The file: a head of {@value #HEAD} bytes; for each value of the first bits the index of the
 * first key that has it, and one index more; the keys, ascending; the article of each key, for one
 * key ascending. All numbers are big-endian.
 */
final class KeyRun {
  /** Of a mapped file no part is longer than 2 GiB. */
  static final int MOST = 200_000_000;

  private static final long FORM = 0x53746d4b65793031L; // "StmKey01"
  private static final int HEAD = 64;

  /** Keys that share their first bits, on average: as many as one line of a processor's cache. */
  private static final int TOGETHER = 8;

  private static final int FEWEST_BITS = 1;
  private static final int WRITTEN_AT_ONCE = 1 << 20;

  private final Path file;
  private final int first;
  private final int last;
  private final int size;
  private final int bits;
  private final IntBuffer starts;
  private final LongBuffer keys;
  private final IntBuffer articles;

  /** Postings in the order of their keys, then of their articles. */
  interface Postings {
    /** Moves to the next one; false where there is none. */
    boolean next();

    long key();

    int article();
  }

  private KeyRun(Path file, FileChannel channel, ByteBuffer head) throws IOException {
    this.file = file;
    first = head.getInt();
    last = head.getInt();
    size = head.getInt();
    bits = head.getInt();
    long startsLength = 4L * ((1 << bits) + 1);
    long keysLength = 8L * size;
    long articlesLength = 4L * size;
    if (HEAD + startsLength + keysLength + articlesLength != channel.size()) {
      throw new IOException(file + " is cut");
    }
    starts = map(channel, HEAD, startsLength).asIntBuffer();
    keys = map(channel, HEAD + startsLength, keysLength).asLongBuffer();
    articles = map(channel, HEAD + startsLength + keysLength, articlesLength).asIntBuffer();
  }

  private static MappedByteBuffer map(FileChannel channel, long from, long length)
      throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, from, length);
  }

  /**
   * Opens a run.
   *
   * @param desk the desk's name; a run of another is none
   * @throws IOException when it is no run of this desk, or damaged
   */
  static KeyRun open(Path file, String desk) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      channel.read(head, 0);
      head.flip();
      if (head.limit() < HEAD || head.getLong() != FORM || head.getLong() != hash(desk)) {
        throw new IOException(file + " holds no keys of this desk");
      }
      return new KeyRun(file, channel, head);
    }
  }

  /**
   * Writes a run.
   *
   * @param first the first article of the range
   * @param last the last
   * @param size number of postings
   */
  static KeyRun write(Path folder, String desk, int first, int last, int size, Postings postings)
      throws IOException {
    int bits =
        Math.max(FEWEST_BITS, 31 - Integer.numberOfLeadingZeros(Math.max(1, size / TOGETHER)));
    long startsAt = HEAD;
    long keysAt = startsAt + 4L * ((1 << bits) + 1);
    long articlesAt = keysAt + 8L * size;
    Path unfinished = folder.resolve(name(first, last) + ".new");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      head.putLong(FORM).putLong(hash(desk)).putInt(first).putInt(last).putInt(size).putInt(bits);
      head.rewind();
      channel.write(head, 0);
      Part starts = new Part(channel, startsAt);
      Part keys = new Part(channel, keysAt);
      Part articles = new Part(channel, articlesAt);
      int begun = 0;
      int index = 0;
      while (postings.next()) {
        int prefix = prefix(postings.key(), bits);
        for (; begun <= prefix; begun++) {
          starts.room(Integer.BYTES).putInt(index);
        }
        keys.room(Long.BYTES).putLong(postings.key());
        articles.room(Integer.BYTES).putInt(postings.article());
        index++;
      }
      for (; begun <= 1 << bits; begun++) {
        starts.room(Integer.BYTES).putInt(index);
      }
      for (Part part : List.of(starts, keys, articles)) {
        part.finish();
      }
      channel.force(true);
    }
    Path file = folder.resolve(name(first, last));
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    return open(file, desk);
  }

  static String name(int first, int last) {
    return "keys-%010d-%010d".formatted(first, last);
  }

  /** A part of a file that is written from its start on. */
  private static final class Part {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(WRITTEN_AT_ONCE);
    private long at;

    Part(FileChannel channel, long at) {
      this.channel = channel;
      this.at = at;
    }

    ByteBuffer room(int bytes) throws IOException {
      if (buffer.remaining() < bytes) {
        finish();
      }
      return buffer;
    }

    void finish() throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
      buffer.clear();
    }
  }

  private static long hash(String desk) {
    UUID name = UUID.nameUUIDFromBytes(desk.getBytes(StandardCharsets.UTF_8));
    return name.getMostSignificantBits() ^ name.getLeastSignificantBits();
  }

  /** The first bits of a key, in the order of signed numbers. */
  private static int prefix(long key, int bits) {
    return (int) ((key ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
  }

  Path file() {
    return file;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** Number of postings. */
  int size() {
    return size;
  }

  /** Number of articles that have a key. */
  int count(long key) {
    int from = firstOf(key);
    if (from >= size || keys.get(from) != key) {
      return 0;
    }
    int to = starts.get(prefix(key, bits) + 1);
    int low = from + 1;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle) > key) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - from;
  }

  /** Gives all articles that have a key, ascending. */
  void forEach(long key, IntConsumer article) {
    for (int i = firstOf(key); i < size && keys.get(i) == key; i++) {
      article.accept(articles.get(i));
    }
  }

  private int firstOf(long key) {
    int prefix = prefix(key, bits);
    int low = starts.get(prefix);
    int high = starts.get(prefix + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All postings, in order. For one thread. */
  Postings postings() {
    return new Postings() {
      private int at = -1;

      @Override
      public boolean next() {
        return ++at < size;
      }

      @Override
      public long key() {
        return keys.get(at);
      }

      @Override
      public int article() {
        return articles.get(at);
      }
    };
  }
}

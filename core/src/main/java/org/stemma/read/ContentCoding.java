package org.stemma.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * The codings in which a body travels (RFC 9110, section 8.4.1): gzip, deflate and br, taken off
 * while streaming, with an end to how much comes out.
 */
final class ContentCoding {
  /** What is asked of a server, and all that is understood. */
  static final String ACCEPTED = "gzip, deflate, br";

  private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate", "br");

  /** A body is packed once. Twice happens by mistake; more is made to wear the reader out. */
  private static final int MOST_CODINGS = 2;

  /** Below this unpacked size no ratio is suspicious: a short page of blanks packs well. */
  private static final long RATIO_FROM = 1L << 20;

  /** Unpacked bytes for one packed byte. Pages pack 3 to 20 times, bombs 1000 times. */
  private static final int MOST_RATIO = 200;

  private static final int BUFFER = 1 << 13;

  /** The first byte of a zlib header (RFC 1950) names method 8 in its low half. */
  private static final int ZLIB_METHOD = 8;

  /** The first two bytes of a zlib header are a multiple of this. */
  private static final int ZLIB_CHECK = 31;

  private ContentCoding() {}

  /**
   * The bytes without their coding. Closing the stream closes {@code raw}.
   *
   * @param coding the value of {@code Content-Encoding}; blank when the bytes come as they are
   * @param limit bytes that come out at most
   * @throws IOException for a coding that is not known. Reading throws {@link TooLarge} beyond the
   *     limit and where little unpacks to very much, and any other {@link IOException} where the
   *     bytes are not what the coding says or end early
   */
  static InputStream decoded(String coding, InputStream raw, long limit) throws IOException {
    List<String> codings = new ArrayList<>();
    for (String one : coding.split(",", -1)) {
      String name = one.strip().toLowerCase(Locale.ROOT);
      if (name.isEmpty() || name.equals("identity")) {
        continue;
      }
      if (!KNOWN.contains(name)) {
        throw new IOException(
            "packed as \"" + name.replaceAll("[^a-z0-9._-]", "?") + "\", which is not read");
      }
      codings.add(name);
    }
    if (codings.size() > MOST_CODINGS) {
      throw new IOException("packed " + codings.size() + " times over");
    }
    Counted whole = new Counted(raw);
    InputStream bytes = new Bounded(whole, whole, limit);
    for (int i = codings.size() - 1; i >= 0; i--) {
      Counted packed = new Counted(bytes);
      bytes = new Bounded(opened(codings.get(i), packed), packed, limit);
    }
    return bytes;
  }

  private static InputStream opened(String coding, Counted packed) throws IOException {
    try {
      return unpacked(coding, packed);
    } catch (IOException e) {
      throw packed.orBroken(e);
    }
  }

  private static InputStream unpacked(String coding, InputStream packed) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(packed, BUFFER);
      case "deflate" -> inflated(packed);
      default -> new BrotliInputStream(packed, BUFFER);
    };
  }

  /** "deflate" means zlib; some servers always sent the bare deflate stream. */
  private static InputStream inflated(InputStream packed) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(packed, 2);
    byte[] head = bytes.readNBytes(2);
    bytes.unread(head);
    boolean zlib =
        head.length == 2
            && (head[0] & 0x0f) == ZLIB_METHOD
            && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % ZLIB_CHECK == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(bytes, inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  /** Counts packed bytes, and remembers when it was they that failed. */
  private static final class Counted extends FilterInputStream {
    private long count;
    private Optional<IOException> failure = Optional.empty();

    Counted(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        int read = super.read(bytes, from, length);
        count += Math.max(0, read);
        return read;
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }

    /** Decoders fail in many ways, some without a word, and hide what failed under them. */
    IOException orBroken(Exception decoding) {
      return failure.orElseGet(
          () -> new IOException("its packing is broken, or it ends early", decoding));
    }

    /**
     * Gzip may come in several members, and the JDK looks for the next one only where bytes are
     * said to be at hand: there always may be.
     */
    @Override
    public int available() {
      return 1;
    }
  }

  /** Ends reading where too much comes out. A decoder that stumbles does so in one way. */
  private static final class Bounded extends InputStream {
    private final InputStream bytes;
    private final Counted packed;
    private final long limit;
    private long count;

    Bounded(InputStream bytes, Counted packed, long limit) {
      this.bytes = bytes;
      this.packed = packed;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read;
      try {
        read = bytes.read(into, from, length);
      } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
        throw packed.orBroken(e);
      }
      count += Math.max(0, read);
      if (count > limit) {
        throw new TooLarge("larger than " + Limits.words(limit));
      }
      if (count > RATIO_FROM && count / MOST_RATIO > packed.count) {
        throw new TooLarge("packed so tightly that it looks like a trap");
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}

package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer over HTTP as archives keep it. What archives did to it is survived: bodies that were
 * taken out of their chunks or unpacked while the head still tells of them, heads with bare line
 * feeds, bodies without a head.
 *
 * @param status empty where there is no status line
 * @param fields of the head, by names in lower case
 * @param body as it was sent, but taken out of its chunks
 * @param isCut less came than the chunks told
 */
record HttpMessage(OptionalInt status, Map<String, String> fields, byte[] body, boolean isCut) {
  /** A head with more lines is made to wear the reader out. */
  private static final int MOST_LINES = 2000;

  /** A length in hexadecimal and what may stand behind it. */
  private static final int LONGEST_CHUNK_LINE = 300;

  /** Digits of a chunk's length: more is no length of anything. */
  private static final int MOST_DIGITS = 8;

  HttpMessage {
    requireNonNull(status, "status");
    requireNonNull(body, "body");
    fields = Map.copyOf(fields);
  }

  /** Takes a block apart; never fails. */
  static HttpMessage of(byte[] block) {
    if (!startsWith(block, "HTTP/") && !startsWith(block, "ICY ")) {
      return new HttpMessage(OptionalInt.empty(), Map.of(), block, false);
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    boolean head = true;
    while (head && at < block.length && lines.size() < MOST_LINES) {
      int end = lineEnd(block, at);
      String line = new String(block, at, end - at, StandardCharsets.ISO_8859_1).stripTrailing();
      head = !line.isEmpty();
      lines.add(line);
      at = Math.min(block.length, end + 1);
    }
    if (head && lines.size() == MOST_LINES) {
      return new HttpMessage(OptionalInt.empty(), Map.of(), block, false);
    }
    Map<String, String> fields = Fields.of(lines.subList(1, lines.size()));
    byte[] body = Arrays.copyOfRange(block, at, block.length);
    return fields.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")
        ? unchunked(status(lines.get(0)), fields, body)
        : new HttpMessage(status(lines.get(0)), fields, body, false);
  }

  /** True where all came that the server told of, whatever the archive says. */
  boolean isWhole() {
    return toldLength().filter(length -> length <= body.length).isPresent();
  }

  /**
   * True where the server told of more than came. Archives that take a body out of its coding leave
   * the length of the packed one, which is less.
   */
  boolean isShort() {
    return toldLength().filter(length -> length > body.length).isPresent()
        && fields.getOrDefault("content-encoding", "").isBlank();
  }

  private Optional<Long> toldLength() {
    try {
      return Optional.of(Long.parseLong(fields.getOrDefault("content-length", "-")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What the server says that the body is. */
  Optional<MediaType> type() {
    return Optional.ofNullable(fields.get("content-type")).map(MediaType::of);
  }

  /**
   * The body without its coding. Where it does not have the coding that the head tells, it is taken
   * as it is: some archives unpack and leave the head.
   */
  Taken decoded(int limit) {
    String coding = fields.getOrDefault("content-encoding", "");
    if (coding.isBlank()) {
      return new Taken(body, Optional.empty());
    }
    Taken decoded = decoded(coding, limit);
    boolean plain = decoded.failure().isPresent() && decoded.bytes().length == 0;
    boolean trap = decoded.failure().filter(TooLarge.class::isInstance).isPresent();
    return plain && !trap && Decoding.whyNotText(body).isEmpty()
        ? new Taken(body, Optional.empty())
        : decoded;
  }

  private Taken decoded(String coding, int limit) {
    try {
      return Taken.from(
          ContentCoding.decoded(coding, new ByteArrayInputStream(body), limit), limit);
    } catch (IOException e) {
      return new Taken(new byte[0], Optional.of(e));
    }
  }

  private static OptionalInt status(String line) {
    String[] words = line.split(" +", 3);
    try {
      return words.length < 2 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(words[1]));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static HttpMessage unchunked(
      OptionalInt status, Map<String, String> fields, byte[] chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunks.length) {
      int end = lineEnd(chunks, at);
      int length = length(chunks, at, end);
      if (length < 0) {
        // Before the first chunk: not chunked at all. Later: what follows belongs to nothing.
        return at == 0
            ? new HttpMessage(status, fields, chunks, false)
            : new HttpMessage(status, fields, body.toByteArray(), true);
      }
      if (length == 0) {
        return new HttpMessage(status, fields, body.toByteArray(), false);
      }
      int start = Math.min(chunks.length, end + 1);
      int stop = (int) Math.min(chunks.length, (long) start + length);
      body.write(chunks, start, stop - start);
      at = stop;
      while (at < chunks.length && at < stop + 2 && (chunks[at] == '\r' || chunks[at] == '\n')) {
        at++;
      }
    }
    return new HttpMessage(status, fields, body.toByteArray(), true);
  }

  /** Of a chunk; -1 where the line tells none. */
  private static int length(byte[] bytes, int at, int end) {
    if (end - at > LONGEST_CHUNK_LINE) {
      return -1;
    }
    String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    try {
      boolean sane = !digits.isEmpty() && digits.length() < MOST_DIGITS;
      return sane && digits.charAt(0) != '-' ? Integer.parseInt(digits, 16) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static int lineEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean startsWith(byte[] bytes, String start) {
    byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}

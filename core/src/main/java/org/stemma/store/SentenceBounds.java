package org.stemma.store;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.stemma.model.Span;
import org.stemma.text.Sentences;

/**
 * Where the sentences of a text begin and end, in few bytes: gaps and lengths, seven bits a byte.
 * Read from front to back. Not thread-safe.
 */
final class SentenceBounds {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  private static final int LONGEST_NUMBER = 5;

  private final BytesRef bytes;
  private int at;
  private int start;
  private int end;

  /** Stands before the first sentence. */
  SentenceBounds(BytesRef bytes) {
    this.bytes = bytes;
    this.at = bytes.offset;
  }

  /** The bounds of all sentences of a text. */
  static byte[] of(String text) {
    List<Span> sentences =
        text.isEmpty() ? List.of() : Sentences.in(text, new Span(0, text.length()));
    byte[] bytes = new byte[sentences.size() * 2 * LONGEST_NUMBER];
    int size = 0;
    int before = 0;
    for (Span sentence : sentences) {
      size = put(bytes, size, sentence.start() - before);
      size = put(bytes, size, sentence.length());
      before = sentence.end();
    }
    return Arrays.copyOf(bytes, size);
  }

  /** Steps on; false behind the last sentence, whose bounds stay. */
  boolean next() {
    if (at >= bytes.offset + bytes.length) {
      return false;
    }
    start = end + number();
    end = start + number();
    return true;
  }

  /** First unit of this sentence; 0 before the first. */
  int start() {
    return start;
  }

  /** One past the last unit of this sentence; 0 before the first. */
  int end() {
    return end;
  }

  private int number() {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.bytes[at++];
      number |= (next & (MORE - 1)) << shift;
      shift += BITS;
    } while (next < 0);
    return number;
  }

  private static int put(byte[] bytes, int size, int number) {
    int rest = number;
    int next = size;
    while (rest >= MORE) {
      bytes[next++] = (byte) (rest | MORE);
      rest >>>= BITS;
    }
    bytes[next++] = (byte) rest;
    return next;
  }
}

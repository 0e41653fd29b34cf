package org.stemma.annotate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Classes of words that are used alike, 256 fine and 40 coarse ones, by the hash of the word. Made
 * from the word vectors of the encoder all-MiniLM-L6-v2 (Apache-2.0). Immutable.
 */
final class WordClasses {
  /** The class of every word that is not listed. */
  static final short UNKNOWN = 256;

  private static final int FINE = 256;

  private final int[] hashes;
  private final byte[] fine;
  private final byte[] coarse;

  private WordClasses(int[] hashes, byte[] fine, byte[] coarse) {
    this.hashes = hashes;
    this.fine = fine;
    this.coarse = coarse;
  }

  /** Reads the classes that come with the program. */
  static WordClasses load() {
    try (InputStream in = WordClasses.class.getResourceAsStream("word-classes")) {
      if (in == null) {
        throw new IllegalStateException("the word classes are not on the class path");
      }
      DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
      int size = data.readInt();
      byte[] coarse = new byte[FINE];
      data.readFully(coarse);
      int[] hashes = new int[size];
      for (int i = 0; i < size; i++) {
        hashes[i] = data.readInt();
      }
      byte[] fine = new byte[size];
      data.readFully(fine);
      return new WordClasses(hashes, fine, coarse);
    } catch (IOException e) {
      throw new UncheckedIOException("the word classes cannot be read", e);
    }
  }

  /** The fine class of a word by its hash. */
  short of(int hash) {
    int at = Arrays.binarySearch(hashes, hash);
    return at < 0 ? UNKNOWN : (short) (fine[at] & 0xFF);
  }

  /** The coarse class of a fine one. */
  byte coarse(short kind) {
    return kind == UNKNOWN ? -1 : coarse[kind];
  }
}

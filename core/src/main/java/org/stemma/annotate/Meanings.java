package org.stemma.annotate;

import java.util.List;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Vector;

/**
 * What the network tells of the meaning of each token, in one array of bytes: an article has
 * thousands of tokens, and only the sums over contents are kept.
 */
final class Meanings {
  /** The rows of the trained network lie roughly within -1 to 1; what does not is cut off. */
  private static final int SCALE = 127;

  private final int width;
  private final byte[] rows;

  /**
   * @param tokens of the article
   * @param width numbers a token; may be 0
   */
  Meanings(int tokens, int width) {
    this.width = width;
    this.rows = new byte[Math.multiplyExact(tokens, width)];
  }

  /**
   * Takes over the rows of a window, {@code skipped} of them not wanted.
   *
   * @param first token of the article that the first wanted row is about
   * @param end the token after the last
   */
  void read(float[] found, int skipped, int first, int end) {
    int from = (skipped - first) * width;
    for (int i = first * width; i < end * width; i++) {
      rows[i] = (byte) Math.max(-SCALE, Math.min(SCALE, Math.round(SCALE * found[from + i])));
    }
  }

  /**
   * The meaning of some pieces together: the sum over their words, drawn out so that its largest
   * number is 127 or -127. None where there is no word, or where the words cancel out.
   */
  Vector of(Tokens tokens, List<Piece> pieces) {
    int[] sum = new int[width];
    for (Piece piece : pieces) {
      for (int i = piece.first(); i <= piece.last(); i++) {
        if (tokens.isWord(i)) {
          for (int k = 0; k < width; k++) {
            sum[k] += rows[i * width + k];
          }
        }
      }
    }
    int largest = 0;
    for (int value : sum) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return Vector.NONE;
    }
    byte[] values = new byte[width];
    for (int k = 0; k < width; k++) {
      values[k] = (byte) Math.round((double) SCALE * sum[k] / largest);
    }
    return Vector.of(values);
  }
}

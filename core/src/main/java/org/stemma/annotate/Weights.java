package org.stemma.annotate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Learned weights by hashed feature: for each feature a row of small whole numbers, one for each
 * class. A score is their sum times {@link #scale}. Immutable once made.
 */
final class Weights {
  private final int width;
  private final int mask;
  private final byte[] values;
  final float scale;

  /**
   * @param width classes
   * @param bits the table has two to this power rows
   * @param values row by row
   */
  Weights(int width, int bits, float scale, byte[] values) {
    if (values.length != width << bits) {
      throw new IllegalArgumentException(
          values.length + " weights do not fill " + (1 << bits) + " rows of " + width);
    }
    this.width = width;
    this.mask = (1 << bits) - 1;
    this.scale = scale;
    this.values = values.clone();
  }

  private Weights(int width, int bits, float scale) {
    this.width = width;
    this.mask = (1 << bits) - 1;
    this.scale = scale;
    this.values = new byte[width << bits];
  }

  /** The score of one class only. */
  float score(int[] features, int count) {
    int sum = 0;
    for (int f = 0; f < count; f++) {
      sum += values[(features[f] & mask) * width];
    }
    return sum * scale;
  }

  /** Writes the rows that are not all zero, each with the number of zero rows before it. */
  void write(DataOutputStream out) throws IOException {
    out.writeByte(width);
    out.writeByte(Integer.bitCount(mask));
    out.writeFloat(scale);
    int rows = 0;
    for (int row = 0; row <= mask; row++) {
      rows += isZero(row) ? 0 : 1;
    }
    out.writeInt(rows);
    int last = -1;
    for (int row = 0; row <= mask; row++) {
      if (!isZero(row)) {
        writeGap(out, row - last - 1);
        out.write(values, row * width, width);
        last = row;
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static Weights read(DataInputStream in) throws IOException {
    int width = in.readUnsignedByte();
    int bits = in.readUnsignedByte();
    float scale = in.readFloat();
    if (width == 0 || bits > 24) {
      throw new IOException(
          "no table of weights has " + width + " classes and 2^" + bits + " rows");
    }
    Weights weights = new Weights(width, bits, scale);
    int row = -1;
    for (int left = in.readInt(); left > 0; left--) {
      row += readGap(in) + 1;
      if (row > weights.mask) {
        throw new IOException("a row lies beyond the table of weights");
      }
      in.readFully(weights.values, row * width, width);
    }
    return weights;
  }

  private boolean isZero(int row) {
    for (int k = 0; k < width; k++) {
      if (values[row * width + k] != 0) {
        return false;
      }
    }
    return true;
  }

  private static void writeGap(DataOutputStream out, int gap) throws IOException {
    int rest = gap;
    while (rest >= 0x80) {
      out.writeByte(rest | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static int readGap(DataInputStream in) throws IOException {
    int gap = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int b = in.readUnsignedByte();
      gap |= (b & 0x7F) << shift;
      if (b < 0x80) {
        break;
      }
    }
    return gap;
  }
}

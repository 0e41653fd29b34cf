package org.stemma.annotate;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is learned of fragments that belong together, and its file: the letters {@code STMA}, the
 * version of the features, the CRC-32 of what follows, two tables of weights, and those of {@link
 * Confidence}, deflated.
 */
record Learned(Weights cueOfContent, Weights sourceOfCue, Confidence confidence) {
  private static final int MAGIC = 0x53544D41;

  /** The weights that come with the program. */
  static Learned load() {
    try (InputStream in = Learned.class.getResourceAsStream("ties.weights")) {
      if (in == null) {
        throw new IllegalStateException("the weights of the ties are not on the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the weights of the ties cannot be read", e);
    }
  }

  static Learned read(InputStream in) throws IOException {
    DataInputStream head = new DataInputStream(in);
    if (head.readInt() != MAGIC) {
      throw new IOException("not a file of weights of the ties");
    }
    int version = head.readInt();
    if (version != TieFeatures.VERSION) {
      throw new IOException(
          "weights for features " + version + ", but these are features " + TieFeatures.VERSION);
    }
    long sum = head.readLong();
    byte[] packed = in.readAllBytes();
    if (sum(packed) != sum) {
      throw new IOException("the weights of the ties are damaged");
    }
    DataInputStream tables =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(packed)), 1 << 16));
    return new Learned(Weights.read(tables), Weights.read(tables), Confidence.read(tables));
  }

  void write(OutputStream out) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream tables =
        new DataOutputStream(new DeflaterOutputStream(packed, deflater))) {
      cueOfContent.write(tables);
      sourceOfCue.write(tables);
      confidence.write(tables);
    } finally {
      deflater.end();
    }
    DataOutputStream head = new DataOutputStream(out);
    head.writeInt(MAGIC);
    head.writeInt(TieFeatures.VERSION);
    head.writeLong(sum(packed.toByteArray()));
    head.write(packed.toByteArray());
    head.flush();
  }

  private static long sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue();
  }
}

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
 * Everything the annotator has learned, and its file: the letters {@code STMA}, the version of the
 * features, the CRC-32 of what follows, and four tables of weights, deflated.
 */
record Learned(Weights emission, Weights transition, Weights cueOfContent, Weights sourceOfCue) {
  private static final int MAGIC = 0x53544D41;

  /** The weights that come with the program. */
  static Learned load() {
    try (InputStream in = Learned.class.getResourceAsStream("attribution.weights")) {
      if (in == null) {
        throw new IllegalStateException("the attribution weights are not on the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the attribution weights cannot be read", e);
    }
  }

  static Learned read(InputStream in) throws IOException {
    DataInputStream head = new DataInputStream(in);
    if (head.readInt() != MAGIC) {
      throw new IOException("not a file of attribution weights");
    }
    int version = head.readInt();
    if (version != Features.VERSION) {
      throw new IOException(
          "weights for features " + version + ", but these are features " + Features.VERSION);
    }
    long sum = head.readLong();
    byte[] packed = in.readAllBytes();
    if (sum(packed) != sum) {
      throw new IOException("the attribution weights are damaged");
    }
    DataInputStream tables =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(packed)), 1 << 16));
    return new Learned(
        Weights.read(tables), Weights.read(tables), Weights.read(tables), Weights.read(tables));
  }

  void write(OutputStream out) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream tables =
        new DataOutputStream(new DeflaterOutputStream(packed, deflater))) {
      emission.write(tables);
      transition.write(tables);
      cueOfContent.write(tables);
      sourceOfCue.write(tables);
    } finally {
      deflater.end();
    }
    DataOutputStream head = new DataOutputStream(out);
    head.writeInt(MAGIC);
    head.writeInt(Features.VERSION);
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

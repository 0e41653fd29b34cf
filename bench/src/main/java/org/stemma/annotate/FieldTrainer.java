package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Trains the tagger's weights: conditional log-likelihood with AdaGrad (Duchi, Hazan and Singer
 * 2011), paragraph by paragraph in a seeded order, on one thread, so that the same data give the
 * same bytes.
 */
final class FieldTrainer {
  private static final int COUNT = Labels.COUNT;

  /**
   * Share of the features hidden from each paragraph each time (Wager, Wang and Liang 2013).
   * Without it the weights know the training articles by heart: content fragments .526 against .582
   * on dev.
   */
  private static final float DROPPED = 0.7f;

  /** Rows of weights that no class reaches in so many steps are dropped: a quarter of the size. */
  private static final int LEAST_OF_ROW = 15;

  /** Weights are the mean over so many of the last rounds. */
  private static final int AVERAGED = 4;

  private static final double IMPOSSIBLE = -1e9;

  /** A paragraph as its features and tags. */
  private record Sequence(int[][] emission, int[][] transition, byte[] tags) {}

  private final int emissionBits;
  private final int transitionBits;
  private final float[] e;
  private final float[] eSum;
  private final float[] tSum;
  private final float[] eSquares;
  private final float[] t;
  private final float[] tSquares;
  private final List<Sequence> sequences = new ArrayList<>();
  private final float rate;

  FieldTrainer(int emissionBits, int transitionBits, float rate) {
    this.emissionBits = emissionBits;
    this.transitionBits = transitionBits;
    this.rate = rate;
    eSum = new float[COUNT << emissionBits];
    tSum = new float[COUNT * COUNT << transitionBits];
    e = new float[COUNT << emissionBits];
    eSquares = new float[COUNT << emissionBits];
    t = new float[COUNT * COUNT << transitionBits];
    tSquares = new float[COUNT * COUNT << transitionBits];
  }

  void add(Tokens tokens, byte[] tags) {
    Features features = new Features(tokens);
    for (int p = 0; p < tokens.paragraphs(); p++) {
      int first = tokens.paragraphStart[p];
      int end = tokens.paragraphStart[p + 1];
      int[][] emission = new int[end - first][];
      int[][] transition = new int[end - first][];
      for (int i = first; i < end; i++) {
        emission[i - first] =
            masked(features.emission(i), features.count(), (1 << emissionBits) - 1);
        transition[i - first] =
            masked(features.transition(i), features.count(), (1 << transitionBits) - 1);
      }
      sequences.add(new Sequence(emission, transition, Arrays.copyOfRange(tags, first, end)));
    }
  }

  private static int[] masked(int[] features, int count, int mask) {
    int[] rows = new int[count];
    for (int f = 0; f < count; f++) {
      rows[f] = features[f] & mask;
    }
    return rows;
  }

  /** Drops features seen less often than this. */
  void cut(int least) {
    int[] seen = new int[1 << emissionBits];
    for (Sequence s : sequences) {
      for (int[] rows : s.emission) {
        for (int row : rows) {
          seen[row]++;
        }
      }
    }
    for (Sequence s : sequences) {
      for (int i = 0; i < s.emission.length; i++) {
        s.emission[i] = Arrays.stream(s.emission[i]).filter(r -> seen[r] >= least).toArray();
      }
    }
  }

  void train(int rounds, long seed, Consumer<String> log) {
    int[] order = new int[sequences.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(seed);
    for (int round = 1; round <= rounds; round++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      double loss = 0;
      float step = rate * (1f - (round - 1f) / rounds * 0.8f);
      for (int index : order) {
        loss += learn(thinned(sequences.get(index), random), step);
      }
      if (round > rounds - AVERAGED) {
        addTo(eSum, e);
        addTo(tSum, t);
      }
      log.accept("round " + round + ": loss " + Math.round(loss));
    }
  }

  private Sequence thinned(Sequence s, Random random) {
    int[][] emission = new int[s.emission.length][];
    int[] kept = new int[256];
    for (int i = 0; i < emission.length; i++) {
      int n = 0;
      for (int row : s.emission[i]) {
        if (random.nextFloat() >= DROPPED) {
          kept[n++] = row;
        }
      }
      emission[i] = Arrays.copyOf(kept, n);
    }
    return new Sequence(emission, s.transition, s.tags);
  }

  private double learn(Sequence s, float step) {
    int n = s.tags.length;
    double[][] emitted = new double[n][COUNT];
    double[][] stepped = new double[n][COUNT * COUNT];
    for (int i = 0; i < n; i++) {
      for (int row : s.emission[i]) {
        for (int y = 0; y < COUNT; y++) {
          emitted[i][y] += e[row * COUNT + y];
        }
      }
      for (int row : s.transition[i]) {
        for (int k = 0; k < COUNT * COUNT; k++) {
          stepped[i][k] += t[row * COUNT * COUNT + k];
        }
      }
      for (int x = 0; x < COUNT; x++) {
        for (int y = 0; y < COUNT; y++) {
          if (!Labels.mayFollow(x, y) || (i == 0 && x != 0)) {
            stepped[i][x * COUNT + y] = IMPOSSIBLE;
          }
        }
      }
    }
    return new Lattice(emitted, stepped).learn(s, step);
  }

  /** Forward and backward sums over one paragraph. */
  private final class Lattice {
    private final double[][] emitted;
    private final double[][] stepped;

    Lattice(double[][] emitted, double[][] stepped) {
      this.emitted = emitted;
      this.stepped = stepped;
    }

    double learn(Sequence s, float step) {
      int n = emitted.length;
      double[][] forward = new double[n][COUNT];
      double[][] backward = new double[n][COUNT];
      for (int i = 0; i < n; i++) {
        for (int y = 0; y < COUNT; y++) {
          double sum = IMPOSSIBLE;
          if (i == 0) {
            sum = stepped[0][y];
          } else {
            sum = logSum(forward[i - 1], stepped[i], y);
          }
          forward[i][y] = sum + emitted[i][y];
        }
      }
      double all = logSum(forward[n - 1]);
      double[] sums = new double[COUNT];
      for (int i = n - 2; i >= 0; i--) {
        for (int x = 0; x < COUNT; x++) {
          for (int y = 0; y < COUNT; y++) {
            sums[y] = stepped[i + 1][x * COUNT + y] + emitted[i + 1][y] + backward[i + 1][y];
          }
          backward[i][x] = logSum(sums);
        }
      }
      double gold = 0;
      for (int i = 0; i < n; i++) {
        int before = i == 0 ? 0 : s.tags[i - 1];
        gold += emitted[i][s.tags[i]] + stepped[i][before * COUNT + s.tags[i]];
        update(s, i, before, forward, backward, all, step);
      }
      return all - gold;
    }

    private void update(
        Sequence s,
        int i,
        int before,
        double[][] forward,
        double[][] backward,
        double all,
        float step) {
      float[] g = new float[COUNT];
      for (int y = 0; y < COUNT; y++) {
        g[y] = (float) Math.exp(forward[i][y] + backward[i][y] - all) - (y == s.tags[i] ? 1 : 0);
      }
      for (int row : s.emission[i]) {
        adapt(e, eSquares, row * COUNT, g, step);
      }
      float[] h = new float[COUNT * COUNT];
      for (int x = 0; x < COUNT; x++) {
        double in = i == 0 ? (x == 0 ? 0 : IMPOSSIBLE) : forward[i - 1][x];
        for (int y = 0; y < COUNT; y++) {
          double p = in + stepped[i][x * COUNT + y] + emitted[i][y] + backward[i][y] - all;
          h[x * COUNT + y] =
              (p < -30 ? 0 : (float) Math.exp(p)) - (x == before && y == s.tags[i] ? 1 : 0);
        }
      }
      for (int row : s.transition[i]) {
        adapt(t, tSquares, row * COUNT * COUNT, h, step);
      }
    }
  }

  private static void adapt(float[] w, float[] squares, int at, float[] gradient, float step) {
    for (int k = 0; k < gradient.length; k++) {
      float g = gradient[k];
      if (g > 1e-4f || g < -1e-4f) {
        squares[at + k] += g * g;
        w[at + k] -= step * g / ((float) Math.sqrt(squares[at + k]) + 1e-3f);
      }
    }
  }

  private static double logSum(double[] values) {
    double most = values[0];
    for (double v : values) {
      most = Math.max(most, v);
    }
    double sum = 0;
    for (double v : values) {
      double d = v - most;
      sum += d < -30 ? 0 : Math.exp(d);
    }
    return most + Math.log(sum);
  }

  private static double logSum(double[] before, double[] step, int y) {
    double[] values = new double[COUNT];
    for (int x = 0; x < COUNT; x++) {
      values[x] = before[x] + step[x * COUNT + y];
    }
    return logSum(values);
  }

  private static void addTo(float[] sum, float[] weights) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weights[i] / AVERAGED;
    }
  }

  /** The mean over the last rounds, which is steadier than the last; whole rows see no dropout. */
  Weights emission() {
    float[] kept = eSum.clone();
    for (int i = 0; i < kept.length; i++) {
      kept[i] *= 1 - DROPPED;
    }
    return Quantised.of(kept, COUNT, emissionBits, LEAST_OF_ROW);
  }

  Weights transition() {
    return Quantised.of(tSum, COUNT * COUNT, transitionBits, 0);
  }
}

package org.stemma.annotate;

/** Makes small whole numbers of learned weights. */
final class Quantised {
  /** Weights beyond this are cut: they are few, and a finer scale serves the many. */
  private static final float MOST = 4f;

  /** Fewer steps than this become 0. */
  private static final int LEAST_STEPS = 3;

  private Quantised() {}

  /**
   * @param leastOfRow a row whose largest weight has fewer steps is dropped
   */
  static Weights of(float[] weights, int width, int bits, int leastOfRow) {
    float most = 0;
    for (float w : weights) {
      most = Math.max(most, Math.abs(w));
    }
    float scale = Math.max(1e-6f, Math.min(most, MOST) / 127);
    byte[] values = new byte[weights.length];
    for (int row = 0; row < weights.length; row += width) {
      quantise(weights, row, row + width, scale, leastOfRow, values);
    }
    return new Weights(width, bits, scale, values);
  }

  private static void quantise(
      float[] weights, int from, int to, float scale, int leastOfRow, byte[] values) {
    int most = 0;
    for (int i = from; i < to; i++) {
      int steps = Math.max(-127, Math.min(127, Math.round(weights[i] / scale)));
      values[i] = Math.abs(steps) < LEAST_STEPS ? 0 : (byte) steps;
      most = Math.max(most, Math.abs(steps));
    }
    for (int i = from; i < to && most < leastOfRow; i++) {
      values[i] = 0;
    }
  }
}

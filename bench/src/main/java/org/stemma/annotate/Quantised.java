package org.stemma.annotate;

/** Makes small whole numbers of learned weights. */
final class Quantised {
  /** Weights beyond this are cut: they are few, and a finer scale serves the many. */
  private static final float MOST = 4f;

  /** Fewer steps than this become 0. */
  private static final int LEAST_STEPS = 3;

  private Quantised() {}

  /**
   * @param weights one for each of the two to the power of {@code bits} features
   */
  static Weights of(float[] weights, int bits) {
    float most = 0;
    for (float w : weights) {
      most = Math.max(most, Math.abs(w));
    }
    float scale = Math.max(1e-6f, Math.min(most, MOST) / 127);
    byte[] values = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      int steps = Math.max(-127, Math.min(127, Math.round(weights[i] / scale)));
      values[i] = Math.abs(steps) < LEAST_STEPS ? 0 : (byte) steps;
    }
    return new Weights(1, bits, scale, values);
  }
}

package org.stemma.annotate;

/** Makes small whole numbers of learned weights. */
final class Quantised {
  /** Weights beyond this are cut: they are few, and a finer scale serves the many. */
  private static final float MOST = 4f;

  /** Smaller steps than this are dropped: it halves the file and costs no quality. */
  private static final int LEAST_STEPS = Integer.getInteger("cut", 4);

  private Quantised() {}

  static Weights of(float[] weights, int width, int bits) {
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
    return new Weights(width, bits, scale, values);
  }
}

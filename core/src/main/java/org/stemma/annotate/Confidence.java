package org.stemma.annotate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How likely an attribution is right: a logistic regression over how likely its fragments and its
 * ties are (Platt 1999). Learned on articles that the tagger had not seen, so that of the
 * attributions given .8 about 80 in a hundred have the right source, cue and content.
 */
final class Confidence {
  static final int SIZE = 7;

  private final float[] weights;

  Confidence(float[] weights) {
    if (weights.length != SIZE) {
      throw new IllegalArgumentException(weights.length + " weights, but " + SIZE + " are needed");
    }
    this.weights = weights.clone();
  }

  /**
   * What it goes by; each likelihood as the logarithm of its odds.
   *
   * @param source how likely the source fragment is; 1 where there is none
   * @param cueTie how likely the least likely content belongs to the cue
   * @param sourceTie how likely the cue has this source, or none
   */
  static float[] features(
      boolean hasSource,
      double source,
      double cue,
      double content,
      double cueTie,
      double sourceTie) {
    return new float[] {
      1, hasSource ? 1 : 0, odds(source), odds(cue), odds(content), odds(cueTie), odds(sourceTie)
    };
  }

  private static float odds(double p) {
    double held = Math.max(0.001, Math.min(0.999, p));
    return (float) Math.log(held / (1 - held));
  }

  /** From 0 to 1. */
  double of(float[] features) {
    double sum = 0;
    for (int k = 0; k < SIZE; k++) {
      sum += weights[k] * features[k];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  void write(DataOutputStream out) throws IOException {
    for (float w : weights) {
      out.writeFloat(w);
    }
  }

  static Confidence read(DataInputStream in) throws IOException {
    float[] weights = new float[SIZE];
    for (int k = 0; k < SIZE; k++) {
      weights[k] = in.readFloat();
    }
    return new Confidence(weights);
  }
}

package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.stemma.annotate.Fragments.Fragment;

/** Trains the weights of {@link Ties}: the likelihood of the right choice, with AdaGrad. */
final class TieTrainer {
  private static final int BITS = 16;
  private static final int ROUNDS = 8;
  private static final float RATE = 0.08f;
  private static final float DECAY = 1e-3f;

  /** One choice: the features of each candidate, and which is right. */
  private record Choice(List<int[]> candidates, int right) {}

  private final List<Choice> cueChoices = new ArrayList<>();
  private final List<Choice> sourceChoices = new ArrayList<>();

  /** What spoke for an attribution, and whether it was right. */
  private record Outcome(float[] grounds, boolean right) {}

  private final List<Outcome> outcomes = new ArrayList<>();

  /**
   * @param fragments right ones, or those of a tagger that has not seen the article
   * @param owners for each role and token the attribution it belongs to, -1 for none
   */
  void add(Tokens tokens, Fragments fragments, Owners owners) {
    TieFeatures features = new TieFeatures(tokens, fragments);
    boolean[] hasContent = new boolean[fragments.cues().size()];
    for (Fragment content : fragments.contents()) {
      int owner = owners.of(content);
      List<int[]> candidates = new ArrayList<>();
      int right = -1;
      for (Fragment cue : Ties.cuesNear(tokens, fragments, content)) {
        if (owner >= 0 && owners.of(cue) == owner && right < 0) {
          right = candidates.size();
          hasContent[cue.rank()] = true;
        }
        int[] f = features.ofContent(content, cue);
        candidates.add(Arrays.copyOf(f, features.count()));
      }
      if (right >= 0 && candidates.size() > 1) {
        cueChoices.add(new Choice(candidates, right));
      }
    }
    for (Fragment cue : fragments.cues()) {
      if (!hasContent[cue.rank()]) {
        continue;
      }
      int owner = owners.of(cue);
      List<int[]> candidates = new ArrayList<>();
      int right = -1;
      for (Fragment source : Ties.sourcesNear(tokens, fragments, cue)) {
        if (owners.isSource(source, owner) && right < 0) {
          right = candidates.size();
        }
        int[] f = features.ofSource(cue, source);
        candidates.add(Arrays.copyOf(f, features.count()));
      }
      int[] f = features.ofNone(cue);
      candidates.add(Arrays.copyOf(f, features.count()));
      sourceChoices.add(new Choice(candidates, right < 0 ? candidates.size() - 1 : right));
    }
  }

  /** Notes which of the attributions that were put together are right, for {@link #confidence}. */
  void judge(Fragments fragments, List<Ties.Tied> tied, Owners owners) {
    for (Ties.Tied one : tied) {
      int owner = owners.of(fragments.cues().get(one.cue()));
      boolean right = owner >= 0 && owners.of(one.contents().get(0)) == owner;
      right &=
          one.source() < 0
              ? !owners.hasSource(owner)
              : owners.isSource(fragments.sources().get(one.source()), owner);
      outcomes.add(new Outcome(one.grounds(), right));
    }
  }

  /** Logistic regression by gradient descent. */
  Confidence confidence() {
    float[] w = new float[Confidence.SIZE];
    for (int round = 0; round < 3000; round++) {
      double[] slope = new double[w.length];
      Confidence now = new Confidence(w);
      for (Outcome outcome : outcomes) {
        double off = now.of(outcome.grounds) - (outcome.right ? 1 : 0);
        for (int k = 0; k < w.length; k++) {
          slope[k] += off * outcome.grounds[k];
        }
      }
      for (int k = 0; k < w.length; k++) {
        w[k] -= (float) (0.1 * slope[k] / outcomes.size());
      }
    }
    return new Confidence(w);
  }

  Weights cueOfContent(long seed) {
    return train(cueChoices, seed);
  }

  Weights sourceOfCue(long seed) {
    return train(sourceChoices, seed);
  }

  private static Weights train(List<Choice> choices, long seed) {
    float[] w = new float[1 << BITS];
    float[] squares = new float[1 << BITS];
    Random random = new Random(seed);
    List<Choice> order = new ArrayList<>(choices);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (Choice choice : order) {
        learn(choice, w, squares);
      }
    }
    return Quantised.of(w, BITS);
  }

  private static void learn(Choice choice, float[] w, float[] squares) {
    double[] p = new double[choice.candidates.size()];
    double most = -1e9;
    for (int k = 0; k < p.length; k++) {
      for (int f : choice.candidates.get(k)) {
        p[k] += w[f & ((1 << BITS) - 1)];
      }
      most = Math.max(most, p[k]);
    }
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(p[k] - most);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      float g = (float) (p[k] / sum) - (k == choice.right ? 1 : 0);
      if (Math.abs(g) < 1e-4f) {
        continue;
      }
      for (int f : choice.candidates.get(k)) {
        int row = f & ((1 << BITS) - 1);
        float d = g + DECAY * w[row];
        squares[row] += d * d;
        w[row] -= RATE * d / ((float) Math.sqrt(squares[row]) + 1e-3f);
      }
    }
  }
}

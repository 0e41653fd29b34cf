package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.stemma.annotate.Fragments.Fragment;

/**
 * Puts fragments together: each content picks its cue, each cue its source or none, by two
 * log-linear models. An attribution has one cue; a source may serve several. Thread-safe.
 */
final class Ties {
  /** How far a content looks for its cue, in cues and in paragraphs. */
  static final int CUES_BACK = 7;

  static final int CUES_AHEAD = 4;
  static final int CUE_PARAGRAPHS = 8;

  /** How far a cue looks for its source. */
  static final int SOURCES_BACK = 5;

  static final int SOURCES_AHEAD = 3;
  static final int SOURCE_PARAGRAPHS = 2;

  private final Weights cueOfContent;
  private final Weights sourceOfCue;
  private final Confidence confidence;

  /**
   * Fragments that make one attribution.
   *
   * @param source index of the source fragment, -1 for none
   * @param cue index of the cue fragment
   * @param grounds what speaks for it, as {@link Confidence} takes it
   */
  record Tied(int source, int cue, List<Fragment> contents, float[] grounds) {}

  private record Choice(int source, double probability) {}

  Ties(Learned learned) {
    cueOfContent = learned.cueOfContent();
    sourceOfCue = learned.sourceOfCue();
    confidence = learned.confidence();
  }

  /** How likely it is right, 0 to 1. */
  double confidence(Tied tied) {
    return confidence.of(tied.grounds());
  }

  /** By the start of their first content. */
  List<Tied> tie(Tokens tokens, Fragments fragments) {
    TieFeatures features = new TieFeatures(tokens, fragments);
    int cues = fragments.cues().size();
    List<List<Fragment>> contentsOfCue = new ArrayList<>();
    double[] cueTie = new double[cues];
    Arrays.fill(cueTie, 1);
    for (int c = 0; c < cues; c++) {
      contentsOfCue.add(new ArrayList<>());
    }
    List<Tied> tied = new ArrayList<>();
    for (Fragment content : fragments.contents()) {
      List<Fragment> candidates = cuesNear(tokens, fragments, content);
      if (candidates.isEmpty()) {
        continue;
      }
      double[] p = new double[candidates.size()];
      for (int k = 0; k < p.length; k++) {
        int[] f = features.ofContent(content, candidates.get(k));
        p[k] = cueOfContent.score(f, features.count());
      }
      softmax(p);
      int best = best(p);
      int cue = candidates.get(best).rank();
      contentsOfCue.get(cue).add(content);
      cueTie[cue] = Math.min(cueTie[cue], p[best]);
    }
    for (int c = 0; c < cues; c++) {
      List<Fragment> contents = contentsOfCue.get(c);
      if (!contents.isEmpty()) {
        Choice chosen = chooseSource(tokens, fragments, features, fragments.cues().get(c));
        int source = chosen.source();
        float[] grounds =
            Confidence.features(
                source >= 0,
                source < 0 ? 1 : fragments.sources().get(source).likelihood(),
                fragments.cues().get(c).likelihood(),
                contents.stream().mapToDouble(Fragment::likelihood).min().orElseThrow(),
                cueTie[c],
                chosen.probability());
        tied.add(new Tied(source, c, contents, grounds));
      }
    }
    tied.sort(Comparator.comparingInt(a -> a.contents().get(0).first()));
    return tied;
  }

  private Choice chooseSource(
      Tokens tokens, Fragments fragments, TieFeatures features, Fragment cue) {
    List<Fragment> candidates = sourcesNear(tokens, fragments, cue);
    double[] p = new double[candidates.size() + 1];
    for (int k = 0; k < candidates.size(); k++) {
      int[] f = features.ofSource(cue, candidates.get(k));
      p[k] = sourceOfCue.score(f, features.count());
    }
    int[] f = features.ofNone(cue);
    p[candidates.size()] = sourceOfCue.score(f, features.count());
    softmax(p);
    int best = best(p);
    return new Choice(best < candidates.size() ? candidates.get(best).rank() : -1, p[best]);
  }

  static List<Fragment> cuesNear(Tokens tokens, Fragments fragments, Fragment content) {
    return within(
        tokens,
        content,
        fragments.near(Labels.CUE, content, CUES_BACK, CUES_AHEAD),
        CUE_PARAGRAPHS);
  }

  static List<Fragment> sourcesNear(Tokens tokens, Fragments fragments, Fragment cue) {
    return within(
        tokens,
        cue,
        fragments.near(Labels.SOURCE, cue, SOURCES_BACK, SOURCES_AHEAD),
        SOURCE_PARAGRAPHS);
  }

  private static List<Fragment> within(
      Tokens tokens, Fragment from, List<Fragment> candidates, int paragraphs) {
    List<Fragment> near = new ArrayList<>();
    for (Fragment candidate : candidates) {
      int apart = tokens.paragraph[candidate.first()] - tokens.paragraph[from.first()];
      if (Math.abs(apart) <= paragraphs) {
        near.add(candidate);
      }
    }
    return near;
  }

  private static void softmax(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }

  private static int best(double[] p) {
    int best = 0;
    for (int k = 1; k < p.length; k++) {
      best = p[k] > p[best] ? k : best;
    }
    return best;
  }
}

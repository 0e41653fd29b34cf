package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.stemma.annotate.Fragments.Fragment;

/**
 * Puts fragments together: each content picks its cue, each cue its source or none, by two
 * log-linear models. An attribution has one cue; a source serves one attribution. Thread-safe.
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

  /**
   * Fragments that make one attribution.
   *
   * @param source index of the source fragment, -1 for none
   * @param cue index of the cue fragment, -1 for none
   * @param confidence 0 to 1
   */
  record Tied(int source, int cue, List<Fragment> contents, double confidence) {}

  private record Bid(int cue, int source, double probability) {}

  Ties(Weights cueOfContent, Weights sourceOfCue) {
    this.cueOfContent = cueOfContent;
    this.sourceOfCue = sourceOfCue;
  }

  /** By the start of their first content. */
  List<Tied> tie(Tokens tokens, Fragments fragments) {
    TieFeatures features = new TieFeatures(tokens, fragments);
    int cues = fragments.cues().size();
    List<List<Fragment>> contentsOfCue = new ArrayList<>();
    double[] sure = new double[cues];
    Arrays.fill(sure, 1);
    for (int c = 0; c < cues; c++) {
      contentsOfCue.add(new ArrayList<>());
    }
    List<Tied> tied = new ArrayList<>();
    for (Fragment content : fragments.contents()) {
      List<Fragment> candidates = cuesNear(tokens, fragments, content);
      if (candidates.isEmpty()) {
        tied.add(new Tied(-1, -1, List.of(content), 0.5));
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
      sure[cue] = Math.min(sure[cue], p[best]);
    }
    int[] sources = chooseSources(tokens, fragments, features, contentsOfCue, sure);
    for (int c = 0; c < cues; c++) {
      if (!contentsOfCue.get(c).isEmpty()) {
        tied.add(new Tied(sources[c], c, contentsOfCue.get(c), sure[c]));
      }
    }
    tied.sort(Comparator.comparingInt(a -> a.contents().get(0).first()));
    return tied;
  }

  private int[] chooseSources(
      Tokens tokens,
      Fragments fragments,
      TieFeatures features,
      List<List<Fragment>> contentsOfCue,
      double[] sure) {
    List<Bid> bids = new ArrayList<>();
    for (Fragment cue : fragments.cues()) {
      if (contentsOfCue.get(cue.rank()).isEmpty()) {
        continue;
      }
      List<Fragment> candidates = sourcesNear(tokens, fragments, cue);
      double[] p = new double[candidates.size() + 1];
      for (int k = 0; k < candidates.size(); k++) {
        int[] f = features.ofSource(cue, candidates.get(k));
        p[k] = sourceOfCue.score(f, features.count());
      }
      int[] f = features.ofNone(cue);
      p[candidates.size()] = sourceOfCue.score(f, features.count());
      softmax(p);
      for (int k = 0; k < p.length; k++) {
        int source = k < candidates.size() ? candidates.get(k).rank() : -1;
        bids.add(new Bid(cue.rank(), source, p[k]));
      }
    }
    bids.sort(Comparator.comparingDouble(Bid::probability).reversed());
    int[] chosen = new int[fragments.cues().size()];
    Arrays.fill(chosen, -2);
    boolean[] taken = new boolean[fragments.sources().size()];
    for (Bid bid : bids) {
      if (chosen[bid.cue()] == -2 && (bid.source() < 0 || !taken[bid.source()])) {
        chosen[bid.cue()] = bid.source();
        sure[bid.cue()] *= bid.probability();
        if (bid.source() >= 0) {
          taken[bid.source()] = true;
        }
      }
    }
    return chosen;
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

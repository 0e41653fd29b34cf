package org.stemma.annotate;

import java.util.Arrays;

/**
 * Gives each token its {@linkplain Labels tag}: a linear-chain conditional random field (Lafferty,
 * McCallum and Pereira 2001) over each paragraph, decoded with the Viterbi algorithm. Thread-safe.
 */
final class Tagger {
  private static final float IMPOSSIBLE = -1e9f;
  private static final int COUNT = Labels.COUNT;

  private final Weights emission;
  private final Weights transition;

  Tagger(Weights emission, Weights transition) {
    this.emission = emission;
    this.transition = transition;
  }

  /** The most likely tags of all tokens. */
  byte[] tag(Tokens tokens) {
    byte[] tags = new byte[tokens.size];
    Features features = new Features(tokens);
    for (int p = 0; p < tokens.paragraphs(); p++) {
      tagParagraph(features, tokens.paragraphStart[p], tokens.paragraphStart[p + 1], tags);
    }
    return tags;
  }

  private void tagParagraph(Features features, int first, int end, byte[] tags) {
    byte[] from = new byte[(end - first) * COUNT];
    float[] best = new float[COUNT];
    float[] next = new float[COUNT];
    int[] emitted = new int[COUNT];
    int[] stepped = new int[COUNT * COUNT];
    for (int i = first; i < end; i++) {
      Arrays.fill(emitted, 0);
      emission.add(features.emission(i), features.count(), emitted);
      Arrays.fill(stepped, 0);
      transition.add(features.transition(i), features.count(), stepped);
      for (int y = 0; y < COUNT; y++) {
        int came = 0;
        float score = IMPOSSIBLE * 2;
        for (int x = 0; x < (i == first ? 1 : COUNT); x++) {
          float s =
              Labels.mayFollow(x, y)
                  ? best[x] + stepped[x * COUNT + y] * transition.scale
                  : IMPOSSIBLE;
          if (s > score) {
            score = s;
            came = x;
          }
        }
        from[(i - first) * COUNT + y] = (byte) came;
        next[y] = score + emitted[y] * emission.scale;
      }
      float[] swap = best;
      best = next;
      next = swap;
    }
    byte y = 0;
    for (byte k = 1; k < COUNT; k++) {
      y = best[k] > best[y] ? k : y;
    }
    for (int i = end - 1; i >= first; i--) {
      tags[i] = y;
      y = from[(i - first) * COUNT + y];
    }
  }
}

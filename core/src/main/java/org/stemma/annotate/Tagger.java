package org.stemma.annotate;

import java.util.Arrays;

/**
 * Gives each token its {@linkplain Labels tag}: a linear-chain conditional random field (Lafferty,
 * McCallum and Pereira 2001) over each paragraph, decoded with the Viterbi algorithm. Thread-safe.
 */
final class Tagger {
  private static final float IMPOSSIBLE = -1e9f;

  /** Longer paragraphs are tagged in pieces, so that memory stays small; in tokens. */
  private static final int LONGEST = 2000;

  private static final float CERTAIN = 1e4f;

  /** How much likelier a source is at the second look; the linker then chooses. */
  private static final float SECOND_LOOK = 2.5f;

  private static final int COUNT = Labels.COUNT;

  /**
   * Added to the begin tags of source, cue and content: without it precision is .15 above recall.
   * Chosen on the PolNeAR dev articles.
   */
  private static final float[] BOLD = {0, 0.4f, 0, 0.4f, 0, 0.2f, 0};

  private final Weights emission;
  private final Weights transition;

  Tagger(Weights emission, Weights transition) {
    this.emission = emission;
    this.transition = transition;
  }

  /**
   * The tags of an article.
   *
   * @param sure the most likely ones
   * @param withDoubtful the same, and sources besides that are less likely than not
   */
  record Tags(byte[] sure, byte[] withDoubtful) {}

  /** The most likely tags of all tokens, and a second look for sources that were missed. */
  Tags tag(Tokens tokens) {
    Tags tags = new Tags(new byte[tokens.size], new byte[tokens.size]);
    Features features = new Features(tokens);
    for (int p = 0; p < tokens.paragraphs(); p++) {
      int end = tokens.paragraphStart[p + 1];
      for (int first = tokens.paragraphStart[p]; first < end; first += LONGEST) {
        Lattice lattice = new Lattice(features, first, Math.min(end, first + LONGEST));
        lattice.best(tags.sure);
        lattice.lookAgain(tags.sure);
        lattice.best(tags.withDoubtful);
      }
    }
    return tags;
  }

  /** The scores of one paragraph. */
  private final class Lattice {
    private final int first;
    private final int size;
    private final float[] emitted;
    private final float[] stepped;

    Lattice(Features features, int first, int end) {
      this.first = first;
      size = end - first;
      emitted = new float[size * COUNT];
      stepped = new float[size * COUNT * COUNT];
      int[] sums = new int[COUNT];
      int[] steps = new int[COUNT * COUNT];
      for (int i = 0; i < size; i++) {
        Arrays.fill(sums, 0);
        emission.add(features.emission(first + i), features.count(), sums);
        Arrays.fill(steps, 0);
        transition.add(features.transition(first + i), features.count(), steps);
        for (int y = 0; y < COUNT; y++) {
          emitted[i * COUNT + y] = sums[y] * emission.scale + BOLD[y];
        }
        for (int k = 0; k < COUNT * COUNT; k++) {
          boolean allowed = Labels.mayFollow(k / COUNT, k % COUNT);
          stepped[i * COUNT * COUNT + k] = allowed ? steps[k] * transition.scale : IMPOSSIBLE;
        }
      }
    }

    /** Makes sources likelier, and holds to the tags that are sure. */
    void lookAgain(byte[] sure) {
      for (int i = 0; i < size; i++) {
        emitted[i * COUNT + Labels.SOURCE] += SECOND_LOOK;
        byte tag = sure[first + i];
        emitted[i * COUNT + tag] += CERTAIN;
        if (tag == Labels.OUTSIDE) {
          emitted[i * COUNT + Labels.SOURCE] += CERTAIN;
          emitted[i * COUNT + Labels.SOURCE + 1] += CERTAIN;
        }
      }
    }

    /** The Viterbi algorithm. */
    void best(byte[] tags) {
      byte[] from = new byte[size * COUNT];
      float[] best = new float[COUNT];
      float[] next = new float[COUNT];
      for (int i = 0; i < size; i++) {
        for (int y = 0; y < COUNT; y++) {
          int came = 0;
          float score = best[0] + stepped[i * COUNT * COUNT + y];
          for (int x = 1; x < COUNT && i > 0; x++) {
            float s = best[x] + stepped[(i * COUNT + x) * COUNT + y];
            if (s > score) {
              score = s;
              came = x;
            }
          }
          from[i * COUNT + y] = (byte) came;
          next[y] = score + emitted[i * COUNT + y];
        }
        float[] swap = best;
        best = next;
        next = swap;
      }
      byte y = 0;
      for (byte k = 1; k < COUNT; k++) {
        y = best[k] > best[y] ? k : y;
      }
      for (int i = size - 1; i >= 0; i--) {
        tags[first + i] = y;
        y = from[i * COUNT + y];
      }
    }
  }
}

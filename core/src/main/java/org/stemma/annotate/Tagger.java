package org.stemma.annotate;

import java.util.Arrays;
import java.util.List;
import org.stemma.annotate.Windows.Window;

/**
 * Gives each token its {@linkplain Labels tag}: the {@link Network} scores the tokens, and a
 * linear-chain conditional random field over each paragraph (Lafferty, McCallum and Pereira 2001)
 * makes one reading of the scores, with the Viterbi algorithm, and says how sure it is of each tag,
 * with the forward-backward algorithm. Thread-safe.
 */
final class Tagger {
  private static final int COUNT = Labels.COUNT;
  private static final float IMPOSSIBLE = -1e9f;
  private static final float CERTAIN = 1e4f;

  /** Longer paragraphs are read in parts, so that memory stays small; in tokens. */
  private static final int LONGEST = 4000;

  /** How much likelier a source is at the second look; the linker then chooses. */
  private static final float SECOND_LOOK = 2.5f;

  private final Network network;
  private final WordPieces vocabulary;
  private final float[] steps;
  private final float[] first;

  /** The exponentials of {@link #steps}. */
  private final float[] whole = new float[COUNT * COUNT];

  Tagger(Network network, WordPieces vocabulary) {
    this.network = network;
    this.vocabulary = vocabulary;
    steps = network.steps();
    first = network.first();
    for (int y = 0; y < COUNT; y++) {
      first[y] = Labels.isInside(y) ? IMPOSSIBLE : first[y];
      for (int x = 0; x < COUNT; x++) {
        steps[x * COUNT + y] = Labels.mayFollow(x, y) ? steps[x * COUNT + y] : IMPOSSIBLE;
        whole[x * COUNT + y] = (float) Math.exp(steps[x * COUNT + y]);
      }
    }
  }

  /**
   * The tags of an article.
   *
   * @param sure the most likely ones
   * @param withDoubtful the same, and sources besides that are less likely than not
   * @param likelihood for each token how likely its role in {@code withDoubtful} is, 0 to 1
   * @param names what kind of name the token belongs to, see {@link NameTags}
   * @param meanings of the tokens
   */
  record Tags(
      byte[] sure, byte[] withDoubtful, float[] likelihood, byte[] names, Meanings meanings) {}

  /** The most likely tags of all tokens, and a second look for sources that were missed. */
  Tags tag(Tokens tokens) {
    float[] scores = new float[tokens.size * COUNT];
    byte[] names = new byte[tokens.size];
    Meanings meanings = new Meanings(tokens.size, network.vectorWidth());
    List<Window> windows = Windows.of(tokens, vocabulary, network.windowSize());
    for (Window window : windows) {
      Network.Scores found = network.score(window);
      int skipped = window.own() - window.firstToken();
      System.arraycopy(
          found.tags(),
          skipped * COUNT,
          scores,
          window.own() * COUNT,
          (window.end() - window.own()) * COUNT);
      NameTags.read(found.names(), skipped, window.own(), window.end(), names);
      meanings.read(found.vectors(), skipped, window.own(), window.end());
    }
    Tags tags =
        new Tags(
            new byte[tokens.size], new byte[tokens.size], new float[tokens.size], names, meanings);
    for (int p = 0; p < tokens.paragraphs(); p++) {
      int end = tokens.paragraphStart[p + 1];
      for (int from = tokens.paragraphStart[p]; from < end; from += LONGEST) {
        read(scores, from, Math.min(end, from + LONGEST), tags);
      }
    }
    return tags;
  }

  private void read(float[] scores, int from, int end, Tags tags) {
    float[][] sums = sums(scores, from, end);
    best(scores, from, end, tags.sure);
    lookAgain(scores, from, end, tags.sure);
    best(scores, from, end, tags.withDoubtful);
    for (int i = from; i < end; i++) {
      int role = Labels.role(tags.withDoubtful[i]);
      float[] p = sums[i - from];
      tags.likelihood[i] = role == Labels.OUTSIDE ? p[role] : p[role] + p[role + 1];
    }
  }

  /** Makes sources likelier, and holds to the tags that are sure. */
  private static void lookAgain(float[] scores, int from, int end, byte[] sure) {
    for (int i = from; i < end; i++) {
      scores[i * COUNT + Labels.SOURCE] += SECOND_LOOK;
      scores[i * COUNT + sure[i]] += CERTAIN;
      if (sure[i] == Labels.OUTSIDE) {
        scores[i * COUNT + Labels.SOURCE] += CERTAIN;
        scores[i * COUNT + Labels.SOURCE + 1] += CERTAIN;
      }
    }
  }

  /** The Viterbi algorithm. */
  private void best(float[] scores, int start, int end, byte[] tags) {
    int size = end - start;
    byte[] came = new byte[size * COUNT];
    float[] best = new float[COUNT];
    float[] next = new float[COUNT];
    for (int y = 0; y < COUNT; y++) {
      best[y] = first[y] + scores[start * COUNT + y];
    }
    for (int i = 1; i < size; i++) {
      for (int y = 0; y < COUNT; y++) {
        int from = 0;
        float most = best[0] + steps[y];
        for (int x = 1; x < COUNT; x++) {
          float s = best[x] + steps[x * COUNT + y];
          if (s > most) {
            most = s;
            from = x;
          }
        }
        came[i * COUNT + y] = (byte) from;
        next[y] = most + scores[(start + i) * COUNT + y];
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
      tags[start + i] = y;
      y = came[i * COUNT + y];
    }
  }

  /** The probability of each tag of each token: forward-backward with a scale for each token. */
  private float[][] sums(float[] scores, int start, int end) {
    int size = end - start;
    float[][] emitted = new float[size][COUNT];
    float[][] ahead = new float[size][COUNT];
    for (int i = 0; i < size; i++) {
      float most = IMPOSSIBLE;
      for (int y = 0; y < COUNT; y++) {
        most = Math.max(most, scores[(start + i) * COUNT + y]);
      }
      for (int y = 0; y < COUNT; y++) {
        emitted[i][y] = (float) Math.exp(scores[(start + i) * COUNT + y] - most);
        float in = i == 0 ? (float) Math.exp(first[y]) : 0;
        for (int x = 0; x < COUNT && i > 0; x++) {
          in += ahead[i - 1][x] * whole[x * COUNT + y];
        }
        ahead[i][y] = in * emitted[i][y];
      }
      scale(ahead[i]);
    }
    float[] back = new float[COUNT];
    Arrays.fill(back, 1);
    for (int i = size - 1; i >= 0; i--) {
      float[] before = new float[COUNT];
      for (int y = 0; y < COUNT; y++) {
        float here = back[y] * emitted[i][y];
        for (int x = 0; x < COUNT; x++) {
          before[x] += whole[x * COUNT + y] * here;
        }
        ahead[i][y] *= back[y];
      }
      scale(ahead[i]);
      scale(before);
      back = before;
    }
    return ahead;
  }

  private static void scale(float[] row) {
    float sum = 1e-30f;
    for (float v : row) {
      sum += v;
    }
    for (int y = 0; y < COUNT; y++) {
      row[y] /= sum;
    }
  }
}

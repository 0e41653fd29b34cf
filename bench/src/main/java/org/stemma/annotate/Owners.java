package org.stemma.annotate;

import java.util.Arrays;
import java.util.List;
import org.stemma.annotate.Fragments.Fragment;
import org.stemma.model.Span;

/**
 * For each token the attribution, marked by hand, that it is cue or content of, and its sources.
 */
final class Owners {
  private final Tokens tokens;
  private final List<Corpus.Marked> attributions;
  private final int[] cue;
  private final int[] content;

  Owners(Tokens tokens, List<Corpus.Marked> attributions) {
    this.tokens = tokens;
    this.attributions = attributions;
    cue = new int[tokens.size];
    content = new int[tokens.size];
    Arrays.fill(cue, -1);
    Arrays.fill(content, -1);
    for (int a = 0; a < attributions.size(); a++) {
      mark(tokens, attributions.get(a).cue(), cue, a);
      mark(tokens, attributions.get(a).content(), content, a);
    }
  }

  private static void mark(Tokens tokens, List<Span> spans, int[] owners, int owner) {
    for (Span span : spans) {
      for (int i = tokens.at(span.start()); i < tokens.size && tokens.start[i] < span.end(); i++) {
        owners[i] = owner;
      }
    }
  }

  boolean hasSource(int owner) {
    return owner >= 0 && !attributions.get(owner).source().isEmpty();
  }

  /**
   * Whether the fragment shares a token with the source of an attribution; several may share one.
   */
  boolean isSource(Fragment fragment, int owner) {
    Span span = tokens.span(fragment.first(), fragment.last());
    return owner >= 0
        && attributions.get(owner).source().stream()
            .anyMatch(s -> s.start() < span.end() && span.start() < s.end());
  }

  /** The attribution that most of a cue or content belongs to, -1 for none. */
  int of(Fragment fragment) {
    int[] owners = fragment.role() == Labels.CUE ? cue : content;
    int best = -1;
    int most = 0;
    int i = fragment.first();
    while (i <= fragment.last()) {
      int run = i;
      while (run <= fragment.last() && owners[run] == owners[i]) {
        run++;
      }
      if (owners[i] >= 0 && run - i > most) {
        most = run - i;
        best = owners[i];
      }
      i = run;
    }
    return best;
  }
}

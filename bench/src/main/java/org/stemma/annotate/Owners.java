package org.stemma.annotate;

import java.util.Arrays;
import java.util.List;
import org.stemma.annotate.Fragments.Fragment;
import org.stemma.model.Span;

/** For each token the attribution, marked by hand, that it is source, cue or content of. */
final class Owners {
  private final int[] source;
  private final int[] cue;
  private final int[] content;

  Owners(Tokens tokens, List<Corpus.Marked> attributions) {
    source = new int[tokens.size];
    cue = new int[tokens.size];
    content = new int[tokens.size];
    Arrays.fill(source, -1);
    Arrays.fill(cue, -1);
    Arrays.fill(content, -1);
    for (int a = 0; a < attributions.size(); a++) {
      mark(tokens, attributions.get(a).source(), source, a);
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

  /** The attribution that most of the fragment belongs to in its role, -1 for none. */
  int of(Fragment fragment) {
    int[] owners =
        fragment.role() == Labels.SOURCE ? source : fragment.role() == Labels.CUE ? cue : content;
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

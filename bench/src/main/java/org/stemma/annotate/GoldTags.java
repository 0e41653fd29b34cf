package org.stemma.annotate;

import java.util.List;
import org.stemma.model.Span;

/** Turns attributions marked by hand into tags. */
final class GoldTags {
  private GoldTags() {}

  static byte[] of(Tokens tokens, List<Corpus.Marked> attributions) {
    byte[] tags = new byte[tokens.size];
    for (Corpus.Marked a : attributions) {
      mark(tokens, a.content(), Labels.CONTENT, tags);
    }
    for (Corpus.Marked a : attributions) {
      mark(tokens, a.source(), Labels.SOURCE, tags);
      mark(tokens, a.cue(), Labels.CUE, tags);
    }
    for (int i = 0; i < tags.length; i++) {
      boolean opens = i == 0 || tokens.paragraph[i] != tokens.paragraph[i - 1];
      if (Labels.isInside(tags[i]) && (opens || !Labels.mayFollow(tags[i - 1], tags[i]))) {
        tags[i]--;
      }
    }
    return tags;
  }

  private static void mark(Tokens tokens, List<Span> spans, byte begin, byte[] tags) {
    for (Span span : spans) {
      boolean first = true;
      for (int i = tokens.at(span.start()); i < tokens.size && tokens.start[i] < span.end(); i++) {
        tags[i] = first ? begin : (byte) (begin + 1);
        first = false;
      }
    }
  }
}

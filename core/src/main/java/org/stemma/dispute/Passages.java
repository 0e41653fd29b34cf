package org.stemma.dispute;

import java.util.List;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.text.Sentences;

/** Where stretches of an article stand: in which sentences, and among others. */
final class Passages {
  private Passages() {}

  /** From the first to the last sentence that a stretch touches; it lies in one zone's text. */
  static Span sentence(Article article, Span span) {
    Span whole = span;
    for (Zone zone : article.zones()) {
      if (zone.span().overlaps(span)) {
        List<Span> sentences = Sentences.in(article.text(), zone.span());
        for (Span sentence : sentences) {
          if (sentence.overlaps(span)) {
            whole = whole.union(sentence);
          }
        }
      }
    }
    return whole;
  }

  /**
   * Of stretches in text order the first that ends after an offset; their number where none does.
   */
  static <T> int firstEndingAfter(int offset, List<T> stretches, Function<T, Span> span) {
    int low = 0;
    int high = stretches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (span.apply(stretches.get(middle)).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

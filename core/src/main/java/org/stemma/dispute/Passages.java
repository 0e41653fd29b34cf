package org.stemma.dispute;

import java.util.List;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.Span;

/** Where stretches of an article stand: in which sentences, and among others. */
final class Passages {
  private Passages() {}

  /** From the first to the last sentence that a stretch touches; it lies in one zone's text. */
  static Span sentence(Article article, Span span) {
    return new ArticleSentences(article).around(span);
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

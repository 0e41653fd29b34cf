package org.stemma.dispute;

import java.util.List;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.text.Sentences;

/** The sentences around a stretch of an article. */
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
}

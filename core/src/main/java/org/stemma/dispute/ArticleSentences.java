package org.stemma.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.text.Sentences;

/**
 * The sentences of one article, zone by zone. Each zone is cut once, when the first stretch of it
 * is asked for: an article has many attributions. For one thread.
 */
final class ArticleSentences {
  private final Article article;
  private final List<List<Span>> ofZone = new ArrayList<>();

  ArticleSentences(Article article) {
    this.article = article;
    article.zones().forEach(zone -> ofZone.add(List.of()));
  }

  /** From the first to the last sentence that a stretch touches; it lies in one zone's text. */
  Span around(Span span) {
    Span whole = span;
    for (int i = 0; i < ofZone.size(); i++) {
      Zone zone = article.zones().get(i);
      if (zone.span().overlaps(span)) {
        if (ofZone.get(i).isEmpty()) {
          ofZone.set(i, Sentences.in(article.text(), zone.span()));
        }
        List<Span> sentences = ofZone.get(i);
        int next = Passages.firstEndingAfter(span.start(), sentences, Function.identity());
        while (next < sentences.size() && sentences.get(next).overlaps(span)) {
          whole = whole.union(sentences.get(next++));
        }
      }
    }
    return whole;
  }
}

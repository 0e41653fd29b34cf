package org.stemma.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/** What several tables have in their cells. */
final class Cells {
  private Cells() {}

  static String dateOrigin(Article article) {
    return article.published().map(date -> lower(date.origin())).orElse("");
  }

  static String name(Speaker speaker) {
    return speaker instanceof Speaker.Named named ? named.name() : "";
  }

  static String words(List<Span> spans, String text) {
    return spans.stream().map(span -> span.in(text)).collect(Collectors.joining(" ... "));
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

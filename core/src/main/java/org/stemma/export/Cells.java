package org.stemma.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stemma.model.Article;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/** What several tables have in their cells. */
final class Cells {
  private Cells() {}

  /** The day of publication; the whole moment where the page tells an hour; else an empty cell. */
  static Object published(Article article) {
    Optional<FoundDate> date = article.published();
    if (date.isEmpty()) {
      return "";
    }
    return date.get().isDayOnly() ? LocalDate.parse(date.get().value()) : date.get().value();
  }

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

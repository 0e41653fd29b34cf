package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.CodePoints;

/** Writes attributions as a {@link Table}, one row an attribution. Not thread-safe. */
public final class AttributionTable implements Closeable {
  private static final String[] COLUMNS = {
    "article",
    "outlet",
    "published",
    "date_origin",
    "headline",
    "kind",
    "act",
    "speaker",
    "source",
    "cue",
    "content",
    "via",
    "begin",
    "end",
    "confidence",
    "address"
  };

  private final Table table;

  /**
   * @param out encodes in UTF-8; closed with this table
   */
  public AttributionTable(Writer out) throws IOException {
    table = new Table(out, COLUMNS);
  }

  /** The rows of one article. {@code begin} and {@code end} count Unicode code points. */
  public void add(Annotated annotated) throws IOException {
    Article article = annotated.article();
    CodePoints points = new CodePoints(article.text());
    for (Attribution attribution : annotated.attributions()) {
      table.row(
          List.of(
              article.id().value(),
              article.outlet().orElse(""),
              article.published().map(FoundDate::value).orElse(""),
              article.published().map(date -> lower(date.origin())).orElse(""),
              article.headline().orElse(""),
              lower(attribution.kind()),
              lower(attribution.act()),
              attribution.speaker() instanceof Speaker.Named named ? named.name() : "",
              words(attribution.source(), article.text()),
              words(attribution.cue(), article.text()),
              words(attribution.content(), article.text()),
              String.join("; ", attribution.via()),
              points.before(attribution.extent().start()),
              points.before(attribution.extent().end()),
              String.format(Locale.ROOT, "%.3f", attribution.confidence()),
              article.address()));
    }
  }

  private static String words(List<Span> spans, String text) {
    return spans.stream().map(span -> span.in(text)).collect(Collectors.joining(" ... "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.text.CodePoints;

/** Writes attributions as a {@link Table}, one row an attribution. Not thread-safe. */
public final class AttributionTable implements Closeable {
  private static final List<String> COLUMNS =
      List.of(
          "article",
          "outlet",
          "published",
          "date_origin",
          "headline",
          "kind",
          "act",
          "speaker",
          "on_behalf_of",
          "target",
          "target_name",
          "topic",
          "source",
          "cue",
          "content",
          "via",
          "begin",
          "end",
          "confidence",
          "address");

  private final Table table;

  /**
   * @param out closed with this table
   */
  public AttributionTable(Table.Kind kind, OutputStream out) throws IOException {
    table = Table.of(kind, out, "attributions", COLUMNS);
  }

  /**
   * The rows of one article. {@code begin} and {@code end} count Unicode code points.
   *
   * @param wanted which of its attributions get one
   */
  public void add(Annotated annotated, Predicate<Attribution> wanted) throws IOException {
    Article article = annotated.article();
    CodePoints points = new CodePoints(article.text());
    for (Attribution attribution : annotated.attributions()) {
      if (wanted.test(attribution)) {
        table.row(
            List.of(
                article.id().value(),
                article.outlet().orElse(""),
                Table.published(article),
                Cells.dateOrigin(article),
                article.headline().orElse(""),
                Cells.lower(attribution.kind()),
                Cells.lower(attribution.act()),
                Cells.name(attribution.speaker()),
                attribution.onBehalfOf().orElse(""),
                Cells.words(attribution.aim().target(), article.text()),
                Cells.name(attribution.aim().whom()),
                Cells.words(attribution.aim().topic(), article.text()),
                Cells.words(attribution.source(), article.text()),
                Cells.words(attribution.cue(), article.text()),
                Cells.words(attribution.content(), article.text()),
                String.join("; ", attribution.via()),
                points.before(attribution.extent().start()),
                points.before(attribution.extent().end()),
                BigDecimal.valueOf(attribution.confidence()).setScale(3, RoundingMode.HALF_UP),
                article.address()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

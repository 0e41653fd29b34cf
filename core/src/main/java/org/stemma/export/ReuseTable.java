package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.text.CodePoints;

/** Writes what articles share as a {@link Table}, one row a passage. Not thread-safe. */
public final class ReuseTable implements Closeable {
  private static final List<String> COLUMNS =
      List.of(
          "a",
          "a_outlet",
          "a_published",
          "a_begin",
          "a_end",
          "a_words",
          "a_address",
          "b",
          "b_outlet",
          "b_published",
          "b_begin",
          "b_end",
          "b_words",
          "b_address",
          "same_characters");

  private final Table table;
  private final Function<ArticleId, Article> articles;

  /**
   * @param out closed with this table
   */
  public ReuseTable(Table.Kind kind, OutputStream out, Function<ArticleId, Article> articles)
      throws IOException {
    this.table = Table.of(kind, out, "reuse", COLUMNS);
    this.articles = articles;
  }

  /** The row of one passage. Positions count Unicode code points. */
  public void add(Reuse reuse) throws IOException {
    List<Object> cells = new ArrayList<>();
    side(cells, articles.apply(reuse.a()), reuse.aSpan());
    side(cells, articles.apply(reuse.b()), reuse.bSpan());
    cells.add(reuse.same());
    table.row(cells);
  }

  private static void side(List<Object> cells, Article article, Span span) {
    CodePoints points = new CodePoints(article.text());
    cells.add(article.id().value());
    cells.add(article.outlet().orElse(""));
    cells.add(Table.published(article));
    cells.add(points.before(span.start()));
    cells.add(points.before(span.end()));
    cells.add(span.in(article.text()));
    cells.add(article.address());
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

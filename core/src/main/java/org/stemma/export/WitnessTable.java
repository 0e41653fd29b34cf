package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.CodePoints;

/**
 * Writes statements as a {@link Table}: one row a witness, those of one statement beneath one
 * another, oldest first. Not thread-safe.
 */
public final class WitnessTable implements Closeable {
  private static final List<String> COLUMNS =
      List.of(
          "statement",
          "witness",
          "is_base",
          "outlet",
          "published",
          "date_origin",
          "headline",
          "speaker",
          "act",
          "via",
          "quoted",
          "alterations",
          "changes_sense",
          "words",
          "article",
          "begin",
          "end",
          "address");

  private final Table table;
  private final Function<ArticleId, Article> articles;

  /**
   * @param out closed with this table
   */
  public WitnessTable(Table.Kind kind, OutputStream out, Function<ArticleId, Article> articles)
      throws IOException {
    this.table = Table.of(kind, out, "statements", COLUMNS);
    this.articles = articles;
  }

  /** The rows of one statement. {@code begin} and {@code end} count Unicode code points. */
  public void add(Statement statement) throws IOException {
    for (Witness witness : statement.witnesses()) {
      Article article = articles.apply(witness.article());
      CodePoints points = new CodePoints(article.text());
      boolean base = witness.equals(statement.baseWitness());
      table.row(
          List.of(
              statement.id(),
              witness.id(),
              base,
              article.outlet().orElse(""),
              Table.published(article),
              Cells.dateOrigin(article),
              article.headline().orElse(""),
              Cells.name(witness.speaker()),
              Cells.lower(witness.act()),
              String.join("; ", witness.via()),
              witness.quoted(),
              base ? "" : String.join("; ", AlterationNames.of(witness)),
              witness.alterations().stream().anyMatch(a -> a.kind().changesSense()),
              Cells.words(witness.parts(), article.text()),
              article.id().value(),
              points.before(witness.span().start()),
              points.before(witness.span().end()),
              article.address()));
    }
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

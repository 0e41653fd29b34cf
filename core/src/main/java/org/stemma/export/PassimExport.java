package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.CodePoints;

/**
 * Writes statements as passim writes its clusters of reused passages (JSON Lines): a line for each
 * passage with its cluster, the number of passages in it, the document, its series and date, and
 * where the passage begins and ends in Unicode code points. Statements with one witness are no
 * reuse and are left out. Not thread-safe.
 */
public final class PassimExport implements Closeable {
  private final JsonGenerator json;
  private final Function<ArticleId, Article> articles;
  private long clusters;
  private long passages;

  /**
   * @param out closed with this export
   */
  public PassimExport(OutputStream out, Function<ArticleId, Article> articles) throws IOException {
    this.json = new JsonFactory().createGenerator(new OutputStreamWriter(out, UTF_8));
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.articles = articles;
  }

  /** One cluster. Clusters and passages are numbered in the order in which they are written. */
  public void add(Statement statement) throws IOException {
    int size = statement.witnesses().size();
    if (size < 2) {
      return;
    }
    for (Witness witness : statement.witnesses()) {
      Article article = articles.apply(witness.article());
      CodePoints points = new CodePoints(article.text());
      json.writeStartObject();
      json.writeNumberField("uid", passages++);
      json.writeNumberField("cluster", clusters);
      json.writeNumberField("size", size);
      json.writeStringField("id", article.id().value());
      if (article.outlet().isPresent()) {
        json.writeStringField("series", article.outlet().get());
      }
      if (article.published().isPresent()) {
        json.writeStringField("date", article.published().map(FoundDate::value).orElseThrow());
      }
      json.writeNumberField("begin", points.before(witness.span().start()));
      json.writeNumberField("end", points.before(witness.span().end()));
      json.writeStringField("text", witness.span().in(article.text()));
      json.writeEndObject();
    }
    clusters++;
  }

  /** Ends the last line and closes the stream. */
  @Override
  public void close() throws IOException {
    if (passages > 0) {
      json.writeRaw('\n');
    }
    json.close();
  }
}

package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * Writes the witnesses of statements as CSL-JSON, which Zotero, Pandoc and other keepers of
 * references read: an article each, with the words in the note. Not thread-safe.
 */
public final class CitationExport implements Closeable {
  private final LinkedFile file;
  private final Function<ArticleId, Article> articles;

  /**
   * @param out closed with this export
   */
  public CitationExport(OutputStream out, Function<ArticleId, Article> articles)
      throws IOException {
    this.file = new LinkedFile(out);
    this.articles = articles;
    file.json().writeStartArray();
  }

  /** One item a witness; its id is that of the witness. */
  public void add(Statement statement) throws IOException {
    for (Witness witness : statement.witnesses()) {
      Article article = articles.apply(witness.article());
      String address = Iris.article(article);
      file.line()
          .open()
          .put("id", witness.id())
          .put("type", "article-newspaper")
          .put("title", article.headline())
          .put("container-title", article.outlet());
      authors(article);
      if (article.published().isPresent()) {
        issued(article.published().get());
      }
      if (address.equals(article.address())) {
        file.put("URL", address);
      }
      if (!article.language().equals("und")) {
        file.put("language", article.language());
      }
      file.put(
              "note",
              witness.speaker().label() + ": " + Cells.words(witness.parts(), article.text()))
          .close();
    }
  }

  private void authors(Article article) throws IOException {
    if (article.imprint().authors().isEmpty()) {
      return;
    }
    file.list("author");
    for (String author : article.imprint().authors()) {
      file.open().put("literal", author).close();
    }
    file.endList();
  }

  private void issued(FoundDate date) throws IOException {
    file.open("issued").list("date-parts");
    file.json().writeStartArray();
    for (String part : date.value().substring(0, 10).split("-", -1)) {
      file.json().writeNumber(Integer.parseInt(part));
    }
    file.json().writeEndArray();
    file.endList().close();
  }

  @Override
  public void close() throws IOException {
    file.endList().end();
  }
}

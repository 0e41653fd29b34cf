package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * Writes statements in the words of schema.org (JSON-LD): each is a Claim that appears in the
 * outlets' versions, a Quotation where it is quoted, each part of a NewsArticle. A Claim in
 * schema.org's sense is something said; nothing is told of whether it is true. Not thread-safe.
 */
public final class ClaimExport implements Closeable {
  private final LinkedFile file;
  private final Function<ArticleId, Article> articles;

  /**
   * @param out closed with this export
   */
  public ClaimExport(OutputStream out, Function<ArticleId, Article> articles) throws IOException {
    this.file = new LinkedFile(out);
    this.articles = articles;
    file.open().put("@context", "https://schema.org").list("@graph");
  }

  /** One statement with all its witnesses. */
  public void add(Statement statement) throws IOException {
    Witness base = statement.baseWitness();
    file.line()
        .open()
        .put("@type", "Claim")
        .put("@id", Iris.of("statement", statement.id()))
        .put("identifier", statement.id())
        .put("text", Cells.words(base.parts(), articles.apply(base.article()).text()));
    speaker("author", base.speaker());
    file.list("appearance");
    for (Witness witness : statement.witnesses()) {
      appearance(witness);
    }
    file.endList().close();
  }

  private void appearance(Witness witness) throws IOException {
    Article article = articles.apply(witness.article());
    file.open()
        .put("@type", witness.quoted() ? "Quotation" : "CreativeWork")
        .put("@id", Iris.of("witness", witness.id()))
        .put("identifier", witness.id())
        .put("text", Cells.words(witness.parts(), article.text()));
    // Only who is quoted in so many words speaks these.
    speaker(witness.quoted() ? "spokenByCharacter" : "author", witness.speaker());
    file.open("isPartOf")
        .put("@type", "NewsArticle")
        .put("@id", Iris.article(article))
        .put("identifier", article.id().value())
        .put("headline", article.headline())
        .put("datePublished", article.published().map(FoundDate::value));
    if (article.outlet().isPresent()) {
      file.open("publisher")
          .put("@type", "NewsMediaOrganization")
          .put("name", article.outlet())
          .close();
    }
    file.close().close();
  }

  private void speaker(String field, Speaker speaker) throws IOException {
    if (speaker instanceof Speaker.Named named) {
      // Whether it is a person or a body, the name alone does not tell.
      file.open(field).put("@type", "Thing").put("name", named.name()).close();
    }
  }

  @Override
  public void close() throws IOException {
    file.endList().close().end();
  }
}

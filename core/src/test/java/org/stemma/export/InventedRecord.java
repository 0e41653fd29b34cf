package org.stemma.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.Act;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.LostSource;
import org.stemma.model.QuotationKind;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;

/**
 * Two pages that share a statement, and a hostile third one whose every field is full of markup.
 */
final class InventedRecord {
  static final String HOSTILE = "=1+1\u0007 </script>]]>&\"' \ud83d <x y='z'>";

  static final Article LAMP =
      article(
          "lamp-1",
          "https://lamp.example/1",
          "The Lamp",
          "Harbour open",
          "2031-05-04",
          "😀 “We did not close the harbour,” said Ada Quill on Monday.");
  static final Article WICK =
      article(
          "wick-1",
          "wick.html",
          "The Wick",
          "Harbour <closed>",
          "2031-05-05T10:15:00+02:00",
          "“We did close the harbour,” said Ada Quill.");
  static final Article MARKUP =
      article(
          "x~/?#%&=1",
          "https://bad.example/<script>",
          HOSTILE,
          HOSTILE,
          "2031-05-06",
          "He said " + HOSTILE + " and left.");

  static final Statement STATEMENT =
      new Statement(
          "lamp-1-4",
          0,
          List.of(
              witness(LAMP, "We did not close the harbour", "Ada Quill", List.of()),
              witness(
                  WICK,
                  "We did close the harbour",
                  "Ada Quill",
                  List.of(
                      new Alteration(
                          AlterationKind.NEGATED,
                          Optional.of(span(LAMP, "not")),
                          Optional.empty()))),
              witness(MARKUP, HOSTILE, HOSTILE, List.of())));

  static final Stemma STEMMA =
      new Stemma(
          List.of(LAMP.id(), WICK.id(), MARKUP.id()),
          List.of(
              new Edge(
                  WICK.id(),
                  LAMP.id(),
                  0.75,
                  List.of(new Evidence(Evidence.Kind.CREDIT, "as \"The Lamp\" has it")))),
          List.of(new LostSource(HOSTILE, List.of(MARKUP.id()))),
          List.of());

  static final Reuse REUSE =
      new Reuse(
          LAMP.id(),
          span(LAMP, "close the harbour"),
          WICK.id(),
          span(WICK, "close the harbour"),
          17);

  static final Function<ArticleId, Article> ARTICLES =
      Map.of(LAMP.id(), LAMP, WICK.id(), WICK, MARKUP.id(), MARKUP)::get;

  private InventedRecord() {}

  static Annotated annotated(Article article, String content, String speaker) {
    Attribution attribution =
        new Attribution(
            List.of(),
            List.of(),
            List.of(span(article, content)),
            QuotationKind.DIRECT,
            new Speaker.Named(speaker),
            Optional.empty(),
            Act.SAY,
            0.5);
    return new Annotated(article, List.of(attribution));
  }

  static Span span(Article article, String words) {
    int start = article.text().indexOf(words);
    return new Span(start, start + words.length());
  }

  private static Witness witness(
      Article article, String words, String speaker, List<Alteration> alterations) {
    Span span = span(article, words);
    return new Witness(
        article.id(),
        span,
        List.of(span),
        true,
        new Speaker.Named(speaker),
        List.of(),
        Act.SAY,
        alterations);
  }

  private static Article article(
      String id, String address, String outlet, String headline, String date, String text) {
    return new Article(
        new ArticleId(id),
        address,
        Imprint.of(Optional.of(outlet), Optional.of(headline)),
        List.of(new FoundDate(date, DateOrigin.JSON_LD)),
        "en",
        text,
        List.of());
  }
}

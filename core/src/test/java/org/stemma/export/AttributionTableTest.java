package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Vector;

class AttributionTableTest {
  private static final String TEXT = "😀 “We, the crew, slept,” said Ada Quill.";

  @Test
  void aRowSaysWhoSaidWhatAndWhere() throws IOException {
    String csv = table("Ada Quill");
    assertThat(csv).startsWith("\uFEFFarticle,outlet,published,");
    assertThat(csv.lines().toList().get(1))
        .isEqualTo(
            "a1,The Lamp,2031-05-04,json_ld,,direct,say,Ada Quill,Lamp Union,the crew,The Crew,slept,Ada Quill,said,"
                + "\"“We, the crew, slept,”\",,2,24,0.500,https://lamp.example/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "＝1", " =1"})
  void aCellCannotBecomeAFormula(String speaker) throws IOException {
    assertThat(table(speaker)).contains("'" + speaker);
  }

  private static String table(String speaker) throws IOException {
    Article article =
        new Article(
            new ArticleId("a1"),
            "https://lamp.example/1",
            Imprint.of(Optional.of("The Lamp"), Optional.empty()),
            List.of(new FoundDate("2031-05-04", DateOrigin.JSON_LD)),
            "en",
            TEXT,
            List.of());
    Attribution attribution =
        new Attribution(
            List.of(span("Ada Quill")),
            List.of(span("said")),
            List.of(span("“We, the crew, slept,”")),
            QuotationKind.DIRECT,
            new Speaker.Named(speaker),
            List.of(),
            Act.SAY,
            0.5,
            Vector.NONE,
            new Aim(
                List.of(span("the crew")), new Speaker.Named("The Crew"), List.of(span("slept"))),
            1,
            Optional.of("Lamp Union"),
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AttributionTable table = new AttributionTable(Table.Kind.CSV, out)) {
      table.add(new Annotated(article, List.of(attribution)), wanted -> true);
    }
    return out.toString(UTF_8);
  }

  private static Span span(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }
}

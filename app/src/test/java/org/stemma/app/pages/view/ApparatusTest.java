package org.stemma.app.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.app.picture.Drawing;
import org.stemma.app.picture.Svg;
import org.stemma.model.Act;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.Collation;

class ApparatusTest {
  private final Map<ArticleId, Article> articles = new LinkedHashMap<>();
  private final List<Witness> witnesses = new ArrayList<>();

  @Test
  void whereTheWordingsPartThereIsAColumn() {
    wording("Selm Wire", "We do not rule out a shot before noon");
    wording("Quay Post", "We rule out a shot before noon");
    wording("Tarn Echo", "We do not rule out two shots before noon");
    assertThat(shown())
        .containsExactly(
            "Selm Wire | We | do not | rule out | a shot | before noon",
            "Quay Post | We | !left out | rule out | a shot | before noon",
            "Tarn Echo | We | do not | rule out | [two shots] | before noon");
  }

  @Test
  void witnessesWithTheSameWordsShareARow() {
    wording("Selm Wire", "We do not rule out a shot");
    wording("Quay Post", "We rule out a shot");
    wording("Tarn Echo", "We do not rule out a shot");
    assertThat(shown())
        .containsExactly(
            "Selm Wire and Tarn Echo | We | do not | rule out a shot",
            "Quay Post | We | !left out | rule out a shot");
  }

  @Test
  void whatIsCutAtAnEndIsNoDifferenceInTheWords() {
    wording("Selm Wire", "We do not rule out a shot before noon");
    wording("Quay Post", "rule out a shot");
    assertThat(shown())
        .containsExactly(
            "Selm Wire | We do not | rule out a shot | before noon",
            "Quay Post | cut | rule out a shot | cut");
    assertThat(apparatus().parts()).isFalse();
  }

  @Test
  void wordsPutInHaveAColumnWhereTheOthersHaveNone() {
    wording("Selm Wire", "We rule out a shot before noon");
    wording("Quay Post", "We rule out a warning shot before noon on Monday");
    assertThat(shown())
        .containsExactly(
            "Selm Wire | We rule out a | · | shot before noon | ·",
            "Quay Post | We rule out a | [warning] | shot before noon | [on Monday]");
  }

  @Test
  void theGraphTellsEachBranchWithItsOutlets() {
    wording("Selm Wire", "We do not rule out a shot before noon");
    wording("Quay Post", "We rule out a shot before noon");
    wording("Tarn Echo", "We do not rule out a shot before noon");
    Drawing graph = VariantGraph.of(apparatus());
    assertThat(graph.description())
        .isEqualTo("“do not” in Selm Wire and Tarn Echo, nothing in Quay Post.");
    assertThat(Svg.inline(graph, "variants"))
        .contains(">do not</text>", ">Selm Wire and Tarn Echo</text>", ">⚠\uFE0E Quay Post</text>");
  }

  @Test
  void hostileWordsStayWordsInTheGraph() {
    wording("Selm Wire", "The dyke <script>alert(1)</script> will hold until morning");
    wording("</svg><img src=x>", "The dyke will not hold until \"><img src=x> morning");
    String svg = Svg.inline(VariantGraph.of(apparatus()), "variants");
    assertThat(svg).doesNotContain("<script", "<img");
  }

  @Test
  @Timeout(20)
  void longWordingsOfHundredsAreSoonDone() {
    String long1 = "the keeper counted one heron and then another ".repeat(200);
    wording("Selm Wire", long1);
    for (int i = 0; i < 100; i++) {
      wording("Paper " + i, long1.replaceFirst("heron", "tern " + i));
    }
    assertThat(apparatus().rows()).hasSize(60);
    assertThat(apparatus().notShown()).isEqualTo(41);
    assertThat(VariantGraph.of(apparatus()).description().length()).isLessThan(2_100);
  }

  private void wording(String outlet, String words) {
    ArticleId id = new ArticleId("a" + witnesses.size());
    articles.put(
        id,
        new Article(
            id,
            outlet,
            Imprint.of(Optional.of(outlet), Optional.empty()),
            List.of(),
            "en",
            words,
            List.of()));
    Span span = new Span(0, words.strip().length());
    String base = witnesses.isEmpty() ? words : articles.get(new ArticleId("a0")).text();
    Collation collation =
        Collation.of(base, List.of(new Span(0, base.strip().length())), words, List.of(span));
    witnesses.add(
        new Witness(
            id,
            span,
            List.of(span),
            true,
            new Speaker.Named("Ilse Torn"),
            List.of(),
            Act.SAY,
            witnesses.isEmpty() ? List.of() : collation.alterations()));
  }

  private Apparatus apparatus() {
    Statement statement = new Statement(witnesses.get(0).id(), 0, witnesses);
    List<LinkView> anchors =
        witnesses.stream()
            .map(w -> new LinkView(articles.get(w.article()).outlet().orElseThrow(), "#"))
            .toList();
    return Apparatus.of(statement, articles::get, anchors);
  }

  private List<String> shown() {
    return apparatus().rows().stream()
        .map(
            row ->
                row.names()
                    + " | "
                    + row.cells().stream().map(this::shown).collect(Collectors.joining(" | ")))
        .toList();
  }

  private String shown(Apparatus.Cell cell) {
    return (cell.grave() && cell.text().isEmpty() ? "!" : "")
        + switch (cell.reading()) {
          case SAME -> cell.text();
          case OTHER -> "[" + cell.text() + "]";
          case LEFT_OUT -> "left out";
          case NOT_REACHED -> "cut";
          case NOTHING -> "·";
        };
  }
}

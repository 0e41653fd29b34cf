package org.stemma.app.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.app.picture.Mark;
import org.stemma.app.picture.Svg;
import org.stemma.model.Act;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.LostSource;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;

class StemmaPictureTest {
  private static final String WORDS = "The dyke will not hold";

  private final Map<ArticleId, Article> articles = new LinkedHashMap<>();
  private final List<Witness> witnesses = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<LostSource> lost = new ArrayList<>();
  private final List<ArticleId> undecided = new ArrayList<>();

  @Test
  void eachOutletHasARowAndTimeRunsToTheRight() {
    article("wire", "Selm Wire", "2031-05-04T08:00");
    article("post", "Quay Post", "2031-05-04T10:00");
    article("echo", "Tarn Echo", "2031-05-06");
    edge("post", "wire", Evidence.Kind.CREDIT);
    edge("echo", "post", Evidence.Kind.CONTAINED);
    assertThat(names(true)).containsExactly("Selm Wire", "Quay Post", "Tarn Echo");
    List<Mark.Point> places = places(true);
    assertThat(places).isSortedAccordingTo(java.util.Comparator.comparing(Mark.Point::x));
    assertThat(places).extracting(Mark.Point::x).doesNotHaveDuplicates();
    assertThat(svg(true))
        .contains("4 May 2031", "6 May")
        .contains("names it as its source", "most of it stands there")
        .contains("Quay Post took it from Selm Wire")
        .contains("90 % likely");
  }

  @Test
  void aCopyOfTheSameDayStandsBehindItsSource() {
    article("a", "Quay Post", "2031-05-04");
    article("b", "Mole Herald", "2031-05-04");
    edge("a", "b", Evidence.Kind.FULLEST);
    assertThat(names(true)).containsExactly("Mole Herald", "Quay Post");
    assertThat(places(true).get(1).x()).isGreaterThan(places(true).get(0).x());
  }

  @Test
  void aDateThatSpeaksAgainstTheStepIsToldAndDrawnBehindItsSource() {
    article("wire", "Selm Wire", "2031-05-04T08:00");
    article("post", "Quay Post", "2031-05-01T08:00");
    edge("post", "wire", Evidence.Kind.CREDIT);
    assertThat(svg(true)).contains("1 May 2031, 08:00 · dated before its source");
    assertThat(places(true).get(1).x()).isGreaterThan(places(true).get(0).x());
  }

  @Test
  void aSourceThatIsNotInTheDeskIsAHollowMark() {
    article("post", "Quay Post", "2031-05-04");
    article("echo", "Tarn Echo", "2031-05-04");
    lost.add(new LostSource("Selm Wire", List.of(id("post"), id("echo"))));
    assertThat(names(true)).containsExactly("Selm Wire", "Tarn Echo", "Quay Post");
    assertThat(svg(true))
        .contains("not in this desk", "from an agency not in the desk")
        .contains("<circle class=\"fill-paper line-soft\"");
  }

  @Test
  void whatNobodyCanTellIsMarkedSo() {
    article("post", "Quay Post", "");
    article("echo", "Tarn Echo", "2031-05-04");
    undecided.addAll(List.of(id("post"), id("echo")));
    assertThat(svg(true)).contains("no date · undecided", ">?<", "4 May 2031 · undecided");
  }

  @Test
  void aSecondSourceHasALineToo() {
    article("post", "Quay Post", "2031-05-04");
    article("echo", "Tarn Echo", "2031-05-05");
    article("news", "Selm News", "2031-05-06");
    edge("news", "post", Evidence.Kind.EARLIER);
    edge("news", "echo", Evidence.Kind.EARLIER);
    assertThat(svg(true))
        .contains("Selm News took it from Quay Post", "Selm News took it from Tarn Echo");
  }

  @Test
  @Timeout(20)
  void threeHundredCopiesOfOneStoryAreAFewRowsAndAllCanBeShown() {
    article("wire", "Selm Wire", "2031-05-04T08:00");
    for (int i = 0; i < 300; i++) {
      article("n" + i, "Paper " + i, "2031-05-0" + (5 + i % 4));
      edge("n" + i, i % 50 == 0 || i < 10 ? "wire" : "n" + i / 50 * 50, Evidence.Kind.EARLIER);
    }
    negated("n77");
    StemmaPicture folded = picture(true);
    assertThat(names(true)).hasSizeLessThanOrEqualTo(40).contains("Selm Wire");
    assertThat(folded.hidden()).isGreaterThan(250);
    assertThat(folded.drawing().height()).isLessThan(2_400);
    assertThat(svg(true)).contains("articles alike", "href=\"/all\"");
    assertThat(names(true)).as("who changed the sense is never folded away").contains("Paper 77");
    assertThat(names(false)).hasSize(301);
    assertThat(picture(false).hidden()).isZero();
  }

  @Test
  @Timeout(20)
  void aLongChainAndAThousandStrangersAreDrawnSmall() {
    article("c0", "Paper 0", "2031-05-04");
    for (int i = 1; i < 1_000; i++) {
      article("c" + i, "Paper " + i, "2031-05-04");
      edge("c" + i, "c" + (i - 1), Evidence.Kind.EARLIER);
    }
    for (int i = 0; i < 1_000; i++) {
      article("s" + i, "Stranger " + i, "");
    }
    assertThat(names(true)).hasSizeLessThanOrEqualTo(41);
    negated("c999");
    assertThat(svg(true)).as("what changed the sense is told").contains("in some: “not” left out");
    assertThat(names(false)).hasSizeLessThanOrEqualTo(401);
  }

  @Test
  void hostileNamesStayWords() {
    article("a", "</svg><script>alert(1)</script>", "2031-05-04");
    article("b\"><script>", "\"><img src=x onerror=alert(1)>", "2031-05-05");
    edge("b\"><script>", "a", Evidence.Kind.CREDIT);
    assertThat(svg(true)).doesNotContain("<script", "<img");
  }

  private void article(String id, String outlet, String date) {
    List<FoundDate> dates =
        date.isEmpty() ? List.of() : List.of(new FoundDate(date, DateOrigin.GIVEN));
    articles.put(
        id(id),
        new Article(
            id(id),
            outlet,
            Imprint.of(Optional.of(outlet), Optional.empty()),
            dates,
            "en",
            WORDS + ".",
            List.of()));
    witnesses.add(witness(id, List.of()));
  }

  private void negated(String id) {
    Optional<Span> gone = Optional.of(new Span(14, 17));
    Alteration not = new Alteration(AlterationKind.NEGATED, gone, Optional.empty());
    witnesses.replaceAll(w -> w.article().equals(id(id)) ? witness(id, List.of(not)) : w);
  }

  private static Witness witness(String id, List<Alteration> alterations) {
    Span span = new Span(0, WORDS.length());
    return new Witness(
        id(id),
        span,
        List.of(span),
        true,
        new Speaker.Named("Ilse Torn"),
        List.of(),
        Act.SAY,
        alterations);
  }

  private void edge(String child, String parent, Evidence.Kind kind) {
    edges.add(new Edge(id(child), id(parent), 0.9, List.of(new Evidence(kind, ""))));
  }

  private static ArticleId id(String id) {
    return new ArticleId(id);
  }

  private StemmaPicture picture(boolean folded) {
    Statement statement = new Statement(witnesses.get(0).id(), 0, witnesses);
    Stemma stemma = new Stemma(List.copyOf(articles.keySet()), edges, lost, undecided);
    return new StemmaPicture(statement, stemma, articles::get, folded, "/all");
  }

  private String svg(boolean folded) {
    return Svg.inline(picture(folded).drawing(), "stemma");
  }

  /** What the rows are called, from above. */
  private List<String> names(boolean folded) {
    return rows(folded).stream()
        .map(row -> row.marks().stream().filter(Mark.Words.class::isInstance).toList())
        .map(words -> ((Mark.Words) words.get(0)).text())
        .map(name -> name.equals("?") ? "undecided" : name)
        .toList();
  }

  private List<Mark.Point> places(boolean folded) {
    return rows(folded).stream()
        .map(row -> row.marks().get(0))
        .map(dot -> ((Mark.Dot) dot).at())
        .toList();
  }

  private List<Mark.Linked> rows(boolean folded) {
    return picture(folded).drawing().marks().stream()
        .filter(Mark.Linked.class::isInstance)
        .map(Mark.Linked.class::cast)
        .toList();
  }
}

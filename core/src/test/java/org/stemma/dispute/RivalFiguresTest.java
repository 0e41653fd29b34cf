package org.stemma.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stemma.annotate.Annotator;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.Entities;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** Numbers told of one event, in invented stories that carry a common statement. */
class RivalFiguresTest {
  private static final Annotator ANNOTATOR = Annotator.load();
  private final List<Annotated> articles = new ArrayList<>();

  @Test
  void twoSpeakersWithTwoNumbersAreRivals() {
    told("2031-03-12", "The mine collapsed. The blast killed 17 miners, Dora Klint said.");
    told("2031-03-12", "The mine collapsed. At least 26 miners died, Henrik Osse said.");
    List<Dispute> found = disputes();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).lowest().orElseThrow()).isEqualByComparingTo("17");
    assertThat(found.get(0).highest().orElseThrow()).isEqualByComparingTo("26");
    assertThat(found.get(0).updates()).isEmpty();
  }

  @Test
  void aNewerNumberOfTheSameSourceIsAnUpdateAndNoRival() {
    told("2031-03-12", "The mine collapsed. The blast killed 23 miners, Henrik Osse said.");
    told("2031-03-13", "The mine collapsed. The blast killed 26 miners, Henrik Osse said.");
    assertThat(disputes()).isEmpty();
  }

  @Test
  void anUpdateIsNamedWhereAThirdNumberIsARival() {
    told("2031-03-12", "The mine collapsed. The blast killed 23 miners, Henrik Osse said.");
    told("2031-03-13", "The mine collapsed. The blast killed 26 miners, Henrik Osse said.");
    told("2031-03-13", "The mine collapsed. The blast killed 17 miners, Dora Klint said.");
    List<Dispute> found = disputes();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).accounts()).hasSize(3);
    assertThat(found.get(0).updates()).containsExactly(new Dispute.Update(0, 1));
  }

  @Test
  void numbersThatCanBothStandAreNoRivals() {
    told("2031-03-12", "The mine collapsed. At least 23 miners died, Dora Klint said.");
    told("2031-03-12", "The mine collapsed. The blast killed 26 miners, Henrik Osse said.");
    assertThat(disputes()).isEmpty();
  }

  @Test
  void otherThingsAreCountedApart() {
    told("2031-03-12", "The mine collapsed. The blast killed 17 miners, Dora Klint said.");
    told("2031-03-12", "The mine collapsed. The blast injured 26 miners, Henrik Osse said.");
    assertThat(disputes()).isEmpty();
  }

  @Test
  void whatHappenedInAnotherYearIsAnotherEvent() {
    told("2031-03-12", "The mine collapsed. On Tuesday 17 miners died, Dora Klint said.");
    told("2031-03-12", "The mine collapsed. In 2019 a total of 26 miners died, Henrik Osse said.");
    assertThat(disputes()).isEmpty();
  }

  @Test
  void articlesWithNothingInCommonTellOfTwoEvents() {
    told("2031-03-12", "The mine collapsed. The blast killed 17 miners, Dora Klint said.");
    told("2031-03-12", "The mine collapsed. The blast killed 26 miners, Henrik Osse said.");
    assertThat(new Disputes().among(articles, List.of(), Entities.NONE)).isEmpty();
  }

  private void told(String day, String text) {
    Article article =
        new Article(
            new ArticleId("a" + articles.size()),
            "https://outlet" + articles.size() + ".example/",
            Imprint.NONE,
            List.of(new FoundDate(day, DateOrigin.META)),
            "en",
            text,
            List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))));
    articles.add(ANNOTATOR.annotate(article));
  }

  /** All articles carry one statement: their first sentence. */
  private List<Dispute> disputes() {
    Span first = new Span(0, "The mine collapsed.".length());
    List<Witness> witnesses =
        IntStream.range(0, articles.size())
            .mapToObj(
                i ->
                    new Witness(
                        new ArticleId("a" + i),
                        first,
                        List.of(first),
                        false,
                        new Speaker.Unknown(),
                        List.of(),
                        Act.SAY,
                        List.of()))
            .toList();
    return new Disputes().among(articles, List.of(new Statement("s", 0, witnesses)), Entities.NONE);
  }
}

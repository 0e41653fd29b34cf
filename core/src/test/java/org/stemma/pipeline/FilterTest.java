package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Act;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Bearing;
import org.stemma.model.DateOrigin;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

class FilterTest {
  private static final String TEXT = "“The lamp is lit,” said Zoë Lund. “It is dark,” she said.";
  private static final Article DATED = article("a1", "The Lamp", "2031-05-04T23:30:00-05:00");
  private static final Entities ENTITIES =
      new Entities(
          List.of(
              new Entity(
                  "a1~zoë-lund",
                  "Zoë Lund",
                  NameKind.PERSON,
                  true,
                  List.of(new Bearing(DATED.id(), "Zoë Lund", List.of("Ms Lund", "Zoë Lund"))),
                  List.of())));

  @ParameterizedTest
  @CsvSource({
    "speaker=zoe lund, true",
    "speaker=Ms Lund, true",
    "speaker=a1~zoë-lund, true",
    "speaker=Zoë Lindt, false",
    "outlet=the lamp, true",
    "outlet=Lamp, false",
    "from=2031-05-04, true",
    "from=2031-05-05, false",
    "to=2031-05-04, true",
    "to=2031-05-03, false",
    "act=say, true",
    "act=DENY, false",
    "words=lit LAMP, true",
    "words=dark, false",
    "words=lamp&outlet=The Lamp&act=say, true",
    "words=lamp&outlet=The Lamp&act=deny, false",
    "words=, true",
  })
  void whatIsGivenMustAllHold(String query, boolean admitted) {
    assertThat(
            filter(query)
                .admits(
                    DATED,
                    new Speaker.Named("Zoë Lund"),
                    Optional.of(Act.SAY),
                    List.of(new Span(1, 17)),
                    ENTITIES))
        .isEqualTo(admitted);
  }

  @Test
  void anUndatedArticleIsOnNoDay() {
    Article undated =
        new Article(new ArticleId("a2"), "two.html", Imprint.NONE, List.of(), "en", "", List.of());
    assertThat(filter("from=0001-01-01").admits(undated)).isFalse();
    assertThat(Filter.ALL.admits(undated)).isTrue();
  }

  @Test
  void aStatementNeedsOneWitnessOfWhichAllHolds() {
    Article other = article("a2", "The Wick", "2031-05-06");
    Statement statement =
        new Statement(
            "a1-1", 0, List.of(witness(DATED.id(), Act.SAY), witness(other.id(), Act.DENY)));
    Map<ArticleId, Article> articles = Map.of(DATED.id(), DATED, other.id(), other);
    assertThat(filter("outlet=The Wick&act=deny").admits(statement, articles::get, ENTITIES))
        .isTrue();
    assertThat(filter("outlet=The Wick&act=say").admits(statement, articles::get, ENTITIES))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=tomorrow", "to=2031-13-01", "act=sing", "from=2031-05-04&to=2031-05-03"})
  void whatMakesNoSenseIsToldInOneSentence(String query) {
    assertThatThrownBy(() -> filter(query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }

  @Test
  void aFilterIsReadAsItIsTold() {
    Filter filter = filter("speaker=Zoë&outlet=The Lamp&from=2031-01-01&to=2031-12-31&act=deny");
    assertThat(Filter.of(name -> Optional.ofNullable(filter.named().get(name)))).isEqualTo(filter);
    assertThat(filter.named()).containsOnlyKeys("speaker", "outlet", "from", "to", "act");
  }

  private static Filter filter(String query) {
    Map<String, String> given = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      given.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return Filter.of(name -> Optional.ofNullable(given.get(name)));
  }

  private static Witness witness(ArticleId id, Act act) {
    return new Witness(
        id,
        new Span(1, 17),
        List.of(new Span(1, 17)),
        true,
        new Speaker.Named("Zoë Lund"),
        List.of(),
        act,
        List.of());
  }

  private static Article article(String id, String outlet, String date) {
    return new Article(
        new ArticleId(id),
        "https://lamp.example/" + id,
        Imprint.of(Optional.of(outlet), Optional.empty()),
        List.of(new FoundDate(date, DateOrigin.JSON_LD)),
        "en",
        TEXT,
        List.of());
  }
}

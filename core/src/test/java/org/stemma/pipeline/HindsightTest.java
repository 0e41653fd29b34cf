package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Dating;
import org.stemma.model.Extent;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Outcome;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;
import org.stemma.read.Pages;
import org.stemma.read.Reading;

/** What pages that come later tell of those that came before, in whatever order. */
class HindsightTest {
  private static final String FOOT =
      "The Osterby Lamp said that it needs the gifts of its readers this winter.";

  private static final String LINES =
      """
      {"id":"bridge","outlet":"The Osterby Lamp","address":"https://lamp.example/bridge","text":"The bridge of Osterby opened on Monday after nine years of work on its piers.\\n\\nAda Lund said it would carry trams from the autumn on.\\n\\n%1$s"}
      {"id":"bakers","outlet":"The Osterby Lamp","address":"https://lamp.example/bakers","text":"Two bakers of the Quay Lane market have given up their stalls this spring.\\n\\nTomas Reed said he would stay as long as anybody buys rye.\\n\\n%1$s"}
      {"id":"storm","outlet":"The Osterby Lamp","address":"https://lamp.example/storm?id=3","text":"A storm tore the roofs off eleven houses in the upper town during the night.\\n\\nNobody was hurt, the fire brigade said, though a cat is missing.\\n\\n%1$s"}
      {"id":"entry1","extent":"summary","outlet":"Lamp news","address":"http://www.lamp.example/bridge/?utm_source=feed#top","dates":[{"value":"2031-05-04","origin":"feed"}],"text":"The bridge opened, Ada Lund said."}
      {"id":"entry2","extent":"summary","outlet":"Lamp news","address":"https://lamp.example/fair","dates":[{"value":"2031-05-06","origin":"feed"}],"text":"“The winter fair of Osterby will be moved to the old mill,” mayor Ines Holt said on Tuesday. It had been held on the quay for ninety years."}
      """
          .formatted(FOOT);

  private static List<Reading> pages(long seed) {
    List<Reading> pages = new ArrayList<>();
    Pages.of("lines.jsonl", new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(pages::add);
    assertThat(pages).hasSize(5);
    Collections.shuffle(pages, new Random(seed));
    return pages;
  }

  private static Desk desk(long seed) {
    Desk desk = Desk.inMemory();
    for (Reading page : pages(seed)) {
      desk.add(List.of(page).iterator(), Progress.NONE);
    }
    return desk;
  }

  private static Article article(Desk desk, String id) {
    return desk.article(new ArticleId(id)).orElseThrow().article();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatRecursOnAnOutletsPagesSaysNothing(long seed) {
    try (Desk desk = desk(seed)) {
      for (String id : List.of("bridge", "bakers", "storm")) {
        Article article = article(desk, id);
        assertThat(article.roleAt(article.text().indexOf(FOOT))).isEqualTo(ZoneRole.BOILERPLATE);
      }
      assertThat(desk.trace("needs the gifts of its readers this winter")).isEmpty();
      assertThat(desk.trace("carry trams from the autumn on")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anEntryOfAFeedGivesItsDateToThePageAndStepsAside(long seed) {
    try (Desk desk = desk(seed)) {
      assertThat(desk.articles()).extracting(a -> a.id().value()).doesNotContain("entry1");
      Dating dating = article(desk, "bridge").dating();
      assertThat(dating.chosen().orElseThrow().value()).isEqualTo("2031-05-04");
      assertThat(dating.reason()).isEqualTo(Dating.Reason.ONLY_ONE);
      assertThat(desk.search("bridge opened", 9))
          .extracting(ArticleId::value)
          .containsOnly("bridge");
      assertThat(desk.overview().articles()).isEqualTo(4);
    }
  }

  @Test
  void anEntryWithoutItsPageIsListedAsThat() {
    try (Desk desk = desk(1)) {
      assertThat(desk.outcomes())
          .extracting(o -> o.kind() + " " + o.address().orElse(""))
          .containsExactly(Outcome.Kind.SUMMARY + " https://lamp.example/fair");
      assertThat(desk.trace("fair of Osterby will be moved to the old mill")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void inAStreamAnEntryWaitsForItsPage(long seed) {
    List<Reading> pages = pages(seed);
    List<String> articles = new ArrayList<>();
    ReadingReport.Tally tally = new ReadingReport.Tally();
    Extraction.articlesOnly()
        .run(pages.iterator(), a -> articles.add(a.article().id().value()), tally::add);
    assertThat(articles)
        .containsExactlyInAnyOrder("bridge", "bakers", "storm", "entry2")
        .endsWith("entry2");
    assertThat(tally.report().count(Outcome.Kind.NO_PAGE)).isEqualTo(1);
  }

  @Test
  void inAStreamAPageGetsTheDateOfTheEntryBeforeIt() {
    List<Reading> pages = pages(1);
    Collections.reverse(pages);
    pages.sort(Comparator.comparing(p -> ((Reading.Found) p).page().extent() == Extent.WHOLE));
    List<Article> articles = new ArrayList<>();
    Extraction.articlesOnly().run(pages.iterator(), a -> articles.add(a.article()), o -> {});
    assertThat(articles)
        .filteredOn(a -> a.id().value().equals("bridge"))
        .singleElement()
        .satisfies(a -> assertThat(a.published().orElseThrow().value()).isEqualTo("2031-05-04"));
  }

  @Test
  void whatTurnsOutToBeFurnitureNamesNobody() {
    List<Annotated> articles = new ArrayList<>();
    Extraction.articlesOnly()
        .run(
            pages(1).iterator(),
            a -> articles.add(named(a.article(), "Osterby Lamp", "Ada Lund", "Tomas Reed")),
            o -> {});
    Hindsight hindsight = new Hindsight(articles, Corrections.NONE);
    List<String> names = new ArrayList<>();
    for (Annotated one : articles) {
      String text = one.article().text();
      hindsight.seen(one).names().forEach(name -> names.add(name.span().in(text)));
    }
    assertThat(articles).filteredOn(a -> a.names().isEmpty()).hasSize(1);
    assertThat(names).containsExactlyInAnyOrder("Ada Lund", "Tomas Reed");
  }

  @Test
  void inAStreamAPageKeepsItsNamesBesideTheDateOfItsEntry() {
    List<Annotated> joined = new ArrayList<>();
    FeedEntries entries = new FeedEntries(e -> e.annotated().ifPresent(joined::add));
    Extraction rooms = Extraction.articlesOnly();
    List<Extraction.Extracted> extracted =
        new ArrayList<>(pages(1).stream().map(rooms::extract).toList());
    extracted.sort(Comparator.comparing(e -> article(e).extent() == Extent.WHOLE));
    for (Extraction.Extracted one : extracted) {
      Annotated annotated = named(article(one), "Ada Lund");
      entries.take(new Extraction.Extracted(one.outcome(), Optional.of(annotated)));
    }
    assertThat(joined)
        .filteredOn(a -> a.article().id().value().equals("bridge"))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.article().dates()).isNotEmpty();
              assertThat(a.names()).hasSize(1);
            });
  }

  private static Article article(Extraction.Extracted extracted) {
    return extracted.annotated().orElseThrow().article();
  }

  /** The article with those of some names that stand in it, in the order of the text. */
  private static Annotated named(Article article, String... names) {
    List<Name> found = new ArrayList<>();
    for (String name : names) {
      int start = article.text().indexOf(name);
      if (start >= 0) {
        found.add(new Name(new Span(start, start + name.length()), NameKind.OTHER));
      }
    }
    found.sort(Comparator.comparing(Name::span));
    return new Annotated(article, List.of(), found);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.lamp.example/a/, http://lamp.example/a",
    "https://LAMP.example/a#top, https://lamp.example/a",
    "https://lamp.example/a?utm_source=x&id=3, https://lamp.example/a?id=3",
    "https://lamp.example/a?id=3&fbclid=x, https://lamp.example/a?id=3",
    "https://lamp.example/a?utm_medium=x, https://lamp.example/a"
  })
  void addressesOfOnePage(String one, String other) {
    assertThat(Addresses.plain(one)).isEqualTo(Addresses.plain(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://lamp.example/a?id=3, https://lamp.example/a?id=4",
    "https://lamp.example/A, https://lamp.example/a",
    "lamp.example/a, lamp.example/a/"
  })
  void addressesOfTwoPages(String one, String other) {
    assertThat(Addresses.plain(one)).isNotEqualTo(Addresses.plain(other));
  }
}

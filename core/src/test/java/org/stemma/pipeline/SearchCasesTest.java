package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.read.Pages;
import org.stemma.search.Facet;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Found.Order;
import org.stemma.search.Place;
import org.stemma.search.Query;

/** Queries to a desk: {@code cases/search/queries.txt}. */
class SearchCasesTest {
  private static final Path CASES = Path.of("src/test/cases/search/queries.txt");
  private static final String LEADS_TO = "->";

  private static Desk desk;

  @BeforeAll
  static void read() throws IOException {
    StringBuilder pages = new StringBuilder();
    for (String line : lines()) {
      String[] parts = line.split("\\|", -1);
      if (!line.contains(LEADS_TO) && parts.length == 3) {
        Map<String, String> article = new LinkedHashMap<>();
        article.put("id", "a" + pages.length());
        article.put("outlet", parts[0].strip());
        if (!parts[1].isBlank()) {
          article.put("date", parts[1].strip());
        }
        article.put("text", parts[2].strip());
        pages.append(new ObjectMapper().writeValueAsString(article)).append('\n');
      }
    }
    desk = Desk.inMemory();
    byte[] bytes = pages.toString().getBytes(StandardCharsets.UTF_8);
    desk.add(Pages.open(List.of("-"), new ByteArrayInputStream(bytes)), Progress.NONE);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(CASES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  static List<String> queries() throws IOException {
    return lines().stream().filter(line -> line.contains(LEADS_TO)).toList();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryFindsWhatTheCaseSays(String line) {
    String[] parts = line.split(LEADS_TO, 2);
    Found found = find(parts[0].strip());
    List<Found.Hit> hits = found.statements(Order.OUTLETS, 0, 99);
    assertThat(new TreeSet<>(hits.stream().map(SearchCasesTest::outlets).toList()))
        .as(line)
        .isEqualTo(new TreeSet<>(expected(parts[1])));
    assertThat(hits).as(line).hasSize(expected(parts[1]).size()).hasSize(found.statements());
    assertThat(found.witnesses())
        .as(line)
        .isEqualTo(hits.stream().mapToInt(hit -> hit.witnesses().size()).sum());
  }

  private static List<String> expected(String written) {
    List<String> groups = new ArrayList<>();
    for (String group : written.split("[()]")) {
      if (!group.isBlank()) {
        groups.add(group.strip());
      }
    }
    return groups;
  }

  private static Found find(String query) {
    return desk.find(Query.parse(query));
  }

  private static String outlets(Found.Hit hit) {
    return hit.witnesses().stream()
        .map(witness -> desk.article(witness.article()).orElseThrow().article())
        .map(article -> article.outlet().orElseThrow())
        .collect(Collectors.joining(", "));
  }

  @Test
  void whatIsFoundStandsInItsSentenceWithTheWordsMarked() {
    Query query = Query.parse("\"northern dyke\" sell");
    Found.Hit hit = desk.find(query).statements(Order.OLDEST, 0, 1).get(0);
    Article article = desk.article(hit.witnesses().get(0).article()).orElseThrow().article();
    Place place = Place.of(article.text(), hit.witnesses().get(0).span(), query.sought());
    assertThat(place.sentences().in(article.text()))
        .isEqualTo("“We will not sell the northern dyke to anyone,” said Karim Hadun.");
    assertThat(place.words())
        .extracting(word -> word.in(article.text()))
        .containsExactly("sell", "northern", "dyke");
  }

  @Test
  void whatHasNoStopIsCutAndNoCharacterIsSplit() {
    String text = "“" + "\ud83d\udea2".repeat(50_000) + " ferry";
    Query query = Query.parse("ferry");
    Place inside = Place.of(text, new Span(50_000, 50_010), query.sought());
    assertThat(inside.sentences().length()).isBetween(4_000, 4_002);
    assertThat(inside.sentences().in(text)).doesNotMatch("(?s)^\\udea2.*|.*\\ud83d$");
    Place end = Place.of(text, new Span(text.length() - 5, text.length()), query.sought());
    assertThat(end.words()).extracting(word -> word.in(text)).containsExactly("ferry");
  }

  @Test
  void articlesThatHoldTheWordsWhereNobodySpeaksAreFoundBeside() {
    assertThat(find("ferry late").elsewhere(0, 9))
        .singleElement()
        .satisfies(
            beside -> {
              String text = desk.article(beside.article()).orElseThrow().article().text();
              assertThat(beside.sentence().in(text)).isEqualTo("The ferry was late.");
            });
    assertThat(find("ferry outlet:quay").elsewhere()).isZero();
    assertThat(find("-ferry").elsewhere()).isZero();
    assertThat(find("ferry date:2031-05-05").elsewhere()).isEqualTo(1);
  }

  @Test
  void eachFacetLeadsToAsManyStatementsAsItSays() {
    for (String query : List.of("", "dyke", "harbour OR asked", "speaker:olm")) {
      Found found = find(query);
      for (Facet facet : found.facets()) {
        for (Facet.Value value : facet.values()) {
          assertThat(desk.find(Query.parse(query).with(value.clause())).statements())
              .as(query + " " + value.clause())
              .isEqualTo(value.statements());
        }
      }
      assertThat(found.facets()).as(query).isNotEmpty();
    }
    assertThat(find("dyke").facets())
        .filteredOn(facet -> facet.field() == Field.DATE)
        .flatExtracting(Facet::values)
        .extracting(value -> value.clause().value())
        .containsExactly("2031-05", "2031-06");
  }

  @Test
  void statementsComeByDayOrByOutletsAndAPageAtATime() {
    Found found = find("");
    List<Found.Hit> oldest = found.statements(Order.OLDEST, 0, 99);
    assertThat(outlets(oldest.get(0))).startsWith("Quay Post");
    assertThat(outlets(oldest.get(oldest.size() - 1))).isEqualTo("Mole Herald");
    List<Found.Hit> newest = found.statements(Order.NEWEST, 0, 99);
    assertThat(outlets(newest.get(0))).isEqualTo("Tarn Gazette");
    assertThat(outlets(newest.get(newest.size() - 1))).isEqualTo("Mole Herald");
    assertThat(outlets(found.statements(Order.OUTLETS, 0, 1).get(0))).contains("Mole Herald");
    assertThat(found.statements(Order.OLDEST, 1, 2)).isEqualTo(oldest.subList(1, 3));
  }

  @Test
  void daysTellWhatIsNewAndWhatIsCarried() {
    assertThat(find("northern dyke").days())
        .extracting(day -> day.date() + " " + day.first() + " " + day.carried())
        .containsExactly("2031-05-04 1 1", "2031-05-05 0 1", "2031-06-01 0 1");
  }
}

package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** See {@code cases/clean/outlets/README.md}. */
class OutletFurnitureTest {
  private static final Path CASES = Path.of("src/test/cases/clean/outlets/recurring.txt");

  /** Pages that are held together, and the role of each of their lines. */
  record Case(String title, List<Article> pages, List<List<String>> roles) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() throws IOException {
    return Stream.of(Files.readString(CASES).split("(?m)^# "))
        .filter(part -> !part.isBlank())
        .map(OutletFurnitureTest::read);
  }

  private static Case read(String part) {
    String[] pages = part.split("(?m)^== ?");
    List<Article> articles = new ArrayList<>();
    List<List<String>> roles = new ArrayList<>();
    for (int i = 1; i < pages.length; i++) {
      String[] lines = pages[i].strip().split("\n");
      String[] head = lines[0].split("\\|", -1);
      List<String> text = new ArrayList<>();
      List<String> wanted = new ArrayList<>();
      for (int k = 1; k < lines.length; k++) {
        String[] line = lines[k].split("\\| ", 2);
        wanted.add(line[0]);
        text.add(line[1]);
      }
      Optional<String> day = head.length < 2 ? Optional.empty() : Optional.of(head[1].strip());
      articles.add(page("p" + i, head[0].strip(), day, text));
      roles.add(wanted);
    }
    return new Case(pages[0].strip(), articles, roles);
  }

  private static Article page(String id, String outlet, Optional<String> day, List<String> lines) {
    StringBuilder text = new StringBuilder();
    List<Zone> zones = new ArrayList<>();
    for (String line : lines) {
      int start = text.length();
      text.append(line);
      zones.add(new Zone(ZoneRole.BODY, new Span(start, text.length())));
      text.append("\n\n");
    }
    return new Article(
        new ArticleId(id),
        id,
        Imprint.of(Optional.of(outlet).filter(name -> !name.isEmpty()), Optional.empty()),
        day.map(d -> List.of(new FoundDate(d, DateOrigin.GIVEN))).orElse(List.of()),
        "en",
        text.toString(),
        zones);
  }

  private static List<String> roles(Article article) {
    return article.zones().stream().map(z -> z.role().name().toLowerCase(Locale.ROOT)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyLineGetsItsRole(Case pages) {
    OutletFurniture furniture = OutletFurniture.learn(pages.pages());
    for (int i = 0; i < pages.pages().size(); i++) {
      assertThat(roles(furniture.applied(pages.pages().get(i)))).isEqualTo(pages.roles().get(i));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOrderOfThePagesDoesNotMatter(Case pages) {
    List<Article> shuffled = new ArrayList<>(pages.pages());
    Collections.shuffle(shuffled, new Random(7));
    OutletFurniture one = OutletFurniture.learn(pages.pages());
    OutletFurniture other = OutletFurniture.learn(shuffled);
    assertThat(pages.pages())
        .allSatisfy(page -> assertThat(other.applied(page)).isEqualTo(one.applied(page)));
  }

  @Test
  @Timeout(10)
  void eightHundredPagesWithEightHundredStandingLinesAreLearnedInTime() {
    List<String> standing =
        IntStream.range(0, 800).mapToObj(i -> "Standing line number " + i + ".").toList();
    List<Article> pages =
        IntStream.range(0, 800)
            .mapToObj(i -> page("p" + i, "Fen Courier", Optional.empty(), standing))
            .toList();
    OutletFurniture furniture = OutletFurniture.learn(pages);
    assertThat(furniture.applied(pages.get(0))).isEqualTo(pages.get(0));
  }

  @Test
  @Timeout(10)
  void tenThousandPagesWithOneFootAreLearnedInTime() {
    List<Article> pages =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    page(
                        "p" + i,
                        "Fen Courier",
                        Optional.empty(),
                        List.of(
                            "Story number " + i + " of the low country, told at some length.",
                            "Our newsroom is a member of the Fen Press Guild.")))
            .toList();
    OutletFurniture furniture = OutletFurniture.learn(pages);
    assertThat(roles(furniture.applied(pages.get(0)))).containsExactly("body", "boilerplate");
  }
}

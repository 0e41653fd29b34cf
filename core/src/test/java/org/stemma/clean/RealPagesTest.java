package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stemma.model.Article;
import org.stemma.model.Page;
import org.stemma.model.Zone;

/**
 * Pages of real outlets, which belong to their publishers and lie beside the project, not in it.
 * Where they are absent, these tests skip.
 */
class RealPagesTest {
  private static final Path SHARED =
      Path.of(System.getProperty("stemma.root", "..")).toAbsolutePath().resolveSibling("shared");

  private final Cleaner cleaner = new Cleaner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          000 | BOILERPLATE CAPTION HEADLINE CAPTION BOILERPLATE BODY*6 RELATED*4 TAGS COMMENT*51
          001 | HEADLINE BYLINE BODY*17
          002 | BOILERPLATE HEADLINE BODY*5
          003 | BOILERPLATE HEADLINE CAPTION*2 BODY*14 CREDIT PROMOTION*3 RELATED*2
          004 | HEADLINE DATELINE BODY*21
          """)
  void eachParagraphOfTheFivePagesGetsItsRole(String number, String roles)
      throws IOException, NotAnArticle {
    Path folder = present(SHARED.resolve("seeds"));
    try (var files = Files.newDirectoryStream(folder, number + "_*.txt")) {
      for (Path file : files) {
        String text = Files.readString(file);
        assertThat(runs(cleaner.clean(new Page("page", "page", new Page.PlainText(text)))))
            .isEqualTo(roles);
      }
    }
  }

  /** What a person marked as something that somebody said is never taken for furniture. */
  @Test
  void noAttributionIsLostAsFurniture() throws IOException, NotAnArticle {
    Path file = present(SHARED.resolve("data/polnear/dev.jsonl"));
    int contents = 0;
    int lost = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode marked = new ObjectMapper().readTree(line);
      Article article = cleaner.clean(withoutTitle(marked));
      for (JsonNode attribution : marked.path("attributions")) {
        for (JsonNode part : attribution.path("content")) {
          contents++;
          lost += article.roleAt(part.get(0).asInt()).isArticle() ? 0 : 1;
        }
      }
    }
    assertThat(contents).isGreaterThan(2000);
    assertThat((double) lost / contents).isLessThan(0.005);
  }

  private static Page withoutTitle(JsonNode marked) {
    return new Page(
        "page",
        marked.path("id").asText(),
        new Page.Given(
            Optional.empty(),
            marked.path("text").asText(),
            Optional.of("en"),
            List.of(),
            List.of()));
  }

  private static Path present(Path path) {
    assumeTrue(Files.exists(path), "skipped: " + path + " is not there");
    return path;
  }

  private static String runs(Article article) {
    StringBuilder runs = new StringBuilder();
    List<Zone> zones = article.zones();
    for (int i = 0; i < zones.size(); ) {
      int end = i;
      while (end < zones.size() && zones.get(end).role() == zones.get(i).role()) {
        end++;
      }
      runs.append(i == 0 ? "" : " ").append(zones.get(i).role());
      runs.append(end - i > 1 ? "*" + (end - i) : "");
      i = end;
    }
    return runs.toString();
  }
}

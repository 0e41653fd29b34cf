package org.stemma.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Alteration;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.model.ZoneRole;

class LinkerTest {
  private static final Path CASES = Path.of("src/test/cases/link");
  private static final Pattern HEAD =
      Pattern.compile("\\[(.+?) (\\d{4}-\\d\\d-\\d\\d)( comment)?]\\n");

  @TestFactory
  Stream<DynamicTest> families() throws IOException {
    return cases("families.txt").map(c -> dynamicTest(title(c), () -> checkFamilies(c)));
  }

  @TestFactory
  Stream<DynamicTest> reuse() throws IOException {
    return cases("reuse.txt").map(c -> dynamicTest(title(c), () -> checkReuse(c)));
  }

  private static Stream<String> cases(String file) throws IOException {
    return Stream.of(Files.readString(CASES.resolve(file)).split("(?m)^# "))
        .filter(block -> !block.isBlank());
  }

  private static String title(String block) {
    return block.lines().findFirst().orElse("");
  }

  private static List<String> expectations(String block) {
    List<String> lines =
        block.lines().filter(l -> l.startsWith("-> ")).map(l -> l.substring(3)).toList();
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private static List<Annotated> articles(String block) {
    List<Annotated> articles = new ArrayList<>();
    String texts = block.substring(0, block.indexOf("\n->") + 1);
    Matcher head = HEAD.matcher(texts);
    int textStart = -1;
    String outlet = "";
    String date = "";
    ZoneRole role = ZoneRole.BODY;
    while (true) {
      boolean more = head.find();
      if (textStart >= 0) {
        String text = texts.substring(textStart, more ? head.start() : texts.length()).strip();
        String id = outlet.replace(' ', '-') + "-" + date;
        articles.add(Told.article(id, outlet, Optional.of(date), text, role));
      }
      if (!more) {
        return articles;
      }
      outlet = head.group(1);
      date = head.group(2);
      role = head.group(3) == null ? ZoneRole.BODY : ZoneRole.COMMENT;
      textStart = head.end();
    }
  }

  private static void checkFamilies(String block) {
    TestDesk desk = TestDesk.of(articles(block));
    List<Statement> statements = desk.statements();
    for (String line : expectations(block)) {
      if (line.startsWith("together ") || line.startsWith("apart ")) {
        String[] outlets = line.substring(line.indexOf(' ') + 1).split(", ");
        boolean together =
            statements.stream().anyMatch(s -> has(desk, s, outlets[0]) && has(desk, s, outlets[1]));
        assertThat(together).as(line + " in " + statements).isEqualTo(line.startsWith("together"));
      } else if (line.startsWith("witnesses ")) {
        int most = statements.stream().mapToInt(s -> s.witnesses().size()).max().orElse(0);
        assertThat("witnesses " + most).isEqualTo(line);
      } else if (line.startsWith("base ")) {
        assertThat(statements)
            .filteredOn(s -> s.witnesses().size() > 1)
            .anyMatch(s -> outlet(desk, s.baseWitness()).equals(line.substring(5)));
      } else if (line.startsWith("not ")) {
        assertThat(alterations(desk, statements))
            .noneMatch(found -> found.startsWith(line.substring(4)));
      } else if (line.startsWith("one witness ")) {
        assertThat(statements.stream().flatMap(s -> s.witnesses().stream()))
            .filteredOn(w -> outlet(desk, w).equals(line.substring(12)))
            .hasSize(1);
      } else {
        assertThat(alterations(desk, statements)).anyMatch(found -> found.startsWith(line));
      }
    }
  }

  private static boolean has(TestDesk desk, Statement statement, String outlet) {
    return statement.witnesses().stream().anyMatch(w -> outlet(desk, w).equals(outlet));
  }

  private static String outlet(TestDesk desk, Witness witness) {
    return desk.article(witness.article()).article().outlet().orElseThrow();
  }

  private static List<String> alterations(TestDesk desk, List<Statement> statements) {
    List<String> found = new ArrayList<>();
    for (Statement statement : statements) {
      Witness base = statement.baseWitness();
      for (Witness witness : statement.witnesses()) {
        for (Alteration alteration : witness.alterations()) {
          found.add(
              outlet(desk, witness)
                  + " "
                  + alteration.kind()
                  + " \""
                  + words(desk, base.article(), alteration.inBase())
                  + "\" / \""
                  + words(desk, witness.article(), alteration.inWitness())
                  + "\"");
        }
      }
    }
    return found;
  }

  private static String words(TestDesk desk, ArticleId article, Optional<Span> span) {
    return span.map(s -> s.in(desk.article(article).article().text())).orElse("");
  }

  private static void checkReuse(String block) {
    TestDesk desk = TestDesk.of(articles(block));
    List<String> found = new ArrayList<>();
    for (Reuse reuse : desk.reuse()) {
      boolean aFirst =
          desk.article(reuse.a())
                  .article()
                  .published()
                  .orElseThrow()
                  .value()
                  .compareTo(desk.article(reuse.b()).article().published().orElseThrow().value())
              < 0;
      Span span = aFirst ? reuse.aSpan() : reuse.bSpan();
      String text = desk.article(aFirst ? reuse.a() : reuse.b()).article().text();
      found.add("\"" + span.in(text) + "\"");
    }
    assertThat(found.isEmpty() ? List.of("nothing") : found).isEqualTo(expectations(block));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7})
  void theRecordIsTheSameInWhateverOrderArticlesCome(long seed) {
    Random random = new Random(seed);
    List<Annotated> articles = RandomStories.of(random, 45);
    TestDesk first = TestDesk.of(articles);
    assertThat(first.reuse()).isNotEmpty();
    assertThat(first.statements()).anyMatch(s -> s.witnesses().size() > 2);
    for (int round = 0; round < 2; round++) {
      Collections.shuffle(articles, random);
      TestDesk again = TestDesk.of(articles);
      // Not isEqualTo: the difference of two records would fill a megabyte.
      assertThat(again.reuse().equals(first.reuse())).isTrue();
      assertThat(again.statements().equals(first.statements())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void everyAttributionIsAWitness_andEveryIdIsUsedOnce(long seed) {
    List<Annotated> articles = RandomStories.of(new Random(seed), 40);
    List<Statement> statements = TestDesk.of(articles).statements();
    List<String> ids =
        statements.stream().flatMap(s -> s.witnesses().stream()).map(Witness::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Statement statement : statements) {
      assertThat(statement.witnesses()).extracting(Witness::id).contains(statement.id());
      assertThat(statement.baseWitness().alterations()).isEmpty();
    }
    for (Annotated article : articles) {
      article
          .attributions()
          .forEach(
              attribution ->
                  assertThat(statements)
                      .anyMatch(
                          s ->
                              s.witnesses().stream()
                                  .anyMatch(
                                      w ->
                                          w.article().equals(article.article().id())
                                              && w.span().overlaps(attribution.extent()))));
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aMegabyteOfOneWord_isLinkedInLinearTime() {
    String fog = "fog ".repeat(250_000);
    TestDesk desk =
        TestDesk.of(
            List.of(
                Told.article("a", "Quay Post", Optional.empty(), fog + "one"),
                Told.article("b", "Mole Herald", Optional.empty(), "two " + fog)));
    assertThat(desk.reuse()).isNotEmpty();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void twentyThousandEqualParagraphs_areLinkedInLinearTime() {
    String lines = "The ferry left the quay at noon with salt.\n\n".repeat(20_000);
    TestDesk desk =
        TestDesk.of(
            List.of(
                Told.article("a", "Quay Post", Optional.empty(), lines),
                Told.article("b", "Mole Herald", Optional.empty(), lines)));
    assertThat(desk.matches()).hasSizeLessThan(10_000);
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aHundredThousandOpenQuotationMarks_areLinkedInLinearTime() {
    String open = "“The ferry left the quay at noon with salt and tar.\n".repeat(5_000);
    TestDesk desk =
        TestDesk.of(
            List.of(
                Told.article("a", "Quay Post", Optional.empty(), "“".repeat(100_000) + " fog"),
                Told.article("b", "Mole Herald", Optional.empty(), open),
                Told.article("c", "Tarn Echo", Optional.empty(), open)));
    assertThat(desk.statements()).isNotEmpty();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aLongQuotationThatThousandsOfShortOnesRepeat_isReadInLinearTime() {
    StringBuilder all = new StringBuilder();
    StringBuilder shorts = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      all.append("harbour").append(i).append(' ');
      if (i % 5 == 0) {
        shorts.append("\n\n“");
        for (int k = i; k < i + 5; k++) {
          shorts.append("harbour").append(k).append(' ');
        }
        shorts.append("”");
      }
    }
    String text = "“" + all + "”" + shorts;
    TestDesk desk = TestDesk.of(List.of(Told.article("a", "Quay Post", Optional.empty(), text)));
    assertThat(desk.statements()).hasSizeGreaterThan(1_000);
  }
}

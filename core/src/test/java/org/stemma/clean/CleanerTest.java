package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Comment;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Page;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

class CleanerTest {
  /** So many first words of a comment stand in a case. */
  private static final int WORDS_OF_COMMENT = 4;

  private final Cleaner cleaner = new Cleaner();

  static Stream<ZoneCase> cases() {
    return ZoneCase.all().filter(c -> c.refusal().isEmpty());
  }

  static Stream<ZoneCase> refused() {
    return ZoneCase.all().filter(c -> c.refusal().isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aPageThatHoldsNoArticleIsRefusedWithOneReason(ZoneCase page) {
    assertThatThrownBy(() -> cleaner.clean(plain(page.text())))
        .isInstanceOf(NotAnArticle.class)
        .hasMessage(page.refusal().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyLineOfThePageGetsItsRole(ZoneCase page) throws NotAnArticle {
    Article article = cleaner.clean(plain(page.text()));
    assertThat(rolesOf(page.lines(), article)).isEqualTo(expected(page));
    assertThat(article.text()).isEqualTo(page.text());
    assertThat(page.findings()).allSatisfy(finding -> assertFound(finding, article));
    assertThat(comments(article)).isEqualTo(told(page));
    String extent = article.extent().name().toLowerCase(Locale.ROOT);
    assertThat(page.findings().contains("extent: " + extent)).isEqualTo(!extent.equals("whole"));
  }

  private static List<String> expected(ZoneCase page) {
    return page.lines().stream().map(z -> z.role() + ": " + z.span().in(page.text())).toList();
  }

  private static List<String> rolesOf(List<Zone> lines, Article article) {
    List<String> roles = new ArrayList<>();
    for (Zone line : lines) {
      List<ZoneRole> found =
          article.zones().stream()
              .filter(z -> z.span().overlaps(line.span()))
              .map(Zone::role)
              .distinct()
              .toList();
      String role = found.size() == 1 ? found.get(0).toString() : found.toString();
      roles.add(role + ": " + line.span().in(article.text()));
    }
    return roles;
  }

  /** The comments that a case tells, none where it tells of none. */
  private static List<String> told(ZoneCase page) {
    return page.findings().stream()
        .filter(f -> f.startsWith("comment: "))
        .map(f -> f.substring("comment: ".length()))
        .toList();
  }

  private static List<String> comments(Article article) {
    return article.comments().stream().map(c -> line(c, article.text())).toList();
  }

  /** Writer, whom he answers, time, first words: as many as the cases give. */
  private static String line(Comment comment, String text) {
    String[] words = comment.span().in(text).split("\\s+", WORDS_OF_COMMENT + 1);
    return String.join(
        " | ",
        comment.writer().orElse(""),
        comment.replyTo().orElse(""),
        comment.time().orElse(""),
        String.join(" ", List.of(words).subList(0, Math.min(words.length, WORDS_OF_COMMENT))));
  }

  private static void assertFound(String finding, Article article) {
    String[] parts = finding.split(": ", 2);
    switch (parts[0]) {
      case "headline" -> assertThat(article.headline()).hasValue(parts[1]);
      case "byline" -> assertThat(article.imprint().byline()).hasValue(parts[1]);
      case "dateline" -> assertThat(article.imprint().dateline()).hasValue(parts[1]);
      case "comment", "extent" -> assertThat(parts).hasSize(2);
      case "no date" -> assertThat(article.dates()).isEmpty();
      case "not published" -> assertThat(article.published()).isEmpty();
      case "date" ->
          assertThat(article.dates())
              .extracting(d -> d.value() + " " + d.origin().name().toLowerCase(Locale.ROOT))
              .contains(parts[1]);
      default -> throw new IllegalArgumentException("unknown finding: " + finding);
    }
  }

  @Test
  void aGivenHeadlineIsFoundInTheTextAndNoOtherLineIsTakenForIt() throws NotAnArticle {
    String text = "Harbour dues to rise.\n\nHarbour dues will rise by a tenth, the port said.\n";
    Article article = cleaner.clean(given(text, "Harbour dues to rise", List.of()));
    assertThat(article.zones())
        .extracting(Zone::role)
        .containsExactly(ZoneRole.HEADLINE, ZoneRole.BODY);

    Article other = cleaner.clean(given(text, "Port in trouble", List.of()));
    assertThat(other.zones()).extracting(Zone::role).doesNotContain(ZoneRole.HEADLINE);
    assertThat(other.headline()).hasValue("Port in trouble");
  }

  @Test
  void anArticleThatComesWithZonesKeepsThem() throws NotAnArticle {
    Article first = cleaner.clean(plain(ZoneCase.all().findFirst().orElseThrow().text()));
    Page.Given again =
        new Page.Given(
            Optional.of(first.id()),
            first.text(),
            Optional.of(first.language()),
            first.zones(),
            first.comments());
    Page page =
        new Page("again", first.address(), first.imprint(), first.dates(), first.extent(), again);
    assertThat(cleaner.clean(page)).isEqualTo(first);
  }

  @Test
  void zonesThatDoNotFitTheTextAreRefusedWithAReason() {
    Zone beyond = new Zone(ZoneRole.BODY, new Span(0, 999));
    assertThatThrownBy(() -> cleaner.clean(given("Short.", "Short", List.of(beyond))))
        .isInstanceOf(NotAnArticle.class)
        .hasMessage("its zones do not fit its text");
  }

  @Test
  void anIdComesFromAddressAndText() throws NotAnArticle {
    String text = "The ferry will sail again on Monday, its owner said.";
    ArticleId id = cleaner.clean(new Page("here", "a.txt", new Page.PlainText(text))).id();
    assertThat(cleaner.clean(new Page("there", "a.txt", new Page.PlainText(text))).id())
        .isEqualTo(id);
    assertThat(cleaner.clean(new Page("here", "b.txt", new Page.PlainText(text))).id())
        .isNotEqualTo(id);
  }

  @Test
  void theAddressTellsOutletAndDayWhereThePageDoesNot() throws NotAnArticle {
    String address = "https://www.skerry.example/2031/05/04/storm.html";
    Page.PlainText text = new Page.PlainText("A storm tore the roofs off eleven houses on Sunday.");
    Article article = cleaner.clean(new Page("storm.html", address, text));
    assertThat(article.outlet()).hasValue("skerry.example");
    assertThat(article.dates()).extracting(FoundDate::value).containsExactly("2031-05-04");
  }

  @Test
  void theLanguageIsToldWhereThereIsEnoughText() throws NotAnArticle {
    assertThat(language("The minister said on Friday that the harbour would stay open all winter."))
        .isEqualTo("en");
    assertThat(language("Der Minister sagte am Freitag, der Hafen bleibe den ganzen Winter offen."))
        .isEqualTo("de");
    assertThat(language("Министр заявил в пятницу, что порт останется открытым всю зиму."))
        .isEqualTo("ru");
    assertThat(language("No, he said.")).isEqualTo("und");
  }

  private String language(String text) throws NotAnArticle {
    return cleaner.clean(plain(text)).language();
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void zonesCoverEveryCharacterThatIsNoBlank(long seed) {
    String text = randomPage(new Random(seed));
    try {
      Article article = cleaner.clean(plain(text));
      boolean[] covered = new boolean[text.length()];
      for (Zone zone : article.zones()) {
        Arrays.fill(covered, zone.span().start(), zone.span().end(), true);
      }
      for (int i = 0; i < text.length(); i++) {
        assertThat(covered[i] || Block.isBlank(text.charAt(i))).as("position %d", i).isTrue();
      }
    } catch (NotAnArticle e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static String randomPage(Random random) {
    List<String> lines = ZoneCase.all().flatMap(c -> c.text().lines()).toList();
    StringBuilder page = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      String line = lines.get(random.nextInt(lines.size()));
      int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
      page.append(random.nextInt(4) == 0 ? line.substring(cut) : line);
      page.append(random.nextBoolean() ? "\n" : "\n\u00a0\r\n");
    }
    return page.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(20)
  void hostileTextIsCleanedInTime(Hostile text) {
    try {
      assertThat(cleaner.clean(plain(text.text())).zones()).isNotEmpty();
    } catch (NotAnArticle e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /** A text with a name that fits on a line. */
  record Hostile(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostile> hostile() {
    return Stream.of(
        new Hostile("a megabyte without a blank", "x".repeat(1_000_000)),
        new Hostile("100,000 open quotes", "“".repeat(100_000)),
        new Hostile("100,000 quotes on lines", "“a\n".repeat(100_000)),
        new Hostile("20,000 comments", "name1: text of a comment here.\nReply\n".repeat(20_000)),
        new Hostile("20,000 headings", "12 Comments\n".repeat(20_000)),
        new Hostile("100,000 short lines", "a\n".repeat(100_000)),
        new Hostile("bars", "| a ".repeat(250_000)),
        new Hostile("commas", "a, ".repeat(300_000)),
        new Hostile("arrows", SENTENCE + "a > b • 2 years ago\n".repeat(20_000)),
        new Hostile("names and dots", SENTENCE + "A b · c · d · e\n".repeat(20_000)),
        new Hostile("times", SENTENCE + "2 hours ago 10:15 4 May 2031\n".repeat(20_000)),
        new Hostile("writers", SENTENCE + "A wrote:\n> b\n".repeat(20_000)),
        new Hostile("a name of commas", SENTENCE + "a, ".repeat(130) + "1 hour ago.\n" + SENTENCE),
        new Hostile("names that end in names", SENTENCE + answers()),
        new Hostile("one paragraph again and again", SENTENCE.repeat(20_000)),
        new Hostile("one line copied", SENTENCE + "“The ferry will sail again”\n".repeat(20_000)),
        new Hostile(
            "titles", SENTENCE + "Storm tears roofs off Gull Island\n".repeat(20_000) + SENTENCE),
        new Hostile(
            "titles above", "Storm tears roofs off Gull Island\n".repeat(20_000) + SENTENCE),
        new Hostile("entries of a menu", "News\nHome\nSport\n".repeat(20_000) + SENTENCE),
        new Hostile("tags", SENTENCE + "Tags\n" + "a b\n".repeat(50_000)),
        new Hostile("pages that were not found", "page not found ".repeat(25) + "\n" + SENTENCE),
        new Hostile("blanks", " \u00a0\t".repeat(300_000) + "."),
        new Hostile("capitals", "A".repeat(300) + " B".repeat(100_000)),
        new Hostile("dates", "4 May 2031 10:15 GMT ".repeat(50_000)),
        new Hostile("surrogates", "\ud800 \udc00.\n".repeat(10_000)),
        new Hostile("NULs", "\u0000".repeat(10_000) + "a\u0000b."));
  }

  private static final String SENTENCE = "The ferry will sail again on Monday, its owner said.\n";

  /** Each writer's name ends with an earlier one. */
  private static String answers() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("a").append(i).append(" a").append(i / 2).append(" • 1 hour ago\nText.\n");
    }
    return lines.toString();
  }

  private static Page plain(String text) {
    return new Page("page.txt", "page.txt", new Page.PlainText(text));
  }

  private static Page given(String text, String headline, List<Zone> zones) {
    return new Page(
        "lines.jsonl, line 1",
        "lines.jsonl",
        Imprint.of(Optional.empty(), Optional.of(headline)),
        List.of(),
        Extent.WHOLE,
        new Page.Given(Optional.empty(), text, Optional.empty(), zones, List.of()));
  }
}

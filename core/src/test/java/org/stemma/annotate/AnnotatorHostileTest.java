package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** What holds for every text, however it looks. */
class AnnotatorHostileTest {
  private static final Annotator ANNOTATOR = Annotator.load();

  /** For each seed; -Dstemma.hostile.texts=25000 makes it a hundred thousand in all. */
  private static final int TEXTS = Integer.getInteger("stemma.hostile.texts", 1_000);

  private static final List<String> READABLE = AttributionCasesTest.texts();

  private static final List<String> PIECES =
      List.of(
          "“",
          "”",
          "\"",
          "‘",
          "’",
          "'",
          "«",
          "»",
          "—",
          "-",
          ",",
          ".",
          ":",
          "?",
          "\n\n",
          "\n",
          " ",
          "said",
          "says",
          "told",
          "according to",
          "Ana Ruiz",
          "Mr Orr",
          "the minister",
          "he",
          "she",
          "who",
          "they",
          "the Harbour Board",
          "Norland’s Interior Ministry",
          "that",
          "we will not",
          "a report",
          "(AP)",
          "denied",
          "has",
          "the",
          "of",
          "to",
          "42",
          "😀",
          "é",
          "\u00a0",
          "Orr’s",
          "J. P. Lund",
          "adding",
          "saying:",
          "spokeswoman",
          "UN",
          "al-",
          "Van");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everySpanLiesInItsTextAndTheSameTextGivesTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      String text =
          switch (i % 3) {
            case 0 -> pieced(random);
            case 1 -> mutated(random);
            default -> anyCharacters(random);
          };
      Article article = article(text, random);
      Annotated found = ANNOTATOR.annotate(article);
      for (Attribution a : found.attributions()) {
        for (Span content : a.content()) {
          assertThat(article.roleAt(content.start()).isArticle()).as(text).isTrue();
          assertThat(article.roleAt(content.end() - 1).isArticle()).as(text).isTrue();
        }
      }
      assertThat(ANNOTATOR.annotate(article)).isEqualTo(found);
    }
  }

  private static String pieced(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(50) + 1; length > 0; length--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) > 0 ? " " : "");
    }
    return text.toString();
  }

  /**
   * A readable text with parts cut out, doubled, turned round, or with something strange put in.
   */
  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(READABLE.get(random.nextInt(READABLE.size())));
    for (int times = random.nextInt(12) + 1; times > 0 && text.length() > 0; times--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 1 + random.nextInt(20));
      String part = text.substring(from, to);
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, part);
        case 2 -> text.replace(from, to, new StringBuilder(part).reverse().toString());
        case 3 -> text.insert(from, anyCharacters(random));
        default -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.length() == 0 ? "x" : text.toString();
  }

  /** Characters of all scripts, marks, halves of surrogate pairs. */
  private static String anyCharacters(Random random) {
    StringBuilder text = new StringBuilder();
    int[] blocks = {
      0, 0x20, 0x300, 0x400, 0x590, 0x900, 0x2000, 0x3040, 0x4E00, 0xD800, 0xFE00, 0x1F600
    };
    for (int length = random.nextInt(30) + 1; length > 0; length--) {
      int point = blocks[random.nextInt(blocks.length)] + random.nextInt(96);
      text.append(point > 0xFFFF ? Character.toString(point) : String.valueOf((char) point));
    }
    return text.toString();
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "a",
        "“",
        "\"",
        "' ",
        "said ",
        "“No,” he said. ",
        "he said ",
        "Ana Ruiz said ",
        "Ab ",
        "A b",
        "\n",
        ".",
        ": ",
        "“No no no no\n\n",
        "the minister said that ",
        "according to "
      })
  void hostileTextTakesLinearTime(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    Annotated found = ANNOTATOR.annotate(whole(text));
    assertThat(found.article().text()).isEqualTo(text);
  }

  @Test
  @Timeout(60)
  void aMillionLettersWithoutASpaceAreOneWord() {
    assertThat(ANNOTATOR.annotate(whole("x".repeat(1_000_000))).attributions()).isEmpty();
  }

  @Test
  @Timeout(60)
  void aHundredThousandOpenMarksAreNoQuotation() {
    assertThat(ANNOTATOR.annotate(whole("“".repeat(100_000))).attributions()).isEmpty();
  }

  private static Article article(String text, Random random) {
    int cut = random.nextInt(text.length() + 1);
    if (cut == 0 || cut == text.length()) {
      return whole(text);
    }
    ZoneRole[] roles = ZoneRole.values();
    return article(
        text,
        List.of(
            new Zone(roles[random.nextInt(roles.length)], new Span(0, cut)),
            new Zone(ZoneRole.BODY, new Span(cut, text.length()))));
  }

  private static Article whole(String text) {
    return article(text, List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))));
  }

  private static Article article(String text, List<Zone> zones) {
    return new Article(new ArticleId("a"), "a", Imprint.NONE, List.of(), "en", text, zones);
  }
}

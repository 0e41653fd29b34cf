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
  private static final int TEXTS = 1_000;

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
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(50) + 1; length > 0; length--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextInt(3) > 0 ? " " : "");
      }
      Article article = article(text.toString(), random);
      Annotated found = ANNOTATOR.annotate(article);
      for (Attribution a : found.attributions()) {
        for (Span content : a.content()) {
          assertThat(article.roleAt(content.start()).isArticle()).as(text.toString()).isTrue();
          assertThat(article.roleAt(content.end() - 1).isArticle()).as(text.toString()).isTrue();
        }
      }
      assertThat(ANNOTATOR.annotate(article)).isEqualTo(found);
    }
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

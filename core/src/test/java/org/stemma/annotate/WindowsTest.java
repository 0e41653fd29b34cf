package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.annotate.Windows.Window;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

class WindowsTest {
  private static final WordPieces VOCABULARY = WordPieces.load();
  private static final CueLexicon LEXICON = CueLexicon.load();

  @Test
  void aShortArticleIsOneWindow() {
    List<Window> windows =
        Windows.of(tokens("The wall fell.\n\nNobody was hurt."), VOCABULARY, Windows.Size.WIDE);
    assertThat(windows).hasSize(1);
    Window only = windows.get(0);
    assertThat(only.own()).isZero();
    assertThat(only.pieces()[0]).isEqualTo(WordPieces.OPENS_WINDOW);
    assertThat(Arrays.stream(only.pieces()).filter(p -> p == WordPieces.ENDS_PARAGRAPH)).hasSize(2);
    assertThat(only.pieces()[only.pieces().length - 1]).isEqualTo(WordPieces.ENDS_PARAGRAPH);
  }

  @Test
  void paragraphsThatFitAreNotCut() {
    String paragraph = "The wall fell and nobody was hurt. ".repeat(8).strip();
    Tokens tokens = tokens((paragraph + "\n\n").repeat(20).strip());
    for (Window window : Windows.of(tokens, VOCABULARY, Windows.Size.WIDE)) {
      assertThat(tokens.paragraphStart[tokens.paragraph[window.own()]]).isEqualTo(window.own());
    }
  }

  @Test
  void aWindowBeginsWithWhatWentBefore() {
    Tokens tokens = tokens("The wall fell. ".repeat(200));
    List<Window> windows = Windows.of(tokens, VOCABULARY, Windows.Size.WIDE);
    assertThat(windows.get(1).firstToken())
        .isBetween(windows.get(1).own() - 48, windows.get(1).own() - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyTokenIsOwnedByOneWindow(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int words = random.nextInt(4000) + 1; words > 0; words--) {
      text.append(
          switch (random.nextInt(30)) {
            case 0 -> "\n\n";
            case 1 -> "antidisestablishmentarianism ";
            case 2 -> "“";
            case 3 -> "”";
            case 4 -> "x".repeat(random.nextInt(90) + 1);
            default -> "wall ";
          });
    }
    Tokens tokens = tokens(text.toString());
    int next = 0;
    for (Window window : Windows.of(tokens, VOCABULARY, Windows.Size.WIDE)) {
      assertThat(window.own()).isEqualTo(next);
      assertThat(window.firstToken()).isLessThanOrEqualTo(window.own());
      assertThat(window.pieces().length).isLessThanOrEqualTo(Windows.Size.WIDE.length());
      assertThat(window.at()).isSorted().doesNotHaveDuplicates();
      next = window.end();
    }
    assertThat(next).isEqualTo(tokens.size);
  }

  private static Tokens tokens(String text) {
    return Tokens.of(text, List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))), LEXICON);
  }
}

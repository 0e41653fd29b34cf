package org.stemma.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.model.Span;

class WordsTest {
  @Test
  void caseAndTypographyAreFolded() {
    assertThat(Words.in("The U.K. DON’T pay 1,200.50 crowns").normals())
        .containsExactly("the", "uk", "don't", "pay", "1200.50", "crowns");
  }

  @Test
  void signsAtTheEdgeOfAWordAreNotOfIt() {
    assertThat(Words.in("‘No,’ she said... \"Well-kept.\" rock 'n' roll").normals())
        .containsExactly("no", "she", "said", "well", "kept", "rock", "n", "roll");
  }

  @Test
  void softHyphensAndZeroWidthSignsAreInTheSpanAndNotInTheForm() {
    Words words = Words.in("har\u00adbour");
    assertThat(words.normals()).containsExactly("harbour");
    assertThat(words.span(0)).isEqualTo(new Span(0, 8));
  }

  @Test
  void eachIdeographIsAWord() {
    assertThat(Words.in("港口 x").normals()).containsExactly("港", "口", "x");
  }

  @Test
  void positionsAreThoseOfTheText() {
    Words words = Words.in("a \ud835\udc9c b c", new Span(2, 7));
    assertThat(words.size()).isEqualTo(2);
    assertThat(words.span(0)).isEqualTo(new Span(2, 4));
    assertThat(words.raw(1)).isEqualTo("b");
  }

  @Test
  void kindredWordsMeetInOneStem() {
    assertThat(CommonWords.stem("supporting")).isEqualTo(CommonWords.stem("supported"));
    assertThat(CommonWords.stem("harbour's")).isEqualTo("harbour");
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void aMegabyteWithoutASpace_takesLinearTime() {
    assertThat(Words.in("x".repeat(1_000_000)).size()).isEqualTo(1);
    assertThat(Words.in("a.".repeat(500_000)).size()).isPositive();
    assertThat(Words.in("'".repeat(1_000_000)).size()).isZero();
  }
}

package org.stemma.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Span;

class SentencesTest {
  @Test
  void sentencesEndAtTheirStops() {
    assertThat(cut("It rained. Nobody came! Why? Who knows…"))
        .containsExactly("It rained.", "Nobody came!", "Why?", "Who knows…");
  }

  @Test
  void closingMarksStayWithTheirSentence() {
    assertThat(cut("“It rained.” She left. (He stayed.) So it went."))
        .containsExactly("“It rained.”", "She left.", "(He stayed.)", "So it went.");
  }

  @Test
  void aCueAfterTheMarksGoesOnWithTheSentence() {
    assertThat(cut("“Why?” she asked. “No!” he said."))
        .containsExactly("“Why?” she asked.", "“No!” he said.");
  }

  @Test
  void abbreviationsAndInitialsEndNothing() {
    assertThat(cut("Mr. Orr met Gen. Vance and J. P. Lund in the U.S. Capitol on Sept. 4."))
        .hasSize(1);
    assertThat(cut("It cost 4.5 million. Then 3.")).hasSize(2);
  }

  @Test
  void paragraphsEndSentencesToo() {
    assertThat(cut("A headline\n\nThe first line\ngoes on here"))
        .containsExactly("A headline", "The first line\ngoes on here");
  }

  @ParameterizedTest
  @Timeout(5)
  @ValueSource(strings = {".", ". ", "A. ", "a", "\n", ".”", "Mr. "})
  void hostileTextTakesLinearTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertThat(Sentences.in(text, new Span(0, text.length())))
        .allMatch(s -> s.end() <= text.length());
  }

  private static List<String> cut(String text) {
    return Sentences.in(text, new Span(0, text.length())).stream().map(s -> s.in(text)).toList();
  }
}

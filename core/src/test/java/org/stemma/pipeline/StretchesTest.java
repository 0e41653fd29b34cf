package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stemma.model.Span;

class StretchesTest {
  private static final String TEXT =
      "The ferry sank.\n\nThe  ferry\u00a0was old. The mole was new.";

  @Test
  void whiteSpaceMayDiffer() {
    Span found = Stretches.only(" The ferry was\nold. ", TEXT);
    assertThat(found.in(TEXT)).isEqualTo("The  ferry\u00a0was old.");
    assertThat(Stretches.only("sank. The ferry", TEXT).start()).isEqualTo(10);
  }

  @Test
  void whatStandsNowhereOrTwice_isOneSentence() {
    refused("The barge", "do not stand");
    refused(" \n", "do not stand");
    refused("The ferry", "more than once");
    refused("aa", "aaa", "more than once");
  }

  @Test
  void aHostileTextMakesItNoSlower() {
    String text = "a".repeat(2_000_000);
    assertTimeout(
        Duration.ofSeconds(5), () -> refused("a".repeat(200_000) + "b", text, "do not stand"));
  }

  private static void refused(String words, String why) {
    refused(words, TEXT, why);
  }

  private static void refused(String words, String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stretches.only(words, text))
        .withMessageContaining(why);
  }
}

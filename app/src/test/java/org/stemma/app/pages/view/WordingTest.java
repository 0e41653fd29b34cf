package org.stemma.app.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Span;

class WordingTest {
  private static final String BASE = "We do not rule out a shot before noon";

  @Test
  void lostWordsStandStruckWhereTheyWouldBe() {
    assertThat(
            shown("We rule out a shot before noon", change(AlterationKind.NEGATED, "do not", "")))
        .isEqualTo("We -do not-rule out a shot before noon");
  }

  @Test
  void wordsCutAtTheEndStandAtTheEnd() {
    assertThat(
            shown("We do not rule out a shot", change(AlterationKind.TRUNCATED, "before noon", "")))
        .isEqualTo("We do not rule out a shot-before noon-");
  }

  @Test
  void wordsCutAtTheStartStandAtTheStart() {
    assertThat(
            shown("rule out a shot before noon", change(AlterationKind.TRUNCATED, "We do not", "")))
        .isEqualTo("-We do not-rule out a shot before noon");
  }

  @Test
  void changedWordsStandBesideEachOther() {
    assertThat(
            shown(
                "We do not rule out two shots before noon",
                change(AlterationKind.NUMBER_CHANGED, "a shot", "two shots")))
        .isEqualTo("We do not rule out -a shot-+two shots+ before noon");
  }

  @Test
  void wordsPutInAreMarked() {
    assertThat(
            shown(
                "We do not rule out a warning shot before noon",
                change(AlterationKind.INSERTED, "", "warning")))
        .isEqualTo("We do not rule out a +warning+ shot before noon");
  }

  @Test
  void otherWordsThroughoutAreNotMarked() {
    assertThat(
            shown(
                "A shot at midday is possible",
                change(AlterationKind.RETRANSLATED, BASE, "A shot at midday is possible")))
        .isEqualTo("A shot at midday is possible");
  }

  @Test
  void theCueBetweenTwoPartsIsABreak() {
    String text = "“We do not rule out,” he said, “a shot”";
    Wording wording = Wording.plain(text, List.of(new Span(1, 19), new Span(32, 38)));
    assertThat(wording.words()).isEqualTo("We do not rule out … a shot");
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutTheStruckWordsItIsTheWordingItself(long seed) {
    Random random = new Random(seed);
    String base = randomWords(random);
    String text = randomWords(random);
    List<Alteration> alterations = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      AlterationKind kind = AlterationKind.values()[random.nextInt(AlterationKind.values().length)];
      alterations.add(new Alteration(kind, randomSpan(random, base), randomSpan(random, text)));
    }
    List<Span> whole = List.of(new Span(0, text.length()));
    Wording wording =
        Wording.of(base, List.of(new Span(0, base.length())), text, whole, alterations);
    assertThat(wording.words()).isEqualTo(text);
  }

  @Test
  @Timeout(5)
  void tenThousandAlterationsTakeNoSquareOfTime() {
    String text = "a b ".repeat(100_000);
    List<Alteration> alterations = new ArrayList<>();
    for (int i = 0; i < 40_000; i += 4) {
      alterations.add(
          new Alteration(
              AlterationKind.DROPPED, Optional.of(new Span(i, i + 1)), Optional.empty()));
    }
    List<Span> whole = List.of(new Span(0, text.length()));
    assertThat(Wording.of(text, whole, text, whole, alterations).words()).isEqualTo(text);
  }

  private static String randomWords(Random random) {
    StringBuilder words = new StringBuilder("w");
    for (int i = random.nextInt(20); i > 0; i--) {
      words.append(" ,.’".charAt(random.nextInt(4))).append((char) ('a' + random.nextInt(4)));
    }
    return words.toString();
  }

  private static Optional<Span> randomSpan(Random random, String text) {
    int start = random.nextInt(text.length());
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(new Span(start, start + 1 + random.nextInt(text.length() - start)));
  }

  private record Change(AlterationKind kind, String base, String here) {}

  private static Change change(AlterationKind kind, String base, String here) {
    return new Change(kind, base, here);
  }

  /** The wording with struck words in minus signs and new ones in plus signs. */
  private static String shown(String text, Change change) {
    Alteration alteration =
        new Alteration(change.kind(), find(BASE, change.base()), find(text, change.here()));
    Wording wording =
        Wording.of(
            BASE,
            List.of(new Span(0, BASE.length())),
            text,
            List.of(new Span(0, text.length())),
            List.of(alteration));
    return wording.pieces().stream().map(WordingTest::shown).collect(Collectors.joining());
  }

  private static String shown(Wording.Piece piece) {
    return switch (piece.kind()) {
      case SAME, BREAK -> piece.text();
      case PUT_IN -> "+" + piece.text() + "+";
      case LEFT_OUT -> "-" + piece.text() + "-";
    };
  }

  private static Optional<Span> find(String text, String words) {
    int start = text.indexOf(words);
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(start, start + words.length()));
  }
}

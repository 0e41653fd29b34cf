package org.stemma.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Alteration;
import org.stemma.model.Span;

class CollationTest {
  private static final Path CASES = Path.of("src/test/cases/text/collation.txt");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Stream.of(Files.readString(CASES).split("(?m)^# "))
        .filter(block -> !block.isBlank())
        .map(
            block ->
                DynamicTest.dynamicTest(block.lines().findFirst().orElse(""), () -> check(block)));
  }

  private static void check(String block) {
    String base = line(block, "base: ");
    String says = line(block, "says: ");
    List<String> expected =
        block.lines().filter(l -> l.startsWith("-> ")).map(l -> l.substring(3)).toList();
    assertThat(expected).isNotEmpty();
    List<String> found = new ArrayList<>();
    for (Alteration alteration : collate(base, says).alterations()) {
      found.add(
          alteration.kind()
              + " \""
              + words(alteration.inBase(), base)
              + "\" / \""
              + words(alteration.inWitness(), says)
              + "\"");
    }
    assertThat(found.isEmpty() ? List.of("nothing") : found).isEqualTo(expected);
  }

  private static String line(String block, String label) {
    return block
        .lines()
        .filter(l -> l.startsWith(label))
        .map(l -> l.substring(label.length()))
        .findFirst()
        .orElseThrow();
  }

  private static String words(Optional<Span> span, String text) {
    return span.map(s -> s.in(text)).orElse("");
  }

  private static Collation collate(String a, String b) {
    return Collation.of(a, List.of(new Span(0, a.length())), b, List.of(new Span(0, b.length())));
  }

  @Test
  void likeness_leavesOutWhatWasCutAtTheEnds() {
    Collation cut = collate("one two three four five six seven eight", "three four five six");
    assertThat(cut.likeness()).isEqualTo(1);
    assertThat(cut.shareOfA()).isEqualTo(0.5);
    assertThat(cut.shareOfB()).isEqualTo(1);
  }

  @Test
  void nothingInCommon_isNoLikeness() {
    assertThat(collate("grain and salt", "ships in fog").likeness()).isZero();
  }

  @Test
  void aWordingInTwoPieces_isReadAsOne() {
    String split = "The ferry is safe, she said, for every passenger";
    Collation collation =
        Collation.of(
            "The ferry is safe for every passenger",
            List.of(new Span(0, 37)),
            split,
            List.of(new Span(0, 17), new Span(29, 48)));
    assertThat(collation.likeness()).isEqualTo(1);
    assertThat(collation.alterations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everySpanLiesInItsText_andWordsThatAgreeAreEqual(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String a = randomWords(random);
      String b = random.nextBoolean() ? randomWords(random) : a.substring(a.length() / 3) + " no 7";
      Collation collation = collate(a, b);
      for (Collation.Agreement run : collation.agreements()) {
        assertThat(Words.in(b, run.inB()).normals()).isEqualTo(Words.in(a, run.inA()).normals());
      }
      for (Alteration alteration : collation.alterations()) {
        alteration.inBase().ifPresent(s -> assertThat(s.end()).isLessThanOrEqualTo(a.length()));
        alteration.inWitness().ifPresent(s -> assertThat(s.end()).isLessThanOrEqualTo(b.length()));
      }
      assertThat(collation.likeness()).isBetween(0.0, 1.0);
    }
  }

  private static String randomWords(Random random) {
    String[] stock = {
      "the", "grain", "not", "14", "Marwick", "[", "]", "…", "fog", "no,", "’", "\ud835\udc9c"
    };
    StringBuilder text = new StringBuilder("fog");
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(' ').append(stock[random.nextInt(stock.length)]);
    }
    return text.toString();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void hostileWordings_takeLinearTime() {
    String same = "fog ".repeat(250_000);
    assertThat(collate(same, "x " + same + " y").same()).isPositive();
    assertThat(collate("x".repeat(1_000_000), "y".repeat(1_000_000)).same()).isZero();
    assertThat(collate("a b c ".repeat(100_000), "c b a ".repeat(100_000)).likeness())
        .isBetween(0.0, 1.0);
  }
}

package org.stemma.app.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Span;

class MarkedTextTest {
  @Test
  void overlappingMarksCutTheTextAndEachPieceCarriesAllThatLieOverIt() {
    String text = "Osse said it rained.";
    List<Mark> marks =
        List.of(
            Mark.plain(new Span(0, 4), Layer.SOURCE),
            new Mark(new Span(10, 19), Layer.INDIRECT, "a-10", "/statement/x", "10"),
            Mark.plain(new Span(13, 20), Layer.SHARED));
    assertThat(MarkedText.of(text, new Span(0, 20), marks).toString())
        .isEqualTo(
            "<span class=\"source\">Osse</span> said "
                + "<a id=\"a-10\" class=\"indirect\" href=\"/statement/x\" tabindex=\"-1\" data-a=\"10\">it </a>"
                + "<a class=\"indirect shared\" href=\"/statement/x\" tabindex=\"-1\" data-a=\"10\">rained</a>"
                + "<span class=\"shared\">.</span>");
  }

  @Test
  void ofTwoNestedLinksTheInnerOneLeads() {
    List<Mark> marks =
        List.of(
            new Mark(new Span(0, 9), Layer.INDIRECT, "", "/outer", "0"),
            new Mark(new Span(3, 6), Layer.DIRECT, "", "/inner", "3"));
    String markup = MarkedText.of("abcdefghi", new Span(0, 9), marks).toString();
    assertThat(markup).containsSubsequence("/outer", "abc", "/inner", "def", "/outer", "ghi");
    assertThat(markup.split("<a ", -1)).hasSize(4);
  }

  @Test
  void aCharacterOfTwoUnitsIsNeverCut() {
    String text = "a\uD83D\uDE00b";
    List<Mark> marks = List.of(Mark.plain(new Span(1, 2), Layer.SHARED));
    assertThat(MarkedText.of(text, new Span(0, 4), marks).toString())
        .isEqualTo("a<span class=\"shared\">\uD83D\uDE00</span>b");
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePiecesTogetherAreTheTextAndNothingOfItIsMarkup(long seed) {
    Random random = new Random(seed);
    String text = randomText(random, 1 + random.nextInt(80));
    Span range = randomSpan(random, text.length());
    List<Mark> marks = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      Layer layer = Layer.values()[random.nextInt(Layer.values().length)];
      String id = random.nextBoolean() ? "i" + i : "";
      String href = random.nextBoolean() ? "/h\"<" + i : "";
      marks.add(new Mark(randomSpan(random, text.length()), layer, id, href, "" + i));
    }
    String markup = MarkedText.of(text, range, marks).toString();
    assertThat(shown(markup)).isEqualTo(range.in(text));
    assertThat(markup.replaceAll("</?(a|span)( [a-z-]+=\"[^\"<>]*\")*>", ""))
        .doesNotContain("<", ">");
    assertThat(markup.split("</a>", -1)).hasSameSizeAs(markup.split("<a[ >]", -1));
    for (Mark mark : marks) {
      boolean starts = range.contains(mark.span().start());
      if (!mark.id().isEmpty() && starts) {
        assertThat(markup).containsOnlyOnce("id=\"" + mark.id() + "\"");
      }
    }
  }

  @Test
  @Timeout(20)
  void aHundredThousandNestedMarksTakeLinearTime() {
    int n = 100_000;
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      marks.add(new Mark(new Span(i, 2 * n - i), Layer.INDIRECT, "", "/s", "" + i));
    }
    String text = "x".repeat(2 * n);
    assertThat(shown(MarkedText.of(text, new Span(0, 2 * n), marks).toString())).isEqualTo(text);
  }

  private static String randomText(Random random, int length) {
    String alphabet = "ab <>&\"'\u202E\u00e9\n";
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static Span randomSpan(Random random, int length) {
    int start = random.nextInt(length);
    return new Span(start, start + 1 + random.nextInt(length - start));
  }

  /** What a browser shows of it. */
  private static String shown(String markup) {
    return markup
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}

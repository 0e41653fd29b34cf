package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.TimeMention;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** Runs the readable cases of figures and of dates: what is found is what a reader would mark. */
class FigureCasesTest {
  private static final Path CASES = Path.of("src/test/cases/annotate");

  /**
   * A text and all that is to be found in it.
   *
   * @param published a date as {@link FoundDate} takes it, or "none"
   */
  record Case(String language, String published, String text, List<String> expected) {
    @Override
    public String toString() {
      return text;
    }

    Article article() {
      Span whole = new Span(0, text.length());
      List<FoundDate> dates =
          published.equals("none") ? List.of() : List.of(new FoundDate(published, DateOrigin.META));
      return new Article(
          new ArticleId("case"),
          "case",
          Imprint.NONE,
          dates,
          language,
          text,
          List.of(new Zone(ZoneRole.BODY, whole)));
    }
  }

  static Stream<Case> figures() throws IOException {
    return read(CASES.resolve("figures.txt")).stream();
  }

  static Stream<Case> dates() throws IOException {
    return read(CASES.resolve("dates.txt")).stream();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void figuresAreFoundAsAReaderWouldMarkThem(Case c) {
    assertThat(figuresIn(c)).isEqualTo(c.expected);
  }

  @ParameterizedTest
  @MethodSource("dates")
  void datesAreResolvedAgainstTheDayOfPublication(Case c) {
    assertThat(datesIn(c)).isEqualTo(c.expected);
  }

  @Test
  void placeAndDayOfTheSameSentenceStandWithTheFigure() {
    String text = "On Tuesday 17 miners died in Corran. In Osterby 4 people were hurt.";
    Article article = new Case("en", "2031-03-13", text, List.of()).article();
    List<Name> names =
        List.of(
            new Name(new Span(29, 35), NameKind.PLACE), new Name(new Span(40, 47), NameKind.PLACE));
    List<Figure> figures = Figures.in(article, names, TimeMentions.in(article));
    assertThat(figures.stream().map(f -> f.place().orElseThrow().in(text)))
        .containsExactly("Corran", "Osterby");
    assertThat(figures.get(0).time().flatMap(TimeMention::earliest))
        .contains(LocalDate.of(2031, 3, 11));
    assertThat(figures.get(1).time()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17 miners died on Monday, the board said on Tuesday.                        | 2031-03-10",
        "The board said on Tuesday that 17 miners had died.                          |",
        "The board told reporters in Osterby on Tuesday that 17 miners died Monday.  | 2031-03-10",
        "17 miners died, the board announced late Tuesday.                           |",
        "The board on Tuesday confirmed that 17 miners had died.                     |",
        "The board said Tuesday's fire killed 17 miners.                             | 2031-03-11",
        "17 miners were killed on Tuesday.                                           | 2031-03-11",
      })
  void theDayOfSayingIsNotTheDayOfTheEvent(String text, LocalDate day) {
    Article article = new Case("en", "2031-03-13", text, List.of()).article();
    List<Figure> figures = Figures.in(article, List.of(), TimeMentions.in(article));
    assertThat(figures)
        .singleElement()
        .extracting(figure -> figure.time().flatMap(TimeMention::earliest))
        .isEqualTo(Optional.ofNullable(day));
  }

  static List<String> figuresIn(Case c) {
    List<Figure> found = Figures.in(c.article(), List.of(), TimeMentions.in(c.article()));
    return found.isEmpty()
        ? List.of("nothing")
        : found.stream().map(figure -> told(figure, c.text)).toList();
  }

  static List<String> datesIn(Case c) {
    List<TimeMention> found = TimeMentions.in(c.article());
    return found.isEmpty()
        ? List.of("nothing")
        : found.stream().map(time -> told(time, c.text)).toList();
  }

  private static String told(Figure figure, String text) {
    String low = figure.lowest().map(Object::toString).orElse("");
    String high = figure.highest().map(Object::toString).orElse("");
    String value =
        switch (figure.exactness()) {
          case EXACT -> low;
          case ABOUT -> "~" + low;
          case AT_LEAST -> low + "..";
          case AT_MOST -> ".." + high;
          case RANGE -> low + ".." + high;
          case VAGUE -> low + "..?";
        };
    String unit =
        switch (figure.unit()) {
          case COUNT, MEASURE -> "";
          case PERCENT -> " %";
          case PERCENTAGE_POINT -> " points";
          case MONEY -> " " + figure.currency().orElseThrow();
        };
    List<String> parts = new ArrayList<>();
    parts.add(figure.span().in(text) + " = " + value + unit);
    if (!figure.head().isEmpty()) {
      parts.add(figure.head());
    }
    switch (figure.event()) {
      case NONE -> {}
      default -> parts.add(figure.event().name().toLowerCase(Locale.ROOT));
    }
    if (figure.isPart()) {
      parts.add("part");
    }
    return String.join(" | ", parts);
  }

  private static String told(TimeMention time, String text) {
    Optional<String> days =
        time.earliest()
            .map(
                day ->
                    time.latest().orElseThrow().equals(day)
                        ? day.toString()
                        : day + " to " + time.latest().orElseThrow());
    return time.span().in(text)
        + " = "
        + days.orElse("not known")
        + " | "
        + time.basis().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A line "language: de" or "published: 2031-03-13" holds for the cases behind it. */
  static List<Case> read(Path file) throws IOException {
    List<Case> cases = new ArrayList<>();
    String language = "en";
    String published = "none";
    String text = "";
    List<String> expected = new ArrayList<>();
    for (String line : (Files.readString(file) + "\n").split("\n", -1)) {
      if (line.startsWith("-> ")) {
        expected.add(line.substring("-> ".length()));
        continue;
      }
      if (!expected.isEmpty()) {
        cases.add(new Case(language, published, text, List.copyOf(expected)));
        expected.clear();
      }
      if (line.startsWith("language: ")) {
        language = line.substring("language: ".length());
      } else if (line.startsWith("published: ")) {
        published = line.substring("published: ".length());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        text = line;
      }
    }
    return cases;
  }
}

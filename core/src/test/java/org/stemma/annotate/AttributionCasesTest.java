package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** Runs the readable cases; those in {@code known-failures.txt} must still fail. */
class AttributionCasesTest {
  private static final Annotator ANNOTATOR = Annotator.load();
  private static final Path CASES = Path.of("src/test/cases/annotate");
  private static final String HEADLINE = "HEADLINE ";
  private static final String INSIDE = "inside ";

  record Case(String title, String text, List<String> expected) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() {
    return Stream.of("attribution.txt", "speakers.txt", "acts.txt", "credits.txt")
        .flatMap(AttributionCasesTest::stream);
  }

  static Stream<Case> knownFailures() {
    return stream("known-failures.txt");
  }

  /** The texts of the cases, for tests that spoil them. */
  static List<String> texts() {
    return cases().map(Case::text).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatAReaderWouldMarkIsFound(Case c) {
    assertThat(missing(c)).as(found(c).attributions().toString()).isEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("knownFailures")
  void aKnownFailureStillFails(Case c) {
    assertThat(missing(c)).as("mended: move this case to attribution.txt").isNotEmpty();
  }

  /** The expectations that nothing found meets. */
  private static List<String> missing(Case c) {
    Annotated found = found(c);
    List<String> missing = new ArrayList<>();
    for (String expected : c.expected) {
      boolean met =
          switch (expected) {
            case "nothing" -> found.attributions().isEmpty();
            case "no quotation" ->
                found.attributions().stream().noneMatch(Attribution::isQuotation);
            default -> isAmong(found.attributions(), found, expected);
          };
      if (!met) {
        missing.add(expected);
      }
    }
    return missing;
  }

  private static boolean isAmong(List<Attribution> some, Annotated found, String expected) {
    if (expected.startsWith(INSIDE)) {
      List<Attribution> nested = some.stream().flatMap(a -> a.nested().stream()).toList();
      return isAmong(nested, found, expected.substring(INSIDE.length()));
    }
    return some.stream().anyMatch(a -> meets(a, found, expected));
  }

  private static boolean meets(Attribution a, Annotated found, String expected) {
    String text = found.article().text();
    for (String part : expected.split(" \\| ", -1)) {
      int colon = part.indexOf(": ");
      String value = part.substring(colon + 2).strip();
      boolean met =
          switch (part.substring(0, colon)) {
            case "who" -> a.speaker().label().equals(value);
            case "says" -> words(a.content(), text).equals(value);
            case "cue" -> words(a.cue(), text).equals(value);
            case "source" -> words(a.source(), text).equals(value);
            case "act" -> a.act().name().equals(value.toUpperCase(Locale.ROOT));
            case "for" -> a.onBehalfOf().orElse("none").equals(value);
            case "at" -> words(a.aim().target(), text).equals(value.equals("nobody") ? "" : value);
            case "whom" -> a.aim().whom().label().equals(value);
            case "of" -> words(a.aim().topic(), text).equals(value);
            case "via" -> String.join(" // ", a.via()).equals(value.equals("none") ? "" : value);
            default -> throw new IllegalArgumentException("unknown expectation " + part);
          };
      if (!met) {
        return false;
      }
    }
    return true;
  }

  private static String words(List<Span> spans, String text) {
    return String.join(" // ", spans.stream().map(s -> s.in(text)).toList());
  }

  private static Annotated found(Case c) {
    boolean headed = c.text.startsWith(HEADLINE);
    String text = headed ? c.text.substring(HEADLINE.length()) : c.text;
    int line = text.indexOf('\n');
    Span whole = new Span(0, text.length());
    List<Zone> zones =
        headed
            ? List.of(
                new Zone(ZoneRole.HEADLINE, new Span(0, line)),
                new Zone(ZoneRole.BODY, new Span(line + 1, text.length())))
            : List.of(new Zone(ZoneRole.BODY, whole));
    return ANNOTATOR.annotateByParagraph(
        new Article(new ArticleId("case"), "case", Imprint.NONE, List.of(), "en", text, zones));
  }

  private static Stream<Case> stream(String file) {
    try {
      return read(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> read(String file) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String block : Files.readString(CASES.resolve(file)).split("(?m)^(?=# )", -1)) {
      int line = block.indexOf('\n');
      int expectations = block.indexOf("\n-> ");
      if (expectations >= 0) {
        cases.add(
            new Case(
                block.substring(2, line),
                block.substring(line + 1, expectations).strip(),
                Stream.of(block.substring(expectations).strip().split("\n", -1))
                    .map(e -> e.substring("-> ".length()).strip())
                    .toList()));
      }
    }
    return cases;
  }
}

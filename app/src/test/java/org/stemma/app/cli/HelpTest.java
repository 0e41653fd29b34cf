package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help teaches, and fits a terminal. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "extract",
        "add",
        "watch",
        "open",
        "serve",
        "demo",
        "search",
        "trace",
        "check",
        "disputes",
        "speakers",
        "correct",
        "export",
        "mcp"
      })
  void everyCommandShowsAnExampleOfItself(String command) {
    StemmaProcess.Ran ran = stemma(command, "--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Example:\n  ./stemma " + command);
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    // A line that was too long goes on at the left edge.
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line).doesNotMatch("[a-z].*"));
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "merge", "split", "rename", "not-a-person", "log", "revert"})
  void everyCommandAboutSpeakersShowsAnExampleOfItself(String command) {
    StemmaProcess.Ran ran = stemma("speakers", command, "--help");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Example:\n  ./stemma speakers " + command);
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line).doesNotMatch("[a-z].*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"date", "zone", "split", "speaker", "log", "import"})
  void everyCommandThatCorrectsShowsAnExampleOfItself(String command) {
    StemmaProcess.Ran ran = stemma("correct", command, "--help");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Example:\n  ./stemma correct " + command);
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line).doesNotMatch("[a-z].*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "add", "watch"})
  void whoFetchesSaysWhatIsFetchedAndWhatNeverIs(String command) {
    assertThat(stemma(command, "--help").out().replaceAll("\\s+", " "))
        .contains("where robots.txt allows it, a host once a second, at most 10 MB")
        .containsAnyOf("that lead to private networks are never", "Private networks are never");
  }

  @Test
  void theFirstHelpNamesEveryCommand() {
    StemmaProcess.Ran ran = stemma("--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains(
            "demo", "open", "add", "watch", "serve", "trace", "check", "read", "extract", "export")
        .contains("Exit status: 0 done, 1 the answer is no, 2 wrong use, 3 failed.")
        .doesNotContain("rehearse");
  }

  @Test
  void theVersionIsOneLine() {
    StemmaProcess.Ran ran = stemma("--version");
    assertThat(ran.status()).isZero();
    assertThat(ran.lines()).hasSize(1);
    assertThat(ran.out()).startsWith("Stemma ");
  }

  /** What starts quickly must not load what is slow to load. */
  @Test
  void helpLoadsNoneOfTheRooms() {
    StemmaProcess.Ran ran =
        new StemmaProcess().java("-Xlog:class+load:stdout").run("trace", "--help");
    assertThat(ran.out())
        .contains("org.stemma.app.cli.TraceCommand")
        .doesNotContain(
            "org.apache.lucene.",
            "opennlp.",
            "com.fasterxml.jackson.",
            "org.sqlite.",
            "com.sun.net.httpserver.HttpServer ",
            "gg.jte.",
            "org.stemma.annotate.");
  }
}

package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of the sample desk, through the real process. */
class ExportCommandTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("stemma.root", ".."), "examples");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  @BeforeAll
  static void addTheSampleDesk() {
    StemmaProcess.Ran ran = stemma("add", EXAMPLES.resolve("desk").toString(), "--desk", desk());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private static String desk() {
    return shared.resolve("desk").toString();
  }

  @Test
  void aWorkbookGoesIntoAFileAndNothingElseIsLeft() throws IOException {
    Path book = folder.resolve("said.xlsx");
    StemmaProcess.Ran ran =
        stemma(
            "export",
            "attributions",
            "--format",
            "xlsx",
            "--out",
            book.toString(),
            "--desk",
            desk());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(book);
    }
  }

  @Test
  void whatIsAskedForIsWhatComes() {
    StemmaProcess.Ran all = stemma("export", "attributions", "--format", "csv", "--desk", desk());
    StemmaProcess.Ran some =
        stemma(
            "export",
            "attributions",
            "--format",
            "csv",
            "--speaker",
            "Tomas Brel",
            "--act",
            "say",
            "--from",
            "2031-03-12",
            "--to",
            "2031-03-12",
            "--desk",
            desk());
    assertThat(some.status()).as(some.err()).isZero();
    assertThat(some.lines().size()).isBetween(2, all.lines().size() - 1);
    assertThat(some.lines().stream().skip(1)).allMatch(line -> line.contains("Brel"));
  }

  @Test
  void whatCannotBeHadIsToldInOneSentence() {
    StemmaProcess.Ran format = stemma("export", "quotes", "--format", "csv", "--desk", desk());
    assertThat(format.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(format.err()).startsWith("stemma: quotes come as graphml, gexf, not as csv.");
    StemmaProcess.Ran filter = stemma("export", "reuse", "--words", "warning", "--desk", desk());
    assertThat(filter.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(filter.err()).contains("only outlet, from and to").doesNotContain("Exception");
    StemmaProcess.Ran place =
        stemma("export", "quotes", "--out", folder.toString(), "--desk", desk());
    assertThat(place.status()).isEqualTo(ExitStatus.WRONG_USE);
    StemmaProcess.Ran nowhere =
        stemma(
            "export",
            "quotes",
            "--out",
            folder.resolve("no/such.graphml").toString(),
            "--desk",
            desk());
    assertThat(nowhere.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(nowhere.err()).doesNotContain("\tat ");
  }
}

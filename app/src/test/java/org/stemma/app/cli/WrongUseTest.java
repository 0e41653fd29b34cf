package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each mistake gets one sentence with the place and the mend, status 2 or 3, and no stack trace.
 */
class WrongUseTest {
  @TempDir private Path folder;

  private static void isWrongUse(StemmaProcess.Ran ran, String sentence) {
    complains(ran, ExitStatus.WRONG_USE, sentence);
  }

  private static void complains(StemmaProcess.Ran ran, int status, String sentence) {
    assertThat(ran.err()).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(ran.status()).isEqualTo(status);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void noCommand() {
    isWrongUse(stemma(), "Which command?");
  }

  @Test
  void unknownCommand() {
    isWrongUse(stemma("trase", "words"), "Did you mean");
  }

  @Test
  void unknownOption() {
    isWrongUse(stemma("extract", "--ofsets", "utf16"), "Did you mean --offsets?");
  }

  @Test
  void unknownUnit() {
    isWrongUse(stemma("extract", "--offsets", "bytes"), "\"bytes\" is none of: codepoints, utf16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "-0.5", "half", "NaN", ""})
  void confidenceThatIsNone(String typed) {
    isWrongUse(
        stemma("extract", "--least-confidence=" + typed, "-"),
        "\"" + typed + "\" is no confidence; --least-confidence takes a number from 0 to 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extract", "add"})
  void unknownModel(String command) {
    isWrongUse(stemma(command, "--model", "best"), "\"best\" is none of: fast, thorough");
  }

  @Test
  void missingFile() {
    isWrongUse(
        stemma("extract", folder.resolve("nothing.jsonl").toString()),
        "There is no file or folder");
  }

  @Test
  void noPlaceToAddFrom() {
    isWrongUse(stemma("add", "--desk", folder.toString()), "Nothing to read was named");
  }

  @Test
  void noDeskToAsk() {
    isWrongUse(
        stemma("trace", "the", "lamp", "--desk", folder.toString()),
        "There is no desk in " + folder);
  }

  @Test
  void noWordsToTrace() {
    isWrongUse(stemma("trace"), "WORDS");
  }

  @Test
  void queryThatMakesNoSense() {
    isWrongUse(stemma("search", "ferry colour:red"), "There is no field \"colour\"");
    isWrongUse(stemma("search", " "), "Nothing was given");
    isWrongUse(stemma("search", "ferry", "--most", "0"), "--most is 1 or more");
  }

  @Test
  void missingDraft() {
    isWrongUse(stemma("check", folder.resolve("draft.md").toString()), "There is no file");
  }

  @Test
  void emptyDraft() throws IOException {
    Path draft = Files.writeString(folder.resolve("draft.md"), " \r\n");
    isWrongUse(stemma("check", draft.toString()), "is empty");
  }

  @Test
  void csvOfSomethingElse() {
    isWrongUse(
        stemma("export", "quotes", "--format", "csv", "--desk", folder.toString()),
        "quotes come as graphml, gexf, not as csv");
  }

  @Test
  void portThatDoesNotExist() {
    isWrongUse(stemma("serve", "--port", "70000"), "Port 70000 does not exist");
  }

  @Test
  void deskWhereAFileLies() throws IOException {
    Path file = Files.writeString(folder.resolve("desk"), "not a folder");
    Path page = Files.writeString(folder.resolve("page.txt"), "The lamp of Osterby was lit.");
    complains(stemma("add", page.toString(), "--desk", file.toString()), ExitStatus.FAILED, "desk");
  }

  @Test
  void deskThatMayNotBeWritten() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Assumptions.assumeTrue(
        closed.toFile().setWritable(false) && !Files.isWritable(closed),
        "this user may write everywhere");
    Path page = Files.writeString(folder.resolve("page.txt"), "The lamp of Osterby was lit.");
    complains(
        stemma("add", page.toString(), "--desk", closed.resolve("desk").toString()),
        ExitStatus.FAILED,
        "desk");
    assertThat(closed.toFile().setWritable(true)).isTrue();
  }

  @Test
  void whoAsksForTheTraceGetsIt() {
    StemmaProcess.Ran ran =
        new StemmaProcess().environment("STEMMA_DEBUG", "1").run("serve", "--port", "70000");
    assertThat(ran.err()).contains("\tat org.stemma.app.cli.");
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
  }
}

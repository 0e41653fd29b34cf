package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stemma correct} through the real process. */
class CorrectCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PAGES =
      """
      {"id":"quay","outlet":"Quay Post","date":"2031-05-04","text":"“We will not sell the northern dyke to anyone, now or ever,” said Karim Hadun. He left the hall at noon."}
      {"id":"mole","outlet":"Mole Herald","date":"2031-05-05","text":"“We will not sell the northern dyke to anyone, now or ever,” said Jonas Salim. He left the hall at noon."}
      """;

  @TempDir private Path folder;
  private Path desk;

  @BeforeEach
  void readThePages() {
    desk = folder.resolve("desk");
    add(desk);
  }

  private static void add(Path desk) {
    StemmaProcess.Ran ran =
        new StemmaProcess().input(PAGES).run("add", "-", "--desk", desk.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private StemmaProcess.Ran correct(String... arguments) {
    List<String> all = new ArrayList<>(List.of("correct"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--desk", desk.toString()));
    return stemma(all.toArray(new String[0]));
  }

  private int witnesses() throws IOException {
    StemmaProcess.Ran ran =
        stemma("trace", "sell the northern dyke", "--format", "json", "--desk", desk.toString());
    JsonNode found = JSON.readTree(ran.out()).findValue("witnesses");
    return found.size();
  }

  @Test
  void whatIsPutRightLasts_isInTheLog_goesToAnotherDesk_andCanBeTakenBack() throws IOException {
    assertThat(witnesses()).isEqualTo(2);
    assertThat(correct("split", "mole-1").out())
        .startsWith(
            "Decision 1: A statement of its own: “We will not sell the northern dyke to anyone, now"
                + " or ever” (Mole Herald).");
    assertThat(witnesses()).isEqualTo(1);
    assertThat(correct("date", "mole", "2031-05-01").out())
        .contains("was published on 1 May 2031; the page says 5 May 2031.");
    assertThat(correct("outlet", "mole", "Mole Gazette").status()).isZero();
    assertThat(correct("zone", "quay", "boilerplate", "He left the hall at noon.").out())
        .contains("“He left the hall at noon.”: page furniture.");
    assertThat(correct("speaker", "mole-1", "karim hadun").out())
        .contains("was said by Karim Hadun.");
    assertThat(correct("revert", "1").status()).isZero();
    assertThat(witnesses()).isEqualTo(2);

    StemmaProcess.Ran log = correct("log", "--format", "jsonl");
    assertThat(log.lines()).hasSize(6);
    assertThat(JSON.readTree(log.lines().get(0)).get("holds").asBoolean()).isFalse();
    assertThat(correct("log").out()).contains("taken back", "Decision 1 no longer holds.");

    Path file = Files.writeString(folder.resolve("decisions.jsonl"), log.out());
    desk = folder.resolve("other");
    Files.createDirectories(desk);
    StemmaProcess.Ran empty =
        new StemmaProcess()
            .input("{\"id\":\"x\",\"text\":\"It rained.\"}")
            .run("add", "-", "--desk", desk.toString());
    assertThat(empty.status()).isZero();
    assertThat(correct("import", file.toString()).out())
        .startsWith("6 decisions are new. 4 decisions speak of articles that this desk does not");
    add(desk);
    assertThat(correct("import", file.toString()).out().strip())
        .isEqualTo("0 decisions are new, 6 were known before.");
    assertThat(correct("log").out().replaceAll("\\s+", " "))
        .contains("Mole Gazette; the page says Mole Herald.");
  }

  @Test
  void whatMakesNoSense_isOneSentence() throws IOException {
    wrong("names no place", "split", "nowhere");
    wrong("holds no article", "date", "gone", "2031-05-01");
    wrong("ISO 8601", "date", "mole", "May");
    wrong("There is no role", "zone", "mole", "sky", "0-9");
    wrong("copy them from its text", "zone", "mole", "body", "The barge");
    wrong("one statement already", "join", "quay-1", "mole-1");
    wrong("Nobody is called", "speaker", "mole-1", "Nobody");
    wrong("There is no decision 3", "revert", "3");
    wrong("numbered from 1", "revert", "0");
    Path file = Files.writeString(folder.resolve("log.jsonl"), "{\"at\":\"noon\"}\n");
    wrong("Line 1 is no decision", "import", file.toString());
    wrong("no file or folder", "import", folder.resolve("gone").toString());
    assertThat(correct("log").status()).isEqualTo(ExitStatus.NO);
  }

  private void wrong(String why, String... arguments) {
    StemmaProcess.Ran ran = correct(arguments);
    assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains(why).doesNotContain("\tat ");
  }
}

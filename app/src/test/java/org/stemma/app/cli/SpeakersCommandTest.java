package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stemma speakers} through the real process. */
class SpeakersCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PAGES =
      """
      {"id":"quay","outlet":"Quay Post","date":"2031-05-04","text":"“We will not sell the northern dyke to anyone, now or ever,” said Karim Hadun. He left the hall at noon."}
      {"id":"mole","outlet":"Mole Herald","date":"2031-05-05","text":"“The price of salt is a scandal, and it is a scandal of our own,” said Jonas Salim. He left the hall at noon."}
      {"id":"tarn","outlet":"Tarn Echo","date":"2031-05-06","text":"“Nobody has asked the pilots of the strait what they think,” said Karim Hadun. He left the hall at noon."}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void readThePages() {
    StemmaProcess.Ran ran =
        new StemmaProcess().input(PAGES).run("add", "-", "--desk", folder.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private StemmaProcess.Ran speakers(String... arguments) {
    List<String> all = new ArrayList<>(List.of("speakers"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--desk", folder.toString()));
    return stemma(all.toArray(new String[0]));
  }

  private List<String> names() throws IOException {
    StemmaProcess.Ran ran = speakers("list", "--format", "json");
    assertThat(ran.status()).as(ran.err()).isZero();
    return JSON.readTree(ran.out()).get("speakers").findValuesAsText("name");
  }

  @Test
  void theListNamesWhoIsQuoted_thoseWithMostStatementsFirst() throws IOException {
    assertThat(names()).containsExactly("Karim Hadun", "Jonas Salim");
    assertThat(speakers().out())
        .contains("1  Karim Hadun", "2 statements, named in 2 articles", "mole~jonas-salim");
    assertThat(speakers("list", "hadun").out())
        .contains("in        quay~karim-hadun", "in        tarn~karim-hadun", "one full name")
        .doesNotContain("Salim");
    assertThat(speakers("list", "Nobody").status()).isEqualTo(ExitStatus.NO);
  }

  @Test
  void whatIsDecidedLasts_isShown_andCanBeTakenBack() throws IOException {
    assertThat(speakers("merge", "karim hadun", "mole~jonas-salim").out())
        .startsWith("Decision 1: Karim Hadun and Jonas Salim are one.");
    assertThat(names()).containsExactly("Karim Hadun");
    assertThat(speakers("rename", "Jonas Salim", "The Falcon").status()).isZero();
    assertThat(names()).containsExactly("The Falcon");
    assertThat(speakers("split", "tarn~karim-hadun").out())
        .startsWith("Decision 3: 1 article means another speaker.");
    assertThat(names()).containsExactlyInAnyOrder("The Falcon", "Karim Hadun");
    assertThat(speakers("not-a-person", "tarn~karim-hadun").status()).isZero();
    assertThat(names()).containsExactly("The Falcon");
    for (String number : List.of("4", "3", "2", "1")) {
      assertThat(speakers("revert", number).status()).isZero();
    }
    assertThat(names()).containsExactly("Karim Hadun", "Jonas Salim");

    List<String> log = speakers("log", "--format", "jsonl").lines();
    assertThat(log).hasSize(8);
    JsonNode renamed = JSON.readTree(log.get(1));
    assertThat(renamed.get("number").asInt()).isEqualTo(2);
    assertThat(renamed.get("decision").asText()).isEqualTo("rename");
    assertThat(renamed.get("name").asText()).isEqualTo("The Falcon");
    assertThat(JSON.readTree(log.get(4)).get("reverts").asInt()).isEqualTo(4);
    assertThat(speakers("log").out())
        .contains("1  Karim Hadun and Jonas Salim are one.", "Decision 4 no longer holds.");
  }

  @Test
  void whoIsNotOnRecord_orDecisionsThatWereNotTaken_areOneSentence() {
    StemmaProcess.Ran unknown = speakers("rename", "Nobody", "Somebody");
    assertThat(unknown.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(unknown.err()).contains("Nobody is called \"Nobody\"").doesNotContain("\tat ");
    StemmaProcess.Ran never = speakers("revert", "7");
    assertThat(never.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(never.err()).contains("There is no decision 7: 0 were taken.");
    assertThat(speakers("split", "quay~nobody").status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(speakers("log").status()).isEqualTo(ExitStatus.NO);
  }

  @Test
  void aNameThatTwoHave_isAskedBack() {
    speakers("split", "tarn~karim-hadun");
    StemmaProcess.Ran ran = speakers("rename", "Karim Hadun", "Karim Hadun the Elder");
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains("2 are called", "quay~karim-hadun", "tarn~karim-hadun");
  }

  @Test
  void theDeskMayBeNamedBeforeTheCommand() {
    StemmaProcess.Ran ran = stemma("speakers", "--desk", folder.toString(), "list");
    assertThat(ran.out()).contains("Karim Hadun");
  }
}

package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stemma.check.Verdict;
import org.stemma.model.AlterationKind;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.model.Statement;
import org.stemma.read.Pages;
import org.stemma.store.StoreException;

/** Speakers across the articles of a desk: under all their names, and as people decide. */
class DeskSpeakersTest {
  private static final Instant NOON = Instant.parse("2031-05-07T12:00:00Z");

  private static final String PAGES =
      """
      {"id":"quay","outlet":"Quay Post","date":"2031-05-04","text":"“We will not sell the northern dyke to anyone, now or ever,” said Karim Hadun. He left the hall at noon."}
      {"id":"mole","outlet":"Mole Herald","date":"2031-05-05","text":"“We will not sell the northern dyke to anyone, now or ever,” said Jonas Salim. He left the hall at noon."}
      """;

  private static final String HADUN = "quay~karim-hadun";
  private static final String SALIM = "mole~jonas-salim";

  @TempDir Path folder;

  private Desk open() {
    return Desk.open(folder);
  }

  private void read(Desk desk) {
    InputStream in = new ByteArrayInputStream(PAGES.getBytes(StandardCharsets.UTF_8));
    desk.add(Pages.open(List.of("-"), in), Progress.NONE);
  }

  private static boolean isMisattributed(Desk desk) {
    return desk.statements().stream()
        .flatMap(statement -> statement.witnesses().stream())
        .flatMap(witness -> witness.alterations().stream())
        .anyMatch(alteration -> alteration.kind() == AlterationKind.MISATTRIBUTED);
  }

  private static Verdict verdict(Desk desk, String draft) {
    return desk.check(draft).quotations().get(0).verdict();
  }

  @Test
  void twoNames_areTwoSpeakers_untilSomebodyMergesThem_andThenForGood() {
    try (Desk desk = open()) {
      read(desk);
      assertThat(desk.speakers())
          .extracting(Entity::name)
          .containsExactlyInAnyOrder("Karim Hadun", "Jonas Salim");
      assertThat(isMisattributed(desk)).isTrue();
      assertThat(desk.decide(new Decision.Merge(NOON, List.of(HADUN, SALIM)))).isEqualTo(1);
      assertThat(isMisattributed(desk)).isFalse();
    }
    try (Desk again = open()) {
      read(again);
      assertThat(again.speakers()).hasSize(1);
      List<Statement> said = again.statementsBy(again.speakers().get(0));
      assertThat(said).anyMatch(statement -> statement.witnesses().size() == 2);
      assertThat(again.decide(new Decision.Revert(NOON, 1))).isEqualTo(2);
      assertThat(again.speakers()).hasSize(2);
      assertThat(again.decisions()).hasSize(2);
    }
  }

  @Test
  void aListOfNamesInTheDesksFolder_isKnownWhenItIsOpened() throws IOException {
    Files.writeString(folder.resolve(Desk.NAMES), "Karim Hadun = Jonas Salim = The Falcon\n");
    try (Desk desk = open()) {
      read(desk);
      assertThat(desk.speakers()).hasSize(1);
      assertThat(isMisattributed(desk)).isFalse();
    }
  }

  @Test
  void aListOfNamesThatIsNone_isOneSentence() throws IOException {
    Files.writeString(folder.resolve(Desk.NAMES), "Karim Hadun\n");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining(Desk.NAMES)
        .withMessageContaining("Line 1");
  }

  @Test
  void aDraftMayUseAnyNameOfASpeaker() {
    String draft = "“We will not sell the northern dyke to anyone, now or ever,” said Omar Falk.";
    try (Desk desk = open()) {
      read(desk);
      assertThat(verdict(desk, draft)).isEqualTo(Verdict.MISATTRIBUTED);
      desk.decide(new Decision.Rename(NOON, HADUN, "Omar Falk"));
      assertThat(verdict(desk, draft)).isEqualTo(Verdict.VERBATIM);
    }
  }

  @Test
  void aDecisionAboutNobody_isRefused() {
    try (Desk desk = open()) {
      read(desk);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> desk.decide(new Decision.NotASpeaker(NOON, "quay~nobody")))
          .withMessageContaining("quay~nobody");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> desk.decide(new Decision.Revert(NOON, 1)))
          .withMessage("There is no decision 1: 0 were taken.");
      assertThat(desk.decisions()).isEmpty();
    }
  }

  @Test
  void whoIsNoSpeaker_isNotListed() {
    try (Desk desk = open()) {
      read(desk);
      desk.decide(new Decision.NotASpeaker(NOON, SALIM));
      assertThat(desk.speakers()).extracting(Entity::name).containsExactly("Karim Hadun");
    }
  }
}

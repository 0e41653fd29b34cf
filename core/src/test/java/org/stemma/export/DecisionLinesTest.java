package org.stemma.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

class DecisionLinesTest {
  private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");
  private static final ArticleId A = new ArticleId("quay-4");
  private static final Locus SAID = new Locus(A, 12);

  private static final List<Decision> LOG =
      List.of(
          new Decision.Merge(NOON, List.of("quay-4~ada-quill", "mole~quill")),
          new Decision.Split(NOON, List.of("mole~quill")),
          new Decision.Rename(NOON, "mole~quill", "Ada “the Pen” Quill"),
          new Decision.NotASpeaker(NOON, "mole~monday"),
          new Decision.JoinStatements(NOON, List.of(SAID, new Locus(new ArticleId("mole"), 3))),
          new Decision.SplitStatement(NOON, List.of(SAID)),
          new Decision.SetDate(NOON, A, "2031-05-04"),
          new Decision.SetOutlet(NOON, A, "Quay Post"),
          new Decision.MarkZone(NOON, A, new Span(3, 80), ZoneRole.PULL_QUOTE),
          new Decision.Reject(NOON, SAID),
          new Decision.SetSpeaker(NOON, SAID, "mole~quill", "Quill"),
          new Decision.NotNamed(NOON, SAID),
          new Decision.Revert(NOON, 7));

  @Test
  void everyKindComesBackAsItWasWritten() {
    assertThat(LOG).extracting(Decision::kind).contains(Decision.Kind.values());
    String lines = DecisionLines.write(LOG);
    assertThat(lines.lines()).hasSize(LOG.size());
    assertThat(DecisionLines.read(lines)).isEqualTo(LOG);
  }

  @Test
  void whatWasTakenBackSaysSo() {
    assertThat(DecisionLines.fields(LOG).get(6)).containsEntry("holds", false);
    assertThat(DecisionLines.fields(LOG).get(7)).containsEntry("holds", true);
  }

  @Test
  void ofSomeLines_theRevertsFollowTheNumbers() {
    String lines = DecisionLines.write(LOG);
    List<String> some = lines.lines().toList();
    String file = "\n" + some.get(6) + "\r\n\n" + some.get(12) + "\n";
    assertThat(DecisionLines.read(file)).containsExactly(LOG.get(6), new Decision.Revert(NOON, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecisionLines.read(some.get(12)))
        .withMessageContaining("takes back decision 7, which is not before it in the file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no json at all                                                                  | is not JSON
          [1, 2]                                                                          | "at"
          {"at":"noon","decision":"reject","attribution":"a-1"}                           | noon
          {"at":"2031-05-04T12:00:00Z","decision":"burn"}                                 | no decision "burn"
          {"at":"2031-05-04T12:00:00Z","decision":"reject","attribution":"nowhere"}       | names no place
          {"at":"2031-05-04T12:00:00Z","decision":"reject","attribution":7}               | "attribution"
          {"at":"2031-05-04T12:00:00Z","decision":"set_date","article":"a","date":"May"}  | ISO 8601
          {"at":"2031-05-04T12:00:00Z","decision":"set_date","article":"a b","date":"2031-05-04"} | white space
          {"at":"2031-05-04T12:00:00Z","decision":"set_outlet","article":"a","outlet":" "} | "outlet"
          {"at":"2031-05-04T12:00:00Z","decision":"mark_zone","article":"a","start":9,"end":3,"role":"body"} | span
          {"at":"2031-05-04T12:00:00Z","decision":"mark_zone","article":"a","start":1.5,"end":3,"role":"body"} | "start"
          {"at":"2031-05-04T12:00:00Z","decision":"mark_zone","article":"a","start":1,"end":3,"role":"sky"} | no role
          {"at":"2031-05-04T12:00:00Z","decision":"merge","bearings":["a~x"]}             | two bearings
          {"at":"2031-05-04T12:00:00Z","decision":"merge","bearings":"a~x"}               | a list
          """)
  void whatIsNoDecision_isOneSentenceWithItsLine(String line, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecisionLines.read("\n" + line + "\n"))
        .withMessageStartingWith("Line 2 is no decision: ")
        .withMessageContaining(why);
  }

  @Test
  void anEndlessName_isRefused() {
    String line = DecisionLines.write(List.of(new Decision.SetOutlet(NOON, A, "x".repeat(501))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecisionLines.read(line))
        .withMessageContaining("longer than 500 characters");
  }
}

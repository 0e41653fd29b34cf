package org.stemma.pipeline;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.Verdict;
import org.stemma.dispute.Dispute;
import org.stemma.model.AlterationKind;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.read.Pages;

/**
 * The sample desk, as a newcomer meets it. What README and examples/README.md promise is held here.
 */
class SampleDeskTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static Desk desk;

  @BeforeAll
  static void readTheSampleDesk() {
    desk = Desk.inMemory();
    try (Pages pages =
        Pages.open(List.of(EXAMPLES.resolve("desk").toString()), InputStream.nullInputStream())) {
      ReadingReport report = desk.add(pages, Progress.NONE);
      assertThat(report.listed()).isEmpty();
    }
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void twelveArticlesOfSevenOutlets() {
    Overview overview = desk.overview();
    assertThat(overview.articles()).isEqualTo(12);
    assertThat(overview.outlets()).isEqualTo(7);
    assertThat(overview.undated()).isEqualTo(2);
  }

  @Test
  void nothingAReaderWritesIsAStatement() {
    for (Article article : desk.articles()) {
      for (Attribution attribution : desk.article(article.id()).orElseThrow().attributions()) {
        String said = attribution.extent().in(article.text());
        assertThat(said).doesNotContain("we will sink", "at war with", "aimed at us");
      }
    }
  }

  @Test
  void theLostNotIsNamedBeforeEverything() {
    Statement statement = only("rule out that a warning shot was fired before the collision");
    assertThat(witnessOf(statement, "The Castrel Tribune").alterations().get(0).kind())
        .isEqualTo(AlterationKind.NEGATED);
    assertThat(outlets(statement)).contains("Northern Wire", "The Castrel Tribune");
  }

  @Test
  void theChangedNumberIsNamed() {
    Statement statement = only("bodies out of the water and we are still looking");
    assertThat(statement.witnesses()).hasSize(3);
    assertThat(statement.witnesses().stream().flatMap(w -> w.alterations().stream()))
        .anyMatch(a -> a.kind() == AlterationKind.NUMBER_CHANGED);
  }

  @Test
  void theWrongSpeakerIsNamed() {
    Statement statement = only("We had the lights on and we had the right of way");
    Witness column = witnessOf(statement, "The Plain Harbour");
    assertThat(column.speaker()).isEqualTo(new Speaker.Named("Henrik Osse"));
    assertThat(column.alterations()).anyMatch(a -> a.kind() == AlterationKind.MISATTRIBUTED);
    assertThat(statement.speakerName()).contains("Jonas Verrin");
  }

  @Test
  void whoSheMeansIsWhoWasNamedInTheParagraph() {
    assertThat(speakerIn("Northern Wire", "The number of dead is 17, and each of them has a name"))
        .isEqualTo(new Speaker.Named("Dora Klint"));
    assertThat(speakerIn("Northern Wire", "My client is a witness and not a suspect"))
        .isEqualTo(new Speaker.Named("Mina Sarto"));
    assertThat(speakerIn("Northern Wire", "We had the lights on and we had the right of way"))
        .isEqualTo(new Speaker.Named("Jonas Verrin"));
  }

  private static Speaker speakerIn(String outlet, String words) {
    return witnessOf(only(words), outlet).speaker();
  }

  @Test
  void theSecondTranslationIsFoundFromEitherWording() {
    Statement one = only("Our vessel kept its course");
    Statement other = only("Our ship held its course");
    assertThat(one).isEqualTo(other);
    assertThat(outlets(one)).contains("Northern Wire", "Meridian Post");
  }

  @Test
  void theDayAPageWasReadIsNotItsDayOfPublication() {
    List<Article> undated = desk.articles().stream().filter(a -> a.published().isEmpty()).toList();
    assertThat(undated).hasSize(2);
    assertThat(undated)
        .allSatisfy(
            a ->
                assertThat(a.dates())
                    .anyMatch(
                        d -> d.origin() == DateOrigin.MASTHEAD && d.value().startsWith("2033-")));
  }

  @Test
  void accusationStandsBesideDenialAndOneTollBesideAnother() {
    List<Dispute> disputes = desk.disputes();
    assertThat(disputes.stream().map(Dispute::kind))
        .containsExactly(Dispute.Kind.DENIAL, Dispute.Kind.RIVAL_FIGURES);
    Set<String> figures = new TreeSet<>();
    disputes
        .get(1)
        .accounts()
        .forEach(a -> figures.add(a.figure().orElseThrow().value().toString()));
    assertThat(figures).containsExactly("17", "23", "26", "32");
  }

  @Test
  void theDraftGetsAllFiveVerdicts() throws IOException {
    CheckReport report = desk.check(Files.readString(EXAMPLES.resolve("draft.md")));
    assertThat(report.quotations().stream().map(Checked::verdict))
        .containsExactly(
            Verdict.VERBATIM,
            Verdict.TRUNCATED,
            Verdict.ALTERED,
            Verdict.ALTERED,
            Verdict.MISATTRIBUTED,
            Verdict.NOT_ON_RECORD);
    assertThat(gravest(report.quotations().get(2))).isEqualTo(AlterationKind.NEGATED);
    assertThat(gravest(report.quotations().get(3))).isEqualTo(AlterationKind.NUMBER_CHANGED);
    assertThat(report.allVerbatim()).isFalse();
  }

  @Test
  void everyWitnessIdLeadsToItsStatement() {
    for (Statement statement : desk.statements()) {
      for (Witness witness : statement.witnesses()) {
        assertThat(desk.statement(witness.id())).contains(statement);
      }
    }
    assertThat(desk.statement("no such statement")).isEmpty();
    assertThat(desk.statement("-7")).isEmpty();
  }

  private static AlterationKind gravest(Checked checked) {
    return checked.alterations().get(0).kind();
  }

  /** The best answer to a trace. */
  private static Statement only(String words) {
    List<Statement> found = desk.trace(words);
    assertThat(found).as(words).isNotEmpty();
    return found.get(0);
  }

  private static Witness witnessOf(Statement statement, String outlet) {
    Optional<Witness> found =
        statement.witnesses().stream()
            .filter(w -> article(w).outlet().equals(Optional.of(outlet)))
            .findFirst();
    assertThat(found).as("witness of %s in %s", statement, outlet).isPresent();
    return found.orElseThrow();
  }

  private static Set<String> outlets(Statement statement) {
    return statement.witnesses().stream()
        .map(w -> article(w).outlet().orElse("not known"))
        .collect(toCollection(TreeSet::new));
  }

  private static Article article(Witness witness) {
    return desk.article(witness.article()).map(Annotated::article).orElseThrow();
  }
}

package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stemma.export.DecisionLines;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Dating;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.model.ZoneRole;
import org.stemma.read.Pages;

/** What people put right about articles and statements, over what was read and found. */
class DeskCorrectionsTest {
  private static final Instant NOON = Instant.parse("2031-05-07T12:00:00Z");

  private static final String DYKE = "We will not sell the northern dyke to anyone, now or ever";

  private static final String PAGES =
      """
      {"id":"quay","outlet":"Quay Post","date":"2031-05-04","text":"“We will not sell the northern dyke to anyone, now or ever,” said Karim Hadun. He left the hall at noon."}
      {"id":"mole","outlet":"Mole Herald","date":"2031-05-05","text":"“We will not sell the northern dyke to anyone, now or ever,” said Jonas Salim. He left the hall at noon."}
      {"id":"tarn","outlet":"Tarn Echo","date":"2031-05-06","text":"“The price of salt is a scandal, and it is a scandal of our own,” said Karim Hadun. He left the hall at noon."}
      """;

  private static final ArticleId QUAY = new ArticleId("quay");
  private static final ArticleId MOLE = new ArticleId("mole");
  private static final ArticleId TARN = new ArticleId("tarn");

  /** Where the quotation begins behind its mark, in each of them. */
  private static final Locus IN_QUAY = new Locus(QUAY, 1);

  private static final Locus IN_MOLE = new Locus(MOLE, 1);
  private static final Locus IN_TARN = new Locus(TARN, 1);

  private final Desk desk = Desk.inMemory();

  @BeforeEach
  void readThePages() {
    read(desk);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static void read(Desk desk) {
    InputStream in = new ByteArrayInputStream(PAGES.getBytes(StandardCharsets.UTF_8));
    desk.add(Pages.open(List.of("-"), in), Progress.NONE);
  }

  private Statement at(Locus place) {
    return desk.statement(place.id()).orElseThrow();
  }

  private Article article(ArticleId id) {
    return desk.article(id).orElseThrow().article();
  }

  private Speaker speakerIn(ArticleId id) {
    return desk.article(id).orElseThrow().attributions().get(0).speaker();
  }

  @Test
  void aWitnessThatIsSplitOff_isAStatementOfItsOwn_untilThatIsTakenBack() {
    List<Statement> before = desk.statements();
    assertThat(at(IN_QUAY)).isEqualTo(at(IN_MOLE));
    int number = desk.decide(new Decision.SplitStatement(NOON, List.of(IN_MOLE)));
    assertThat(at(IN_MOLE).witnesses()).extracting(Witness::id).containsExactly(IN_MOLE.id());
    assertThat(at(IN_QUAY).witnesses()).extracting(Witness::id).containsExactly(IN_QUAY.id());
    desk.decide(new Decision.Revert(NOON, number));
    assertThat(desk.statements()).isEqualTo(before);
  }

  @Test
  void joinedStatementsAreOne_underTheIdsOfBoth_andTheLaterDecisionHolds() {
    desk.decide(new Decision.JoinStatements(NOON, List.of(IN_TARN, IN_QUAY)));
    assertThat(at(IN_TARN).witnesses()).hasSize(3);
    assertThat(at(IN_TARN)).isEqualTo(at(IN_MOLE));
    desk.decide(new Decision.SplitStatement(NOON, List.of(IN_TARN)));
    assertThat(at(IN_TARN).witnesses()).hasSize(1);
    assertThat(at(IN_MOLE).witnesses()).hasSize(2);
    desk.decide(new Decision.JoinStatements(NOON, List.of(IN_MOLE, IN_TARN)));
    assertThat(at(IN_TARN).witnesses()).hasSize(3);
  }

  @Test
  void aDateSetByHand_isBelieved_andThePagesOwnStaysBesideIt() {
    desk.decide(new Decision.SetDate(NOON, MOLE, "2031-05-01"));
    desk.decide(new Decision.SetDate(NOON, MOLE, "2031-05-02"));
    Dating dating = article(MOLE).dating();
    assertThat(dating.reason()).isEqualTo(Dating.Reason.BY_HAND);
    assertThat(dating.chosen().map(FoundDate::value)).contains("2031-05-02");
    assertThat(article(MOLE).dates())
        .extracting(FoundDate::value)
        .containsExactly("2031-05-02", "2031-05-05");
    assertThat(at(IN_MOLE).witnesses()).extracting(Witness::article).containsExactly(MOLE, QUAY);
    assertThat(desk.articles()).extracting(Article::id).containsExactly(TARN, QUAY, MOLE);
    assertThat(desk.asRead(MOLE).orElseThrow().article().published().map(FoundDate::value))
        .contains("2031-05-05");
  }

  @Test
  void anOutletSetByHand_countsAsThatOutlet() {
    assertThat(desk.outlets(at(IN_QUAY))).isEqualTo(2);
    desk.decide(new Decision.SetOutlet(NOON, MOLE, "Quay Post"));
    assertThat(desk.outlets(at(IN_QUAY))).isEqualTo(1);
    assertThat(article(MOLE).outlet()).contains("Quay Post");
  }

  @Test
  void whatIsMarkedAsAReadersComment_saysNothing() {
    Span quotation = new Span(0, DYKE.length() + 20);
    desk.decide(new Decision.MarkZone(NOON, MOLE, quotation, ZoneRole.COMMENT));
    Annotated mole = desk.article(MOLE).orElseThrow();
    assertThat(mole.article().roleAt(5)).isEqualTo(ZoneRole.COMMENT);
    assertThat(mole.article().roleAt(DYKE.length() + 40)).isEqualTo(ZoneRole.BODY);
    assertThat(mole.attributions()).isEmpty();
    assertThat(desk.statement(IN_MOLE.id())).isEmpty();
    assertThat(at(IN_QUAY).witnesses()).hasSize(1);
    desk.decide(new Decision.MarkZone(NOON, MOLE, quotation, ZoneRole.BODY));
    assertThat(at(IN_QUAY).witnesses()).hasSize(2);
  }

  @Test
  void whatIsMarkedAsText_isReadAgain_andTiedToWhatOthersSay() {
    String page =
        """
        <html><head><title>Salt - Dune Star</title></head><body><article><h1>Salt is dear</h1>
        <p>The price of salt rose again in the north, and the traders of the coast were silent on Monday.</p>
        <p>The council of the coast meets on Friday to look at the price of salt and of other goods.</p>
        <p>Nobody knows what it will decide, and the traders said nothing more on the matter then.</p></article>
        <aside class="related"><p>“The price of salt is a scandal, and it is a scandal of our own,” said Karim Hadun on Monday.</p></aside>
        </body></html>
        """;
    desk.add(
        Pages.of("dune.html", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))),
        Progress.NONE);
    Article dune =
        desk.articles().stream().filter(a -> a.address().endsWith("dune.html")).findFirst().get();
    int start = dune.text().indexOf("“The price of salt is");
    assertThat(dune.roleAt(start).isArticle()).as("read as part of the article").isFalse();
    assertThat(at(IN_TARN).witnesses()).hasSize(1);
    Span stretch = new Span(start, dune.text().indexOf("on Monday.", start) + 10);
    desk.decide(new Decision.MarkZone(NOON, dune.id(), stretch, ZoneRole.BODY));
    assertThat(at(IN_TARN).witnesses())
        .extracting(Witness::article)
        .containsExactlyInAnyOrder(TARN, dune.id());
    Locus said = new Locus(dune.id(), start + 1);
    assertThat(at(said)).isEqualTo(at(IN_TARN));
    assertThat(desk.entities().of(dune.id(), "Karim Hadun")).isPresent();
    desk.decide(new Decision.NotNamed(NOON, said));
    assertThat(desk.entities().of(dune.id(), "Karim Hadun")).isPresent();
    desk.decide(new Decision.Reject(NOON, said));
    desk.decide(new Decision.Revert(NOON, 1));
    assertThat(at(IN_TARN).witnesses()).hasSize(1);
  }

  @Test
  void twoMarksThatMeet_theLaterHasTheStretch() {
    desk.decide(new Decision.MarkZone(NOON, TARN, new Span(0, 40), ZoneRole.RELATED));
    desk.decide(new Decision.MarkZone(NOON, TARN, new Span(20, 60), ZoneRole.LEGAL));
    assertThat(article(TARN).roleAt(10)).isEqualTo(ZoneRole.RELATED);
    assertThat(article(TARN).roleAt(30)).isEqualTo(ZoneRole.LEGAL);
    assertThat(article(TARN).roleAt(70)).isEqualTo(ZoneRole.BODY);
  }

  @Test
  void aRejectedAttribution_isNone_butTheWordsStayAWitnessOfWhatOthersQuote() {
    desk.decide(new Decision.Reject(NOON, IN_MOLE));
    assertThat(desk.article(MOLE).orElseThrow().attributions()).isEmpty();
    assertThat(at(IN_MOLE).witnesses())
        .filteredOn(w -> w.article().equals(MOLE))
        .extracting(Witness::speaker)
        .containsExactly(new Speaker.Unknown());
    desk.decide(new Decision.Reject(NOON, IN_TARN));
    assertThat(desk.statement(IN_TARN.id())).isEmpty();
  }

  @Test
  void theSpeakerOfOneAttribution_canBeSomebodyWhomTheArticleNeverNames() {
    Entity hadun = desk.entities().byId("quay~karim-hadun").orElseThrow();
    desk.decide(hadun.saying(NOON, IN_MOLE));
    assertThat(speakerIn(MOLE)).isEqualTo(new Speaker.Named("Karim Hadun"));
    Entity now = desk.entities().byId("quay~karim-hadun").orElseThrow();
    assertThat(desk.entities().of(MOLE, speakerIn(MOLE))).contains(now);
    assertThat(desk.statementsBy(now)).contains(at(IN_MOLE));
    desk.decide(new Decision.NotNamed(NOON, IN_MOLE));
    assertThat(speakerIn(MOLE)).isInstanceOf(Speaker.Unnamed.class);
    desk.decide(new Decision.Reject(NOON, IN_MOLE));
    assertThat(desk.article(MOLE).orElseThrow().attributions()).isEmpty();
    desk.decide(hadun.saying(NOON, IN_MOLE));
    assertThat(speakerIn(MOLE)).isEqualTo(new Speaker.Named("Karim Hadun"));
  }

  @Test
  void theQuotationMark_namesTheAttributionToo() {
    Attribution found = desk.article(MOLE).orElseThrow().attributions().get(0);
    desk.decide(new Decision.Reject(NOON, new Locus(MOLE, found.extent().start())));
    assertThat(desk.article(MOLE).orElseThrow().attributions()).isEmpty();
  }

  @Test
  void aRevertOfARevert_bringsTheDecisionBack() {
    desk.decide(new Decision.SetOutlet(NOON, MOLE, "Quay Post"));
    desk.decide(new Decision.Revert(NOON, 1));
    assertThat(article(MOLE).outlet()).contains("Mole Herald");
    desk.decide(new Decision.Revert(NOON, 2));
    assertThat(article(MOLE).outlet()).contains("Quay Post");
    desk.decide(new Decision.Revert(NOON, 1));
    assertThat(article(MOLE).outlet()).contains("Mole Herald");
  }

  @Test
  void whatNamesNothing_orWouldChangeNothing_isRefusedInOneSentence() {
    refused(new Decision.SetDate(NOON, new ArticleId("gone"), "2031-05-01"), "holds no article");
    refused(new Decision.SplitStatement(NOON, List.of(new Locus(TARN, 90))), "No statement");
    refused(new Decision.SplitStatement(NOON, List.of(IN_TARN)), "whole statement");
    refused(new Decision.SplitStatement(NOON, List.of(IN_QUAY, IN_MOLE)), "whole statement");
    refused(new Decision.JoinStatements(NOON, List.of(IN_QUAY, IN_MOLE)), "one statement already");
    refused(new Decision.Reject(NOON, new Locus(TARN, 90)), "Nobody says anything");
    refused(new Decision.MarkZone(NOON, TARN, new Span(3, 999), ZoneRole.BODY), "text ends at");
    refused(new Decision.SetSpeaker(NOON, IN_TARN, "mole~nobody", "Nobody"), "mole~nobody");
    refused(
        new Decision.SetSpeaker(NOON, IN_TARN, "mole~jonas-salim", "Karim Hadun"),
        "another speaker");
    assertThat(desk.decisions()).isEmpty();
  }

  private void refused(Decision decision, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk.decide(decision))
        .withMessageContaining(why);
  }

  @Test
  void whatOneDeskDecided_anotherTakesOver_beforeItHasThePages_once() {
    desk.decide(new Decision.SplitStatement(NOON, List.of(IN_MOLE)));
    desk.decide(new Decision.SetDate(NOON, MOLE, "2031-05-01"));
    desk.decide(new Decision.Revert(NOON, 2));
    desk.decide(desk.entities().byId("quay~karim-hadun").orElseThrow().saying(NOON, IN_MOLE));
    List<Decision> log = DecisionLines.read(DecisionLines.write(desk.decisions()));
    try (Desk other = Desk.inMemory()) {
      TakenOver taken = other.takeOver(log);
      assertThat(other.waiting()).hasSize(2);
      assertThat(taken.sentence(2))
          .isEqualTo(
              "4 decisions are new. 2 decisions speak of articles that this desk does not hold,"
                  + " and wait for them.");
      read(other);
      assertThat(other.waiting()).isEmpty();
      assertThat(other.statements()).isEqualTo(desk.statements());
      assertThat(other.entities().all()).isEqualTo(desk.entities().all());
      assertThat(other.takeOver(log).sentence(0))
          .isEqualTo("0 decisions are new, 4 were known before.");
      assertThat(other.decisions()).isEqualTo(desk.decisions());
    }
  }

  @Test
  void whatIsTakenOverStandsBehindOurOwn_andItsRevertsMeanItsOwn() {
    desk.decide(new Decision.SetOutlet(NOON, TARN, "Tarn Gazette"));
    desk.takeOver(
        List.of(
            new Decision.SetOutlet(NOON, MOLE, "Mole Gazette"),
            new Decision.SetOutlet(NOON, TARN, "The Tarn"),
            new Decision.Revert(NOON, 1)));
    assertThat(article(MOLE).outlet()).contains("Mole Herald");
    assertThat(article(TARN).outlet()).contains("The Tarn");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk.takeOver(List.of(new Decision.Revert(NOON, 1))))
        .withMessage("Decision 1 takes back decision 1, which is not before it.");
    assertThat(desk.decisions()).hasSize(4);
  }

  @Test
  void onDisk_itLasts_alsoWhenThePagesAreReadAgain(@TempDir Path folder) {
    try (Desk first = Desk.open(folder)) {
      read(first);
      first.decide(new Decision.SplitStatement(NOON, List.of(IN_MOLE)));
      first.decide(new Decision.SetOutlet(NOON, TARN, "Tarn Gazette"));
    }
    try (Desk again = Desk.open(folder)) {
      read(again);
      assertThat(again.statement(IN_MOLE.id()).orElseThrow().witnesses()).hasSize(1);
      assertThat(again.article(TARN).orElseThrow().article().outlet()).contains("Tarn Gazette");
      assertThat(again.decisions()).hasSize(2);
    }
  }
}

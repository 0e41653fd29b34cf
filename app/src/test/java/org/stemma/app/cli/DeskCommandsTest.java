package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a desk, on the sample desk, through the real process. */
class DeskCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = Path.of(System.getProperty("stemma.root", ".."), "examples");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static String desk() {
    return shared.resolve("desk").toString();
  }

  @BeforeAll
  static void addTheSampleDesk() {
    StemmaProcess.Ran ran = stemma("add", EXAMPLES.resolve("desk").toString(), "--desk", desk());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("12 pages added, 0 known before, 0 skipped.");
  }

  @Test
  void theSamePagesAgainChangeNothing() throws IOException {
    StemmaProcess.Ran ran =
        stemma("add", EXAMPLES.resolve("desk").toString(), "--desk", desk(), "--format", "json");
    JsonNode report = JSON.readTree(ran.out());
    assertThat(report.get("added").asInt()).isZero();
    assertThat(report.get("known").asInt()).isEqualTo(12);
    assertThat(report.get("skipped")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNamedWithItsReason() throws IOException {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Files.writeString(pages.resolve("broken.jsonl"), "{\"text\":\n");
    Files.writeString(
        pages.resolve("sound.jsonl"),
        "{\"id\":\"s1\",\"text\":\"“The lamp is lit,” said Ada Lund of Osterby on Monday.\"}\n");
    StemmaProcess.Ran ran =
        stemma("add", pages.toString(), "--desk", folder.resolve("d").toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).startsWith("1 page added, 0 known before, 1 skipped.");
    assertThat(ran.err()).contains("broken.jsonl, line 1");
  }

  @Test
  void trace_showsEachWitnessWithWhereItsDateWasRead() {
    StemmaProcess.Ran ran = stemma("trace", "we had the lights on", "--desk", desk());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("We had the lights on")
        .contains("speaker")
        .contains("in the page's markup")
        .contains("Who took it from whom")
        .doesNotContain("\u001b");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
  }

  @Test
  void search_showsTheSentencesWithTheWordsMarked() {
    StemmaProcess.Ran ran =
        stemma("search", "speaker:brel \"warning shot\"", "--desk", desk(), "--order", "oldest");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Tomas Brel (say)", "[warning] [shot]", "outlet    Northern Wire, 12 March 2031");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    assertThat(stemma("search", "act:apologises zebra", "--desk", desk()).status())
        .isEqualTo(ExitStatus.NO);
  }

  @Test
  void search_asJsonPointsAtTheWords() throws IOException {
    StemmaProcess.Ran ran =
        stemma("search", "change:negated", "--desk", desk(), "--format", "json", "--most", "1");
    JsonNode found = JSON.readTree(ran.out());
    assertThat(found.get("query").asText()).isEqualTo("change:negated");
    assertThat(found.get("items")).hasSize(1);
    JsonNode place = found.get("items").get(0).get("wordings").get(0).get("place");
    assertThat(place.get("outlet").asText()).isEqualTo("The Castrel Tribune");
    assertThat(place.get("sentence").asText()).startsWith("“We rule out");
  }

  @Test
  void trace_asJsonPointsAtTheWords() throws IOException {
    StemmaProcess.Ran ran =
        stemma("trace", "the", "lights", "on", "--desk", desk(), "--format", "json");
    JsonNode statement = JSON.readTree(ran.out()).get("statements").get(0);
    assertThat(statement.get("witnesses").size()).isGreaterThan(1);
    for (JsonNode witness : statement.get("witnesses")) {
      assertThat(witness.get("end").asInt()).isGreaterThan(witness.get("start").asInt());
      assertThat(witness.get("address").asText()).isNotEmpty();
      assertThat(witness.has("date")).isTrue();
      assertThat(witness.has("dateOrigin")).isTrue();
    }
  }

  @Test
  void trace_drawsTheStemma() throws IOException {
    for (String name : List.of("stemma.svg", "stemma.PNG")) {
      Path file = folder.resolve(name);
      StemmaProcess.Ran ran =
          stemma("trace", "the lights on", "--desk", desk(), "--picture", file.toString());
      assertThat(ran.status()).as(ran.err()).isZero();
      String written = Files.readString(file, ISO_8859_1);
      assertThat(written).contains(name.endsWith("svg") ? "Northern Wire</text>" : "PNG");
    }
    StemmaProcess.Ran ran =
        stemma("trace", "the lights on", "--desk", desk(), "--picture", "stemma.gif");
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains("A picture's name ends in .svg or .png");
  }

  @Test
  void trace_saysWhichOutletsAreNotIndependent() {
    StemmaProcess.Ran ran = stemma("trace", "the lights on", "--desk", desk(), "--copies", "once");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("of them independent of each other", "one from the other, or of one outlet");
  }

  @Test
  void trace_ofWhatNobodySaidIsANo() {
    StemmaProcess.Ran ran = stemma("trace", "purple marmalade symposium", "--desk", desk());
    assertThat(ran.status()).isEqualTo(ExitStatus.NO);
    assertThat(ran.out()).contains("Nothing on record");
  }

  @Test
  void check_isANoWhenAQuotationIsNotVerbatim() {
    StemmaProcess.Ran ran =
        stemma("check", EXAMPLES.resolve("draft.md").toString(), "--desk", desk());
    assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.NO);
    assertThat(ran.out())
        .contains("ALTERED", "TRUNCATED", "MISATTRIBUTED", "NOT ON RECORD")
        .contains("lost: \"not\"");
  }

  @Test
  void check_isAYesWhenAllAreVerbatim() {
    StemmaProcess.Ran ran =
        new StemmaProcess()
            .input(
                "\ufeff“We do not rule out that a warning shot was fired before the collision,”"
                    + " said Colonel Tomas Brel.\r\n")
            .run("check", "-", "--desk", desk());
    assertThat(ran.out()).contains("VERBATIM").contains("1 quotation: 1 verbatim.");
    assertThat(ran.status()).isZero();
  }

  @Test
  void check_asJsonGivesOneVerdictAQuotation() throws IOException {
    StemmaProcess.Ran ran =
        stemma(
            "check", EXAMPLES.resolve("draft.md").toString(), "--desk", desk(), "--format", "json");
    JsonNode report = JSON.readTree(ran.out());
    Set<String> verdicts = new HashSet<>();
    report.get("quotations").forEach(q -> verdicts.add(q.get("verdict").asText()));
    assertThat(report.get("allVerbatim").asBoolean()).isFalse();
    assertThat(verdicts).contains("altered", "truncated", "misattributed", "not_on_record");
  }

  @Test
  void check_writesAReportThatStandsAloneAndShowsTheGravestFirst() throws IOException {
    Path file = folder.resolve("check.html");
    String draft = EXAMPLES.resolve("draft.md").toString();
    StemmaProcess.Ran ran = stemma("check", draft, "--desk", desk(), "--report", file.toString());
    assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.NO);
    assertThat(ran.out()).containsSubsequence("3  ALTERED", "4  ALTERED", "1  VERBATIM");
    String report = Files.readString(file);
    assertThat(report)
        .contains("<title>Draft check", "a “not” lost or added", "To paste")
        .doesNotContain("<script", "src=\"", "/article/");
    assertThat(stemma("check", draft, "--desk", desk(), "--format", "html").out())
        .isEqualTo(report);
    assertThat(stemma("check", draft, "--desk", desk(), "--report", folder + "/no/a.html").err())
        .contains("there is no such folder");
  }

  @Test
  void check_refusesWhatIsNoDraftWithASentence() throws IOException {
    Path pdf = Files.writeString(folder.resolve("draft.pdf"), "%PDF-1.7 ");
    StemmaProcess.Ran ran = stemma("check", pdf.toString(), "--desk", desk());
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains("This is a PDF").doesNotContain("Exception");
  }

  @Test
  void check_ofADraftWithoutQuotationsHasNothingToMend() {
    StemmaProcess.Ran ran =
        new StemmaProcess().input("The ferry sank.\r\n").run("check", "-", "--desk", desk());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("No quotation was found");
  }

  @Test
  void exports_areTheLinesThatOthersReadBy() throws IOException {
    assertThat(fields("reuse")).contains("type", "a", "a_begin", "a_end", "b", "b_begin", "b_end");
    assertThat(fields("statements")).contains("type", "family", "doc", "begin", "end", "kinds");
    assertThat(fields("stemma")).containsExactlyInAnyOrder("type", "child", "parent");
    assertThat(fields("attributions"))
        .containsExactlyInAnyOrder(
            "id", "language", "read", "attributions", "names", "figures", "dates");
    assertThat(fields("disputes"))
        .containsExactlyInAnyOrder("id", "kind", "lowest", "highest", "accounts");
  }

  private static Set<String> fields(String what) throws IOException {
    StemmaProcess.Ran ran = stemma("export", what, "--format", "jsonl", "--desk", desk());
    assertThat(ran.status()).as(ran.err()).isZero();
    Set<String> fields = new HashSet<>();
    for (String line : ran.lines()) {
      JSON.readTree(line).fieldNames().forEachRemaining(fields::add);
    }
    return fields;
  }

  @Test
  void exportedTable_hasARowAnAttribution() {
    StemmaProcess.Ran ran = stemma("export", "attributions", "--format", "csv", "--desk", desk());
    assertThat(ran.status()).isZero();
    assertThat(ran.lines().get(0)).startsWith("\ufeffarticle,outlet,");
    assertThat(ran.lines().size()).isGreaterThan(12);
  }

  @Test
  void exportedTableOfDisputes_hasARowAnAccount() {
    StemmaProcess.Ran ran = stemma("export", "disputes", "--format", "csv", "--desk", desk());
    assertThat(ran.status()).isZero();
    assertThat(ran.lines().get(0)).startsWith("\ufeffdispute,kind,side,speaker,");
    assertThat(ran.lines()).anyMatch(line -> line.contains(",denial,accusation,Ilse Maarten,"));
    assertThat(ran.lines()).anyMatch(line -> line.contains(",rival_figures,figure,Dora Klint,"));
  }
}

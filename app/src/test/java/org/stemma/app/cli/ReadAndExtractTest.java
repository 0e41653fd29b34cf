package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code stemma read} and {@code stemma extract} through the real process. */
class ReadAndExtractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Two emoji stand before the quotation: the two ways to count differ by two. */
  private static final String EMOJI_TEXT =
      "\ud83d\ude80\ud83d\ude80 The rockets flew. “We built them in Osterby,” said Ada Lund, the engineer.";

  @TempDir private Path folder;

  private static String line(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }

  private static JsonNode json(String line) throws IOException {
    return JSON.readTree(line);
  }

  @Test
  void read_tellsTheWholeArticleInOneLine() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<html><head><meta property='og:site_name' content='The Osterby Lamp'>"
                + "<title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>"
                + "<p>The bridge of Osterby opened on Monday after years of work on its piers.</p>"
                + "<p>“It will carry trams,” said Ada Lund, who designed it for the town.</p>"
                + "</article></body></html>");
    StemmaProcess.Ran ran = stemma("read", page.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.lines()).hasSize(1);
    JsonNode article = json(ran.lines().get(0));
    assertThat(article.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "address",
            "outlet",
            "headline",
            "byline",
            "authors",
            "dateline",
            "credit",
            "dates",
            "published",
            "extent",
            "language",
            "words",
            "text",
            "zones",
            "comments");
    assertThat(article.get("text").asText()).contains("It will carry trams");
    assertThat(article.get("byline").isNull()).isTrue();
    assertThat(article.get("zones").get(0).fieldNames())
        .toIterable()
        .containsExactly("role", "start", "end");
    assertThat(ran.err()).isEqualTo("1 article.\n");
  }

  @Test
  void extract_tellsWhoSaidWhat() throws IOException {
    StemmaProcess.Ran ran = new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract", "-");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode article = json(ran.out());
    assertThat(article.get("id").asText()).isEqualTo("a1");
    JsonNode attribution = article.get("attributions").get(0);
    assertThat(attribution.fieldNames())
        .toIterable()
        .containsExactly(
            "source",
            "cue",
            "content",
            "kind",
            "speaker",
            "speaker_confidence",
            "on_behalf_of",
            "via",
            "act",
            "target",
            "target_name",
            "topic",
            "confidence");
    assertThat(attribution.get("kind").asText()).isEqualTo("direct");
    assertThat(attribution.get("speaker").asText()).isEqualTo("Ada Lund");
    assertThat(attribution.get("via")).isEmpty();
    assertThat(attribution.get("act").asText()).isEqualTo("say");
  }

  @Test
  void extract_countsCodePoints() throws IOException {
    StemmaProcess.Ran ran = new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract");
    JsonNode content = json(ran.out()).get("attributions").get(0).get("content").get(0);
    int[] points = EMOJI_TEXT.codePoints().toArray();
    int start = content.get(0).asInt();
    String words = new String(points, start, content.get(1).asInt() - start);
    assertThat(words).startsWith("“We built them").endsWith("Osterby,”");
  }

  @Test
  void extract_countsUtf16WhenAsked() throws IOException {
    StemmaProcess.Ran ran =
        new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract", "--offsets", "utf16");
    JsonNode content = json(ran.out()).get("attributions").get(0).get("content").get(0);
    assertThat(EMOJI_TEXT.substring(content.get(0).asInt(), content.get(1).asInt()))
        .startsWith("“We built them")
        .endsWith("Osterby,”");
  }

  /** Three signs of two units each stand before the marks, which count characters. */
  @Test
  void extract_resolvesAttributionsThatAreMarkedAlready() throws IOException {
    String text =
        "\ud83d\ude80\ud83d\ude80\ud83d\ude80 Ada Lund opened the bridge. It will last, she thinks.";
    String marked =
        "{\"id\":\"a1\",\"text\":\""
            + text
            + "\",\"attributions\":[{\"source\":[[46,49]],\"cue\":[[50,56]],\"content\":[[32,44]]}]}\n";
    StemmaProcess.Ran ran = new StemmaProcess().input(marked).run("extract", "--resolve");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode attributions = json(ran.out()).get("attributions");
    assertThat(attributions).hasSize(1);
    JsonNode attribution = attributions.get(0);
    assertThat(attribution.get("source").toString()).isEqualTo("[[46,49]]");
    assertThat(attribution.get("cue").toString()).isEqualTo("[[50,56]]");
    assertThat(attribution.get("content").toString()).isEqualTo("[[32,44]]");
    assertThat(attribution.get("speaker").asText()).isEqualTo("Ada Lund");
    assertThat(attribution.get("act").asText()).isEqualTo("believe");
    assertThat(attribution.get("confidence")).isEqualTo(attribution.get("speaker_confidence"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"content\":[[4,99]]}] | attribution 1 has a content [4, 99] outside its text of 20 characters",
        "[{\"content\":[[0,3]],\"source\":[[-1,3]]}] | attribution 1 has a source [-1, 3] outside",
        "[{\"content\":[[3,3]]}] | attribution 1 has a content [3, 3] that is empty",
        "[{\"content\":[[0,3]]},{\"cue\":[[0,3]]}] | attribution 2 has no content",
        "[{\"content\":[0,3]}] | attribution 1 has a content that is no list of [start, end]",
        "[{\"content\":[[0,3]],\"cue\":\"said\"}] | attribution 1 has a cue that is no list of",
        "[{\"content\":[[0,1e9]]}] | attribution 1 has a content that is no list of",
        "[7] | attribution 1 is no JSON object",
        "[] | no attributions are marked in it",
      })
  void extract_saysWhatIsWrongWithMarks(String both) {
    String[] parts = both.split(" [|] ", -1);
    String line = "{\"text\":\"The bridge is open.\u00b7\",\"attributions\":" + parts[0] + "}\n";
    StemmaProcess.Ran ran = new StemmaProcess().input(line).run("extract", "--resolve");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(parts[1]).doesNotContain("Exception");
    StemmaProcess.Ran plain = new StemmaProcess().input(line).run("extract");
    assertThat(plain.status()).as(plain.err()).isZero();
  }

  @Test
  void extract_tellsTheNamesBehindTheAttributions() throws IOException {
    StemmaProcess.Ran points = new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract");
    JsonNode article = json(points.out());
    assertThat(article.fieldNames())
        .toIterable()
        .containsExactly("id", "language", "read", "attributions", "names", "figures", "dates");
    JsonNode names = article.get("names");
    assertThat(names).isNotEmpty();
    assertThat(names)
        .allSatisfy(
            name -> {
              assertThat(name.fieldNames()).toIterable().containsExactly("span", "kind");
              assertThat(name.get("kind").asText())
                  .isIn("person", "organization", "place", "other");
            });
    StemmaProcess.Ran units =
        new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract", "--offsets", "utf16");
    JsonNode inUnits = json(units.out()).get("names");
    int start = inUnits.get(0).get("span").get(0).asInt();
    int end = inUnits.get(0).get("span").get(1).asInt();
    assertThat(EMOJI_TEXT.substring(start, end)).matches("[\\p{L} ]+");
    assertThat(names.get(0).get("span").get(0).asInt()).isEqualTo(start - 2);
    assertThat(names.get(0).get("span").get(1).asInt()).isEqualTo(end - 2);
  }

  @Test
  void extract_marksAnArticleInAnotherLanguageAndLeavesItsSpeakersOpen() throws IOException {
    String text =
        "« Nous allons reconstruire le pont avant la fin de cet hiver », a déclaré la ministre Ana"
            + " Ruiz devant les habitants du village. Elle a ajouté que les travaux commenceraient"
            + " dès le mois de mai.";
    JsonNode article = json(new StemmaProcess().input(line("a1", text)).run("extract").out());
    assertThat(article.get("language").asText()).isEqualTo("fr");
    assertThat(article.get("read").asText()).isEqualTo("quotations");
    assertThat(article.get("names")).isEmpty();
    assertThat(article.get("attributions")).hasSize(1);
    assertThat(article.get("attributions").get(0).get("source")).isEmpty();
    assertThat(article.get("attributions").get(0).get("kind").asText()).isEqualTo("direct");
  }

  @Test
  void extract_tellsVectorsWhenAsked() throws IOException {
    StemmaProcess.Ran ran =
        new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract", "--vectors");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode attribution = json(ran.out()).get("attributions").get(0);
    assertThat(attribution.get("vector").isArray()).isTrue();
    assertThat(attribution.get("vector"))
        .allSatisfy(
            number -> {
              assertThat(number.isInt()).isTrue();
              assertThat(number.asInt()).isBetween(-127, 127);
            });
  }

  @Test
  void extract_leavesOutWhatIsLessSureThanWanted() throws IOException {
    String more =
        line("a1", EMOJI_TEXT)
            + line("a2", "“It will carry trams from the autumn on.” The town seems to agree.");
    List<Double> all = confidences(new StemmaProcess().input(more).run("extract"));
    assertThat(all).hasSizeGreaterThan(1);
    double most = all.stream().max(Double::compare).orElseThrow();
    List<Double> sure =
        confidences(
            new StemmaProcess().input(more).run("extract", "--least-confidence", "" + most));
    assertThat(sure).isEqualTo(all.stream().filter(p -> p >= most).toList());
    assertThat(sure).hasSizeLessThan(all.size());
  }

  private static List<Double> confidences(StemmaProcess.Ran ran) throws IOException {
    assertThat(ran.status()).as(ran.err()).isZero();
    List<Double> all = new ArrayList<>();
    for (String line : ran.lines()) {
      json(line).get("attributions").forEach(a -> all.add(a.get("confidence").asDouble()));
    }
    return all;
  }

  @Test
  void extract_readsWithTheFastModelUnlessAskedForTheThorough() throws IOException {
    assertThat(modelsOf("extract")).containsExactly("Fast");
    assertThat(modelsOf("extract", "--model", "fast")).containsExactly("Fast");
    assertThat(modelsOf("extract", "--model", "thorough")).containsExactly("Thorough");
  }

  @Test
  void add_readsWithTheModelThatIsNamed() throws IOException {
    String desk = folder.resolve("desk").toString();
    assertThat(modelsOf("add", "-", "--desk", desk, "--model", "THOROUGH"))
        .containsExactly("Thorough");
  }

  /** The models that a command loads for one article. */
  private List<String> modelsOf(String... arguments) throws IOException {
    Path loaded = folder.resolve("loaded.txt");
    StemmaProcess.Ran ran =
        new StemmaProcess()
            .java("-Xlog:class+load:file=" + loaded)
            .input(line("a1", EMOJI_TEXT))
            .run(arguments);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).isNotBlank();
    String classes = Files.readString(loaded);
    return Stream.of("Fast", "Thorough")
        .filter(model -> classes.contains(" org.stemma.annotate.Model$" + model + " "))
        .toList();
  }

  @Test
  void whatReadWritesExtractReads() throws IOException {
    StemmaProcess.Ran read = new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("read");
    StemmaProcess.Ran direct = new StemmaProcess().input(line("a1", EMOJI_TEXT)).run("extract");
    StemmaProcess.Ran twoSteps = new StemmaProcess().input(read.out()).run("extract");
    assertThat(twoSteps.out()).isEqualTo(direct.out());
  }

  @Test
  void aBrokenLineIsSkippedAndTheRestGoesOn() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("lines.jsonl"),
            line("a1", EMOJI_TEXT) + "{\"id\":\"a2\",\"text\":\n" + line("a3", EMOJI_TEXT));
    StemmaProcess.Ran ran = stemma("extract", lines.toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.lines()).hasSize(2);
    assertThat(json(ran.lines().get(1)).get("id").asText()).isEqualTo("a3");
    assertThat(ran.err()).startsWith("2 articles; broken: 1.\n").contains("lines.jsonl, line 2");
  }

  @Test
  void aReportTellsWhatBecameOfEveryPage() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("lines.jsonl"), line("a1", EMOJI_TEXT) + "{\"id\":\"a2\",\"text\":\n");
    Path empty = Files.writeString(folder.resolve("empty.html"), "<html><body></body></html>");
    Path report = folder.resolve("report.jsonl");
    StemmaProcess.Ran ran =
        stemma("read", lines.toString(), empty.toString(), "--report", report.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    List<String> told = Files.readAllLines(report);
    assertThat(told).hasSize(3);
    assertThat(json(told.get(0)).get("kind").asText()).isEqualTo("added");
    assertThat(json(told.get(1)).get("kind").asText()).isEqualTo("broken");
    assertThat(json(told.get(2)).get("kind").asText()).isEqualTo("empty");
    assertThat(json(told.get(2)).get("place").asText()).endsWith("empty.html");
    assertThat(ran.err()).startsWith("1 article; empty: 1, broken: 1.\n");
  }

  @Test
  void aReportThatCannotBeWrittenIsToldInOneSentence() {
    StemmaProcess.Ran ran =
        new StemmaProcess()
            .input(line("a1", EMOJI_TEXT))
            .run("read", "--report", folder.toString());
    assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ran.err()).contains("The report could not be written to ");
  }

  @Test
  void whereNothingCouldBeReadTheStatusSaysSo() {
    StemmaProcess.Ran ran = new StemmaProcess().input("{\"text\":\n").run("extract", "-");
    assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.FAILED);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void emptyInputIsNoArticleAndNoError() {
    StemmaProcess.Ran ran = new StemmaProcess().input("").run("extract", "-");
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("0 articles");
    assertThat(ran.err()).doesNotContain("Exception");
  }

  @Test
  void windowsLineEndsAreLineEnds() throws IOException {
    String lines = line("a1", EMOJI_TEXT).replace("\n", "\r\n");
    StemmaProcess.Ran ran =
        new StemmaProcess().input(lines + lines.replace("a1", "a2")).run("read");
    assertThat(ran.lines()).hasSize(2);
    assertThat(json(ran.lines().get(1)).get("text").asText()).isEqualTo(EMOJI_TEXT);
  }

  @Test
  void halfASurrogatePairDoesNotStopTheStream() throws IOException {
    String half = line("a1", "Osterby \\\\ud83d said little.".replace("\\\\", "\\"));
    StemmaProcess.Ran ran = new StemmaProcess().input(half + line("a2", EMOJI_TEXT)).run("read");
    assertThat(ran.lines()).hasSize(2);
    assertThat(json(ran.lines().get(0)).get("text").asText()).contains("\ufffd said");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "en-US"})
  void theLocaleChangesNothing(String locale) {
    String[] parts = locale.split("-", -1);
    StemmaProcess.Ran ran =
        new StemmaProcess()
            .java("-Duser.language=" + parts[0], "-Duser.country=" + parts[1])
            .java("-Dfile.encoding=ISO-8859-9")
            .input(line("I1", "“İstanbul işi,” said IDA LUND, the minister of INDUSTRY."))
            .run("read", "--format", "JSONL");
    assertThat(ran.out()).contains("“İstanbul işi,”").contains("\"role\":\"body\"");
  }

  @Test
  void theOrderIsThatOfTheInput() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      // Every tenth is much longer: done later, unless the order is kept.
      lines.append(line("a" + i, (EMOJI_TEXT + " ").repeat(i % 10 == 0 ? 40 : 1)));
    }
    StemmaProcess.Ran ran = new StemmaProcess().input(lines.toString()).run("extract", "-");
    List<String> ids = new ArrayList<>();
    for (String out : ran.lines()) {
      ids.add(json(out).get("id").asText());
    }
    assertThat(ids).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(ids.get(i)).isEqualTo("a" + i);
    }
  }

  @Test
  @Timeout(120)
  void aReaderWhoHasEnoughEndsTheWorkQuietly() throws Exception {
    Path big = folder.resolve("big.jsonl");
    try (Writer out = Files.newBufferedWriter(big)) {
      for (int i = 0; i < 20_000; i++) {
        out.write(
            line("a" + i, "The lamp of Osterby was lit again on Monday evening, it was said."));
      }
    }
    Path err = folder.resolve("err.txt");
    Process process =
        new StemmaProcess().builder("read", big.toString()).redirectError(err.toFile()).start();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(reader.readLine()).contains("\"id\":\"a0\"");
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(err)).isEmpty();
  }

  /** Some 50 MB of articles through a heap of 40 MB. */
  @Test
  @Timeout(300)
  void memoryDoesNotGrowWithTheInput() throws Exception {
    Path many = folder.resolve("many.jsonl");
    // The language is given, because the model that tells it needs memory of its own.
    String rest =
        "\",\"language\":\"en\",\"text\":\""
            + "The lamp of Osterby was lit again on Monday evening, the town said. ".repeat(40)
            + "\"}\n";
    try (Writer out = Files.newBufferedWriter(many)) {
      for (int i = 0; i < 20_000; i++) {
        out.write("{\"id\":\"a" + i + rest);
      }
    }
    Path err = folder.resolve("err.txt");
    Process process =
        new StemmaProcess()
            .java("-Xmx40m")
            .builder("read", many.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err)).endsWith("20,000 articles.\n");
  }

  @Test
  void whereMemoryRunsOutOneSentenceSaysSo() {
    StemmaProcess.Ran ran =
        new StemmaProcess()
            .java("-Xmx16m")
            .input(line("a1", EMOJI_TEXT.repeat(200_000)))
            .run("read", "-");
    assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ran.err()).contains("Memory ran out").doesNotContain("\tat ");
  }
}

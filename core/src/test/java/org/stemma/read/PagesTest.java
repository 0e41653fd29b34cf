package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Page;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

class PagesTest {
  private static final Limits SMALL = new Limits(1000, 1000, 1 << 20, 200, 3);

  @TempDir private Path folder;

  @Test
  void aFolderIsReadByNameAndNothingInItIsLostSilently() throws IOException {
    write("b.txt", "The second page.");
    write("a/z.html", "<p>The first page.</p>");
    write("a/.hidden.txt", "Not seen.");
    write("notes.md", "# Not a page");
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    assertThat(told(folder.toString()))
        .containsExactly(
            "notes.md: not a kind of page Stemma reads",
            "a/z.html",
            "b.txt",
            "loop: a link to a folder, which is not followed");
  }

  @Test
  void theFeedsOfAFolderAreReadBeforeThePagesTheyLeadTo() throws IOException {
    write("a.html", "<p>The page.</p>");
    write("news.rss", "<rss><channel><item><title>A</title><description>B</description></item>");
    assertThat(told(folder.toString())).containsExactly("news.rss, entry 1", "a.html");
  }

  @Test
  void aMissingPathIsToldAndTheNextOneIsRead() throws IOException {
    write("b.txt", "The second page.");
    assertThat(told(at("nowhere.txt"), at("b.txt")))
        .containsExactly("nowhere.txt: no such file", "b.txt");
  }

  @Test
  void aFileGivenByNameIsReadAsWhatItLooksLike() throws IOException {
    write("page", "\n<!DOCTYPE html><p>Hello.");
    write("lines", "\n{\"id\": \"a\", \"text\": \"Hello.\"}\n");
    write("scrape.log", "Hello.");
    assertThat(page("page").content()).isInstanceOf(Page.Html.class);
    assertThat(page("lines").content()).isInstanceOf(Page.Given.class);
    assertThat(page("scrape.log").content()).isEqualTo(new Page.PlainText("Hello."));
  }

  @Test
  void whatIsNoTextIsToldWithAReason() throws IOException {
    Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 0, 0});
    write("b.txt", "%PDF-1.7");
    write("c.txt", " \n ");
    write("d.txt", "x".repeat(1001));
    assertThat(told(folder.toString()))
        .containsExactly(
            "a.txt: not text",
            "b.txt: a PDF, which Stemma does not read",
            "c.txt: holds no text",
            "d.txt: larger than 1000 bytes");
  }

  @Test
  void bytesBecomeCharactersByMarkThenUtf8ThenDeclarationThenHabit() throws IOException {
    Files.write(folder.resolve("mark.txt"), "\ufeffÄ".getBytes(Charset.forName("UTF-16LE")));
    Files.write(folder.resolve("utf8.txt"), "Ä".getBytes(UTF_8));
    Files.write(folder.resolve("habit.txt"), "“Ä”".getBytes(Charset.forName("windows-1252")));
    String declared = "<meta charset=windows-1251><p>Порт";
    Files.write(
        folder.resolve("declared.html"), declared.getBytes(Charset.forName("windows-1251")));
    assertThat(page("mark.txt").content()).isEqualTo(new Page.PlainText("Ä"));
    assertThat(page("utf8.txt").content()).isEqualTo(new Page.PlainText("Ä"));
    assertThat(page("habit.txt").content()).isEqualTo(new Page.PlainText("“Ä”"));
    assertThat(page("declared.html").content()).isEqualTo(new Page.Html(declared));
  }

  @Test
  void aLineGivesItsFieldsAndZonesInUtf16() {
    String line =
        """
        {"id":"a1","url":"https://skerry.example/a","outlet":"Skerry","title":"Storm","date":"2031-05-04",\
        "dates":[{"value":"2031-05-04T10:15+02:00","origin":"byline"},{"value":"soon","origin":"byline"}],\
        "language":"en","text":"😀 Storm.\\n\\nIt came.","zones":[{"role":"headline","start":2,"end":8},\
        {"role":"body","start":10,"end":18}],"other":{"a":[1,2]}}
        """;
    Page page = ((Reading.Found) lines(line).get(0)).page();
    assertThat(page.address()).isEqualTo("https://skerry.example/a");
    assertThat(page.place()).isEqualTo("standard input, line 1");
    Page.Given given = (Page.Given) page.content();
    assertThat(page.imprint().headline()).hasValue("Storm");
    assertThat(page.dates())
        .containsExactly(
            new FoundDate("2031-05-04T10:15+02:00", DateOrigin.BYLINE),
            new FoundDate("2031-05-04", DateOrigin.GIVEN));
    assertThat(given.zones())
        .containsExactly(
            new Zone(ZoneRole.HEADLINE, new Span(3, 9)), new Zone(ZoneRole.BODY, new Span(11, 19)));
  }

  @Test
  void aBrokenLineIsToldWithItsNumberAndTheNextOneIsRead() {
    String lines =
        """
        {"id":"a","text":"One."}
        [1]
        {"id":"b","text":"Two."
        {"id":"c","id":"d","text":"Three."}
        {"id":"e","text":7}
        {"text":" "}
        {"text":"a","zones":[{"role":"body","start":0,"end":9}]}
        {"text":"a","zones":[{"role":"poem","start":0,"end":1}]}
        {"text":"a"} {"text":"b"}

        {"id":"two words","text":"Last."}
        """;
    assertThat(lines(lines).stream().map(PagesTest::told))
        .containsExactly(
            "standard input, line 1",
            "standard input, line 2: not a JSON object",
            "standard input, line 3: broken JSON at column 24",
            "standard input, line 4: a field stands there twice",
            "standard input, line 5: no field \"text\" with a string",
            "standard input, line 6: its text is empty",
            "standard input, line 7: a zone ends beyond its text",
            "standard input, line 8: a zone with a role that Stemma does not know",
            "standard input, line 9: more than one JSON value",
            "standard input, line 11");
  }

  @Test
  void jsonThatIsNotInLinesIsReadToo() {
    String array = "[{\"text\": \"One.\"},\n {\"id\": 7},\n {\"text\": \"Two.\", \"a\": [{}]}\n]";
    assertThat(Inputs.told("a.json", array.getBytes(UTF_8)))
        .containsExactly(
            "a.json, item 1: WHOLE a.json \"One.\"",
            "a.json, item 2: BROKEN, no field \"text\" with a string",
            "a.json, item 3: WHOLE a.json \"Two.\"");
    assertThat(Inputs.told("a.json", array.substring(0, 40).getBytes(UTF_8)))
        .containsExactly(
            "a.json, item 1: WHOLE a.json \"One.\"",
            "a.json, item 2: BROKEN, no field \"text\" with a string",
            "a.json, item 3: BROKEN, broken JSON");
    assertThat(Inputs.told("a.json", "{\n  \"text\": \"One.\"\n}\n".getBytes(UTF_8)))
        .containsExactly("a.json: WHOLE a.json \"One.\"");
  }

  @Test
  void aLineThatIsTooLongIsLeftOut() {
    String lines = "{\"text\":\"" + "x".repeat(5000) + "\"}\n{\"text\":\"short\"}\n";
    assertThat(read(SMALL, lines.getBytes(UTF_8), "-").stream().map(PagesTest::told))
        .containsExactly(
            "standard input, line 1: a line of more than 1000 bytes", "standard input, line 2");
  }

  @Test
  void loneSurrogatesAndNulsInALineBecomeOneSignEach() {
    Page page = ((Reading.Found) lines("{\"text\":\"a\\ud800b\\u0000c\"}").get(0)).page();
    assertThat(((Page.Given) page.content()).text()).isEqualTo("a\ufffdb\ufffdc");
  }

  @Test
  void anArchiveIsReadWithoutUsingItsNamesAsPaths() throws IOException {
    byte[] zip =
        zip(
            "../../etc/a.txt",
            "One.",
            "b/c.jsonl",
            "{\"text\":\"Two.\"}\n{",
            "d.exe",
            "x",
            "__MACOSX/e.txt",
            "x",
            "f.zip",
            "PK\u0003\u0004");
    Files.write(folder.resolve("pages.zip"), zip);
    assertThat(told(at("pages.zip")))
        .containsExactly(
            "pages.zip!/../../etc/a.txt",
            "pages.zip!/b/c.jsonl, line 1",
            "pages.zip!/b/c.jsonl, line 2: broken JSON at column 2",
            "pages.zip!/d.exe: not a kind of page Stemma reads",
            "pages.zip!/f.zip: an archive in an archive, which stays closed");
    assertThat(page("pages.zip").address()).isEqualTo("a.txt");
  }

  @Test
  void aWaczGivesItsPagesAndCountsItsNotes() throws IOException {
    byte[] page = Inputs.gzip(Inputs.response("https://skerry.example/a", "<p>Rain."));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(page);
      zip.putNextEntry(new ZipEntry("pages/pages.jsonl"));
      zip.write("{\"text\": \"Not a page.\"}\n".getBytes(UTF_8));
    }
    assertThat(Inputs.told("a.wacz", bytes.toByteArray()))
        .containsExactly(
            "a.wacz!/archive/data.warc.gz, record 1: WHOLE https://skerry.example/a \"<p>Rain.\"",
            "a.wacz!/pages/pages.jsonl: NO_PAGE, a note on the archive");
  }

  @Test
  void filesWithTheEndingOfAPageAreReadFromFolders() throws IOException {
    for (String ending :
        List.of(
            ("html htm xhtml shtml txt text json jsonl ndjson zip wacz warc arc xml rss atom rdf eml"
                    + " mhtml mht html.gz txt.gz jsonl.gz warc.gz arc.gz WARC.GZ")
                .split(" "))) {
      assertThat(Kind.isPageName("a." + ending)).as(ending).isTrue();
    }
    for (String ending : List.of("md pdf gz tar.gz zip.gz png exe html.bak".split(" "))) {
      assertThat(Kind.isPageName("a." + ending)).as(ending).isFalse();
    }
    assertThat(Kind.isPageName("html")).isFalse();
  }

  @Test
  void anArchiveThatUnpacksTooFarIsLeft() throws IOException {
    byte[] zip = zip("a.txt", "One.", "b.jsonl", "\n".repeat(2 << 20), "c.txt", "Three.");
    assertThat(read(SMALL, zip, "-").stream().map(PagesTest::told))
        .containsExactly(
            "standard input!/a.txt",
            "standard input!/b.jsonl: unpacks to more than 1 MB",
            "standard input: unpacks to more than 1 MB");
  }

  @Test
  void aCutArchiveGivesWhatCameBeforeTheCut() throws IOException {
    byte[] zip = zip("a.txt", "One.", "b.txt", "Two, which is a little longer than the first.");
    byte[] cut = Arrays.copyOf(zip, 90);
    List<Reading> readings = read(Limits.DEFAULT, cut, "-");
    assertThat(readings.get(0)).isInstanceOf(Reading.Found.class);
    assertThat(readings.get(readings.size() - 1)).isInstanceOf(Reading.Unreadable.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyBytesAreReadOrToldAndNeverThrow(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes =
        random.nextBoolean()
            ? zip("a.txt", "One.", "b.jsonl", "{\"text\":\"Two.\",\"zones\":[{\"start\":0}]}")
            : "{\"id\":\"a\",\"text\":\"One.\",\"dates\":[{\"value\":\"2031\"}]}\n"
                .repeat(3)
                .getBytes(UTF_8);
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    assertThat(read(Limits.DEFAULT, bytes, "-")).allSatisfy(r -> assertThat(told(r)).isNotBlank());
  }

  @Test
  @Timeout(20)
  void deepAndLongJsonIsToldInTime() {
    assertThat(told(lines("{\"text\":" + "[".repeat(1_000_000)).get(0)))
        .isEqualTo("standard input, line 1: JSON nested too deep or with too long a number");
    assertThat(lines("{\"text\":\"" + "x".repeat(1_000_000) + "\"}").get(0))
        .isInstanceOf(Reading.Found.class);
  }

  private List<Reading> lines(String lines) {
    return read(Limits.DEFAULT, lines.getBytes(UTF_8), "-");
  }

  private List<String> told(String... places) {
    return read(SMALL, new byte[0], places).stream()
        .map(PagesTest::told)
        .map(line -> line.replace(folder + "/", ""))
        .toList();
  }

  private static String told(Reading reading) {
    return reading instanceof Reading.Unreadable unreadable
        ? unreadable.place() + ": " + unreadable.reason()
        : ((Reading.Found) reading).page().place();
  }

  private Page page(String name) {
    return ((Reading.Found) read(SMALL, new byte[0], at(name)).get(0)).page();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static List<Reading> read(Limits limits, byte[] standardInput, String... places) {
    InputStream bytes = new ByteArrayInputStream(standardInput);
    List<Reading> readings = new ArrayList<>();
    try (Pages pages = Pages.open(List.of(places), bytes, limits)) {
      pages.forEachRemaining(readings::add);
    }
    return readings;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}

package org.stemma.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.read.Inputs.bytes;
import static org.stemma.read.Inputs.gzip;
import static org.stemma.read.Inputs.joined;
import static org.stemma.read.Inputs.read;
import static org.stemma.read.Inputs.record;
import static org.stemma.read.Inputs.response;
import static org.stemma.read.Inputs.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.model.Extent;
import org.stemma.model.Outcome;

/** Each thing that is made to wear a reader out has one clear outcome, and the run goes on. */
@Timeout(20)
class HostileReadTest {
  private static final String A = "https://skerry.example/a";
  private static final String B = "https://skerry.example/b";

  /** Unpacked size of the bombs here: enough to be told from pages, and quick to make. */
  private static final int BOMB = 80 << 20;

  @Test
  void aGzipBombIsLeft() throws IOException {
    assertThat(kinds("a.txt.gz", bomb())).containsExactly(Outcome.Kind.TOO_LARGE);
    assertThat(kinds("a.jsonl.gz", bomb())).containsExactly(Outcome.Kind.TOO_LARGE);
    assertThat(kinds("a.txt.gz.gz", gzip(bomb()))).containsExactly(Outcome.Kind.TOO_LARGE);
  }

  @Test
  void aBombInAWarcCostsItsRecordAlone() throws IOException {
    byte[] head = bytes("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: " + BOMB + "\r\n\r\n");
    byte[] warc =
        joined(
            gzip(response(A, "<p>Rain.")),
            bomb(head),
            gzip(response(B, "<p>Snow.")),
            gzip(
                response(
                    A,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n",
                    bomb())),
            gzip(response(B, "<p>Hail.")));
    List<String> told =
        told("f.warc.gz", warc).stream()
            .map(line -> line.substring(0, Math.min(90, line.length())))
            .toList();
    assertThat(told).filteredOn(line -> line.contains("<p>")).hasSize(3);
    assertThat(told)
        .filteredOn(line -> line.contains("TOO_LARGE"))
        .as("%s", told)
        .hasSizeBetween(2, 3);
  }

  @Test
  void aBombInAZipCostsItsEntryAlone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.txt", bytes("Rain."));
      zip.putNextEntry(new ZipEntry("bomb.txt"));
      zeros(zip);
      zip.putNextEntry(new ZipEntry("bomb.exe"));
      zeros(zip);
      put(zip, "bomb.txt.gz", bomb());
      put(zip, "bomb.warc.gz", gzip(gzip(bomb())));
      put(zip, "b.txt", bytes("Snow."));
    }
    assertThat(told("p.zip", bytes.toByteArray()))
        .startsWith("p.zip!/a.txt: WHOLE a.txt \"Rain.\"")
        .endsWith("p.zip!/b.txt: WHOLE b.txt \"Snow.\"")
        .hasSize(6);
  }

  @Test
  void archivesInArchivesEnd() {
    byte[] deep = bytes("Rain.");
    for (int i = 0; i < 50; i++) {
      deep = gzip(deep);
    }
    assertThat(told("a.gz", deep))
        .containsExactly("a.gz: UNSUPPORTED, an archive in an archive, which stays closed");
    byte[] warc = response(A, "<p>Rain.");
    for (int i = 0; i < 10; i++) {
      warc = record("resource", B, "application/warc", warc);
    }
    assertThat(told("a.warc", warc)).hasSize(1).first().asString().contains("stays closed");
  }

  @Test
  void aZipEntryThatIsBrokenCostsItselfAlone() throws IOException {
    byte[] zip = zip("a.txt", "Rain in Port Soren.", "b.txt", "Snow in Port Soren.");
    byte[] wrongSum = zip.clone();
    int second = indexOf(zip, "b.txt");
    wrongSum[second + 6] ^= 0x10;
    assertThat(told("p.zip", wrongSum))
        .contains("p.zip!/a.txt: WHOLE a.txt \"Rain in Port Soren.\"")
        .hasSize(2);
    byte[] encrypted = zip.clone();
    encrypted[6] |= 1;
    assertThat(told("p.zip", encrypted))
        .containsExactly(
            "p.zip!/a.txt: UNSUPPORTED, encrypted",
            "p.zip!/b.txt: WHOLE b.txt \"Snow in Port Soren.\"");
    byte[] otherPacking = zip.clone();
    otherPacking[8] = 12;
    assertThat(told("p.zip", otherPacking))
        .containsExactly(
            "p.zip!/a.txt: UNSUPPORTED, packed in a way that Stemma does not read",
            "p.zip!/b.txt: WHOLE b.txt \"Snow in Port Soren.\"");
  }

  @Test
  void storedEntriesAndLyingSizes() {
    byte[] good = stored("a.txt", bytes("Rain."), 5);
    byte[] lying = stored("b.txt", bytes("Snow."), 0x7fffffffL);
    assertThat(told("p.zip", joined(good, good)))
        .containsExactly(
            "p.zip!/a.txt: WHOLE a.txt \"Rain.\"",
            "p.zip!/a.txt: WHOLE a.txt \"Rain.\"",
            "p.zip: BROKEN, cut off: the list of its files is missing");
    assertThat(told("p.zip", joined(good, lying)))
        .containsExactly(
            "p.zip!/a.txt: WHOLE a.txt \"Rain.\"",
            "p.zip!/b.txt: CUT b.txt \"Snow.\"",
            "p.zip: BROKEN, cut off: the list of its files is missing");
  }

  @Test
  void storedEntriesMayTellTheirLengthBehindThem() {
    byte[] text = bytes("Rain. PK\u0007\u0008 Rain in Port Soren, and more of it.");
    byte[] entry = stored("a.txt", text, 0);
    entry[6] |= 8;
    CRC32 sum = new CRC32();
    sum.update(text);
    ByteBuffer behind = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    behind.putInt(0x08074b50).putInt((int) sum.getValue()).putInt(text.length).putInt(text.length);
    byte[] end = bytes("PK\u0005\u0006" + "\u0000".repeat(18));
    assertThat(
            told(
                "p.wacz.zip",
                joined(entry, behind.array(), stored("b.txt", bytes("Snow."), 5), end)))
        .containsExactly(
            "p.wacz.zip!/a.txt: WHOLE a.txt \"" + new String(text, ISO_8859_1) + "\"",
            "p.wacz.zip!/b.txt: WHOLE b.txt \"Snow.\"");
  }

  @Test
  void aZipCutAnywhereGivesWhatCameBeforeAndSaysSo() throws IOException {
    byte[] zip = zip("a.txt", "Rain in Port Soren.", "b.txt", "Snow in Port Soren.");
    for (int length = 4; length < zip.length; length++) {
      assertThat(told("p.zip", Arrays.copyOf(zip, length))).as("cut at " + length).isNotEmpty();
    }
  }

  @Test
  void aPageThatEndsEarlyIsCutAndKept() {
    byte[] packed = gzip(bytes("<p>" + "Rain fell on the harbour of Port Soren. ".repeat(50)));
    List<Reading> readings = read("a.html.gz", Arrays.copyOf(packed, packed.length - 9));
    assertThat(readings)
        .singleElement()
        .isInstanceOfSatisfying(
            Reading.Found.class, f -> assertThat(f.page().extent()).isEqualTo(Extent.CUT));
    assertThat(kinds("a.html.gz", Arrays.copyOf(packed, 9))).containsExactly(Outcome.Kind.BROKEN);
  }

  @Test
  void gzipMembersInARowAreOneFile() {
    byte[] two = joined(gzip(bytes("Rain. ")), new byte[8], gzip(bytes("Snow.")));
    assertThat(told("a.txt.gz", two)).containsExactly("a.txt.gz: WHOLE a.txt \"Rain. Snow.\"");
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      many.writeBytes(EMPTY_MEMBER);
    }
    assertThat(kinds("a.txt.gz", many.toByteArray())).containsExactly(Outcome.Kind.EMPTY);
  }

  private static final byte[] EMPTY_MEMBER = gzip(new byte[0]);

  @Test
  void recordsThatAllLieAreReadInLinearTime() {
    byte[] one = record("resource", A, "text/plain", bytes("Rain."), "9000000");
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    for (int i = 0; i < 10_000; i++) {
      warc.writeBytes(one);
    }
    assertThat(read("f.warc", warc.toByteArray())).hasSize(10_000);
  }

  @Test
  void headsWithoutAnEndAreLeft() {
    byte[] lines = bytes("WARC/1.0\r\n" + "Field: value\r\n".repeat(300_000));
    assertThat(read("f.warc", lines)).isNotEmpty();
    byte[] line = bytes("WARC/1.0\r\nWARC-Type: " + "x".repeat(20 << 20));
    assertThat(read("f.warc", line)).hasSize(1);
    assertThat(read("a.eml", bytes("Subject: " + "x".repeat(20 << 20)))).hasSize(1);
    assertThat(read("a.eml", bytes("A: b\n".repeat(1_000_000)))).hasSize(1);
  }

  @Test
  void partsInPartsEnd() {
    StringBuilder mail = new StringBuilder("MIME-Version: 1.0\n");
    for (int i = 0; i < 20_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    assertThat(kinds("a.eml", bytes(mail.toString()))).containsExactly(Outcome.Kind.BROKEN);
  }

  @Test
  void longTagsDeepNestingAndOpenCommentsAreRead() {
    for (String ending : List.of("html", "rss")) {
      assertThat(read("a." + ending, bytes("<p " + "a".repeat(9 << 20)))).hasSize(1);
      assertThat(read("a." + ending, bytes("<rss><item>" + "<a>".repeat(100_000)))).hasSize(1);
      assertThat(read("a." + ending, bytes("<rss><item><description>" + "<a>".repeat(100_000))))
          .hasSize(1);
      assertThat(read("a." + ending, bytes("<rss>" + "<item>".repeat(100_000)))).isNotEmpty();
      assertThat(read("a." + ending, bytes("<rss>" + "<item><link>h<title>".repeat(100_000))))
          .isNotEmpty();
      assertThat(read("a." + ending, bytes("<!--" + "-".repeat(1 << 20)))).hasSize(1);
      assertThat(read("a." + ending, bytes("<!".repeat(1 << 20)))).hasSize(1);
      assertThat(read("a." + ending, bytes("<?xml ".repeat(1 << 18)))).hasSize(1);
    }
  }

  @Test
  void entitiesAreNeitherMultipliedNorFetched() {
    String bomb =
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
        <!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/y"> %y;]>
        <rss><channel><item><description>Fog &b; &x;</description></item></channel></rss>
        """;
    assertThat(told("a.xml", bytes(bomb)))
        .containsExactly("a.xml, entry 1: SUMMARY a.xml \"Fog &b; &x;\"");
  }

  @Test
  void unclosedEntriesWithABaseEachAreReadSoon() {
    String entry = "<item xml:base='a/'><description>Fog</description><link>b</link>";
    assertThat(read("a.rss", bytes("<rss>" + entry.repeat(20_000)))).hasSize(20_000);
  }

  @Test
  void aFeedOfVeryManyEntriesIsReadToALimit() {
    List<Reading> readings =
        read("a.rss", bytes("<rss>" + "<item><description>a</description></item>".repeat(20_001)));
    assertThat(readings).hasSize(20_001);
    assertThat(Inputs.told(readings.get(20_000))).contains("TOO_LARGE");
    String json = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[";
    List<Reading> items = read("a.json", bytes(json + "{},".repeat(3_000_000)));
    assertThat(items).hasSize(20_001);
  }

  @Test
  void deepJsonAndGreatNumbersAreTold() {
    String feed = "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":";
    assertThat(kinds("a.json", bytes(feed + "[".repeat(1_000_000))))
        .containsExactly(Outcome.Kind.BROKEN);
    assertThat(kinds("a.json", bytes(feed + "9".repeat(1_000_000) + "}"))).hasSize(1);
    assertThat(told("a.jsonl", bytes("{\"text\":\"Rain.\",\"n\":1e9999}")))
        .containsExactly("a.jsonl, line 1: WHOLE a.jsonl \"Rain.\"");
  }

  private static List<Outcome.Kind> kinds(String name, byte[] bytes) {
    return read(name, bytes).stream()
        .map(
            reading ->
                reading instanceof Reading.Unreadable unreadable
                    ? unreadable.kind()
                    : Outcome.Kind.ADDED)
        .toList();
  }

  private static byte[] bomb(byte... start) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(start);
      zeros(gzip);
    }
    return packed.toByteArray();
  }

  private static void zeros(OutputStream out) throws IOException {
    byte[] blanks = new byte[1 << 16];
    Arrays.fill(blanks, (byte) ' ');
    for (int i = 0; i < BOMB; i += blanks.length) {
      out.write(blanks);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        put(zip, namesAndTexts[i], bytes(namesAndTexts[i + 1]));
      }
    }
    return bytes.toByteArray();
  }

  /** A local entry by hand, with a size of its own. */
  private static byte[] stored(String name, byte[] content, long size) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteBuffer head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0);
    head.putInt((int) sum.getValue()).putInt((int) size).putInt((int) size);
    head.putShort((short) name.length()).putShort((short) 0);
    return joined(head.array(), bytes(name), content);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, ISO_8859_1).indexOf(text);
  }
}

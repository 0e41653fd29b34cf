package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.read.Inputs.bytes;
import static org.stemma.read.Inputs.gzip;
import static org.stemma.read.Inputs.http;
import static org.stemma.read.Inputs.joined;
import static org.stemma.read.Inputs.page;
import static org.stemma.read.Inputs.record;
import static org.stemma.read.Inputs.response;
import static org.stemma.read.Inputs.told;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Page;

class WarcTest {
  private static final String A = "https://skerry.example/a";
  private static final String B = "https://skerry.example/b";
  private static final String HTTP = "application/http; msgtype=response";

  @Test
  void eachRecordIsToldOfOnce() {
    byte[] warc =
        joined(
            record("warcinfo", "", "application/warc-fields", bytes("software: none\r\n")),
            record("request", A, "application/http", bytes("GET /a HTTP/1.1\r\n\r\n")),
            response(A, "<p>Rain in Port Soren."),
            record("revisit", A, HTTP, bytes("HTTP/1.1 200 OK\r\n\r\n")),
            record("metadata", A, "application/warc-fields", bytes("via: nowhere\r\n")),
            record("resource", B, "text/plain", bytes("Snow in Port Soren.")),
            record("conversion", B, "text/plain", bytes("Hail in Port Soren.")));
    String expected =
        """
        f.warc, record 1: NO_PAGE, a note on the archive
        f.warc, record 2: NO_PAGE, what a server was asked
        f.warc, record 3: WHOLE https://skerry.example/a "<p>Rain in Port Soren."
        f.warc, record 4: NO_PAGE, seen before: the same as an earlier capture
        f.warc, record 5: NO_PAGE, a note on a capture
        f.warc, record 6: WHOLE https://skerry.example/b "Snow in Port Soren."
        f.warc, record 7: WHOLE https://skerry.example/b "Hail in Port Soren."\
        """;
    assertThat(String.join("\n", told("f.warc", warc))).isEqualTo(expected);
    assertThat(String.join("\n", told("f.warc", gzip(warc)))).isEqualTo(expected);
  }

  @Test
  void thePageHasItsAddressAndTheHourOfItsCapture() {
    Page page = page("f.warc", response("<https://skerry.example/a b>", "<p>Rain."));
    assertThat(page.address()).isEqualTo("https://skerry.example/a%20b");
    assertThat(page.dates())
        .containsExactly(new FoundDate("2031-05-04T10:15:00Z", DateOrigin.ARCHIVE));
  }

  @Test
  void whatIsNoPageIsToldWithTheReason() {
    byte[] warc =
        joined(
            response(A, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n", bytes("<p>No.")),
            response(A, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n", bytes("x")),
            response(A, "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n", bytes("%PDF-1.7")),
            response(A, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", bytes("{}")),
            response(A, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", bytes("")));
    assertThat(told("f.warc", warc))
        .containsExactly(
            "f.warc, record 1: NO_PAGE, answered 404",
            "f.warc, record 2: NO_PAGE, no page: image/png",
            "f.warc, record 3: UNSUPPORTED, a PDF, which Stemma does not read",
            "f.warc, record 4: UNSUPPORTED, JSON that is no feed",
            "f.warc, record 5: EMPTY, holds no text");
  }

  @Test
  void whatIsShorterThanItsServerToldIsCut() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ";
    assertThat(told("f.warc", response(A, head + "900\r\n", bytes("<p>Rain in Port"))))
        .containsExactly("f.warc, record 1: CUT https://skerry.example/a \"<p>Rain in Port\"");
    assertThat(
            told(
                "f.warc",
                response(A, head + "900\r\nContent-Encoding: gzip\r\n", bytes("<p>Rain."))))
        .containsExactly("f.warc, record 1: WHOLE https://skerry.example/a \"<p>Rain.\"");
  }

  @Test
  void anAnswerWithoutAHeadOrWithAHeadWithoutEndIsBroken() {
    String endless = "HTTP/1.1 200 OK\r\n" + "X-n: y\r\n".repeat(20_000);
    assertThat(
            told(
                "f.warc",
                joined(
                    record("response", A, HTTP, bytes("no answer at all")),
                    response(A, endless, bytes("<p>Rain.")))))
        .containsExactly(
            "f.warc, record 1: BROKEN, no answer of a server, though it says so",
            "f.warc, record 2: BROKEN, no answer of a server, though it says so");
  }

  @Test
  void aBodyIsTakenOutOfItsChunksAndItsPacking() {
    byte[] packed = gzip(bytes("<p>Rain."));
    byte[] chunks =
        joined(
            bytes("5;x=y\r\n"),
            Arrays.copyOf(packed, 5),
            bytes("\r\n"),
            bytes(Integer.toHexString(packed.length - 5) + "\r\n"),
            Arrays.copyOfRange(packed, 5, packed.length),
            bytes("\r\n0\r\n\r\n"));
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
            + "Transfer-Encoding: chunked\r\n";
    assertThat(told("f.warc", response(A, head, chunks)))
        .containsExactly("f.warc, record 1: WHOLE " + A + " \"<p>Rain.\"");
    assertThat(told("f.warc", response(A, head, bytes("<p>Rain."))))
        .as("a head that still tells of chunks and packing that were taken off")
        .containsExactly("f.warc, record 1: WHOLE " + A + " \"<p>Rain.\"");
    byte[] cut = Arrays.copyOf(chunks, chunks.length - 20);
    assertThat(told("f.warc", response(A, head, cut)).get(0)).startsWith("f.warc, record 1: CUT");
  }

  @Test
  void theServersWordOnTheEncodingIsBelieved() {
    byte[] body = "<p>Порт Сорен закрыт".getBytes(Charset.forName("KOI8-R"));
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"koi8-r\"\r\n";
    assertThat(Inputs.text(page("f.warc", response(A, head, body))))
        .isEqualTo("<p>Порт Сорен закрыт");
  }

  @Test
  void lengthsThatLieCostNoRecord() {
    byte[] block = http("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", bytes("<p>Rain."));
    for (String length : new String[] {"3", "60", "61", "200", "5000000000", "-1", "abc", "1e9"}) {
      byte[] warc = joined(record("response", A, HTTP, block, length), response(B, "<p>Snow."));
      assertThat(told("f.warc", warc))
          .as("length " + length)
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).containsAnyOf("<p>Rain.", "<p>Snow."));
    }
  }

  @Test
  void aRecordInAPageIsNoRecordWhereLengthsAreRight() {
    String inner = new String(response(B, "<p>Forged."), UTF_8);
    byte[] warc = joined(response(A, "<p>Rain.\r\n\r\n" + inner), response(B, "<p>Snow."));
    assertThat(told("f.warc", warc)).hasSize(2);
  }

  @Test
  void aBrokenMemberCostsItsRecordAlone() {
    byte[] broken = gzip(response(A, "<p>" + "Rain fell on the harbour. ".repeat(99)));
    broken[broken.length / 2] ^= 0x55;
    byte[] warc = joined(gzip(response(A, "<p>One.")), broken, gzip(response(B, "<p>Snow.")));
    assertThat(told("f.warc.gz", warc))
        .anySatisfy(line -> assertThat(line).contains("<p>One."))
        .anySatisfy(line -> assertThat(line).contains("<p>Snow."))
        .anySatisfy(line -> assertThat(line).containsAnyOf("CUT", "BROKEN"));
  }

  @Test
  void aFileCutAnywhereGivesWhatCameBeforeAndEnds() {
    byte[] plain = joined(response(A, "<p>Rain."), response(B, "<p>Snow."));
    byte[] packed = joined(gzip(response(A, "<p>Rain.")), gzip(response(B, "<p>Snow.")));
    for (byte[] whole : new byte[][] {plain, packed}) {
      for (int length = 11; length < whole.length; length++) {
        assertThat(told("f.warc", Arrays.copyOf(whole, length)))
            .as("cut at " + length)
            .isNotEmpty();
      }
    }
    assertThat(told("f.warc", Arrays.copyOf(packed, packed.length - 12)))
        .contains("f.warc, record 1: WHOLE " + A + " \"<p>Rain.\"")
        .anySatisfy(line -> assertThat(line).startsWith("f.warc, record 2: CUT"));
  }

  @Test
  void aRecordOfWhichNothingCameIsBrokenAndNotEmpty() {
    byte[] record = response(A, "<p>Rain.");
    int head = new String(record, UTF_8).indexOf("HTTP/");
    byte[] member = gzip(Arrays.copyOf(record, head));
    byte[] cut = Arrays.copyOf(gzip(record), 10);
    assertThat(told("f.warc.gz", joined(member, cut)))
        .containsExactly("f.warc.gz, record 1: BROKEN, ends inside gzip member 2");
  }

  @Test
  void bytesBetweenRecordsAreToldOf() {
    byte[] warc =
        joined(gzip(response(A, "<p>Rain.")), bytes("junk"), gzip(response(B, "<p>Snow.")));
    assertThat(told("f.warc.gz", warc))
        .containsExactly(
            "f.warc.gz, record 1: WHOLE " + A + " \"<p>Rain.\"",
            "f.warc.gz, behind record 1: BROKEN, holds bytes that are no gzip behind member 1",
            "f.warc.gz, record 2: WHOLE " + B + " \"<p>Snow.\"");
  }

  @Test
  void aFeedInAnArchiveGivesItsEntries() {
    String feed =
        "<rss><channel><title>Skerry</title><item><link>/1</link><description>Rain.</description>"
            + "</item></channel></rss>";
    byte[] warc =
        response(
            "https://skerry.example/feed",
            "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n",
            bytes(feed));
    assertThat(told("f.warc", warc))
        .containsExactly("f.warc, record 1, entry 1: SUMMARY https://skerry.example/1 \"Rain.\"");
  }

  @Test
  void arcFilesAreReadToo() {
    String body = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>Rain.";
    String arc =
        """
        filedesc://a.arc 127.0.0.1 20310504101500 text/plain 20
        1 0 Skerry Capture

        http://skerry.example/a b 127.0.0.1 20310504101500 text/html %d
        %s
        http://skerry.example/c 127.0.0.1 203105041015000000 text/html abc
        HTTP/1.0 200 OK

        <p>Snow.
        """
            .formatted(body.length(), body);
    assertThat(told("a.arc", bytes(arc)))
        .hasSize(3)
        .contains("a.arc, record 2: WHOLE http://skerry.example/a%20b \"<p>Rain.\"")
        .last()
        .asString()
        .contains("http://skerry.example/c \"<p>Snow.");
    assertThat(page("a.arc", bytes(arc)).dates())
        .containsExactly(new FoundDate("2031-05-04T10:15:00Z", DateOrigin.ARCHIVE));
  }

  @Test
  void whatHoldsNoRecordIsToldOnce() {
    assertThat(told("f.warc", new byte[0])).containsExactly("f.warc: EMPTY, holds no record");
  }
}

package org.stemma.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.read.Inputs.bytes;
import static org.stemma.read.Inputs.gzip;
import static org.stemma.read.Inputs.joined;
import static org.stemma.read.Inputs.record;
import static org.stemma.read.Inputs.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs of every kind with mistakes in them. A short round runs with every build, always the same;
 * {@code -Dstemma.fuzz.seconds=600 -Dstemma.fuzz.seed=7} runs other ones for as long as one likes.
 * A failure names seed and input, and the seed makes the same bytes again.
 */
class FuzzTest {
  /** Rounds of a build: some seconds. */
  private static final int ROUNDS = 40;

  private static final int INPUTS_A_ROUND = 50;

  /** Time for one input of some kilobytes; a hundred times what it takes. */
  private static final long MOST_MILLIS = 5000;

  private static final Limits LIMITS = new Limits(1 << 16, 1 << 16, 1 << 22, 200, 3);

  private static final Map<String, byte[]> SEEDS = seeds();

  static LongStream rounds() {
    long seconds = Long.getLong("stemma.fuzz.seconds", 0);
    if (seconds == 0) {
      return LongStream.range(0, ROUNDS);
    }
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return LongStream.iterate(
        Long.getLong("stemma.fuzz.seed", System.nanoTime()),
        seed -> System.nanoTime() < end,
        seed -> seed + 1);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  @Timeout(120)
  void whateverIsWrongIsTold(long seed) {
    Random random = new Random(seed);
    List<String> names = List.copyOf(SEEDS.keySet());
    for (int i = 0; i < INPUTS_A_ROUND; i++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = SEEDS.get(name);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes = changed(bytes, random);
      }
      check(name, bytes, "seed " + seed + ", input " + i + ", " + name);
    }
  }

  private static void check(String name, byte[] bytes, String what) {
    long start = System.nanoTime();
    List<Reading> readings;
    try {
      readings = Inputs.read(name, bytes, LIMITS);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(what, e);
    }
    assertThat((System.nanoTime() - start) / 1_000_000).as(what).isLessThan(MOST_MILLIS);
    assertThat(readings).as(what).isNotEmpty().hasSizeLessThan(bytes.length + 2);
    List<String> places = new ArrayList<>();
    for (Reading reading : readings) {
      assertThat(Inputs.told(reading)).as(what).isNotBlank();
      if (reading instanceof Reading.Found found) {
        String text = Inputs.text(found.page());
        assertThat(Decoding.sound(text)).as(what).isEqualTo(text).isNotBlank();
        places.add(found.page().place());
      }
    }
    if (!name.contains("zip") && !name.contains("wacz")) {
      assertThat(places).as(what).doesNotHaveDuplicates();
    }
  }

  /** One mistake: of the medium, of a program, or of somebody who means harm. */
  private static byte[] changed(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
    return switch (random.nextInt(11)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> replaced(bytes, at, length, new byte[0]);
      case 2 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 3 -> replaced(bytes, at, 0, new byte[random.nextInt(20)]);
      case 4 -> number(bytes, random);
      case 5 -> field(bytes, random);
      case 6 -> joined(bytes, bytes);
      case 8 -> head(bytes, random);
      case 7 -> replaced(bytes, at, 0, TRICKS.get(random.nextInt(TRICKS.size())));
      default -> {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
          flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        yield flipped;
      }
    };
  }

  /** What heads, lengths and marks can be mistaken for. */
  private static final List<byte[]> TRICKS =
      List.of(
          bytes("\r\n\r\nWARC/1.0\r\n"),
          bytes("\r\n\r\n"),
          bytes("PK\u0003\u0004"),
          bytes("\u0000\u0000"),
          new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3},
          new byte[] {(byte) 0xff, (byte) 0xfe},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          bytes("<![CDATA["),
          bytes("<!--"),
          bytes("<item>"),
          bytes("--b\r\n"),
          bytes("=\r\n"),
          bytes("\u202e\ufeff"),
          bytes("&#x0;&#xd800;&#99999999;"),
          bytes("http://h.example 1.1.1.1 20310504101500 text/html 9\n"));

  /** A number in the text, such as a length, becomes another one. */
  private static byte[] number(byte[] bytes, Random random) {
    String text = new String(bytes, ISO_8859_1);
    int start = random.nextInt(text.length());
    while (start < text.length() && !Character.isDigit(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    String[] others = {
      "0", "1", "-1", "99999999999999999999", "2147483647", "4294967295", "1e9", ""
    };
    return replaced(bytes, start, end - start, bytes(others[random.nextInt(others.length)]));
  }

  /** A byte in the head of a zip's entry, its list of files or a gzip member. */
  private static byte[] head(byte[] bytes, Random random) {
    String text = new String(bytes, ISO_8859_1);
    String mark = random.nextBoolean() ? "PK" : "\u001f\u008b";
    int at = text.indexOf(mark, random.nextInt(text.length()));
    if (at < 0) {
      return bytes;
    }
    byte[] changed = bytes.clone();
    changed[Math.min(bytes.length - 1, at + 2 + random.nextInt(28))] = (byte) random.nextInt(256);
    return changed;
  }

  /** A line is lost or stands twice. */
  private static byte[] field(byte[] bytes, Random random) {
    String text = new String(bytes, ISO_8859_1);
    int start = text.indexOf('\n', random.nextInt(text.length())) + 1;
    int end = text.indexOf('\n', start) + 1;
    if (start == 0 || end == 0) {
      return bytes;
    }
    byte[] line = Arrays.copyOfRange(bytes, start, end);
    return random.nextBoolean()
        ? replaced(bytes, start, line.length, new byte[0])
        : replaced(bytes, start, 0, line);
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    return joined(
        Arrays.copyOf(bytes, at), by, Arrays.copyOfRange(bytes, at + length, bytes.length));
  }

  private static Map<String, byte[]> seeds() {
    byte[] html =
        bytes("<!doctype html><meta charset=utf-8><title>Fog</title><p>“We wait,” said Ana Ruiz.");
    byte[] rss =
        bytes(
            """
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Skerry</title><item><title>Fog &amp; mist</title><link>https://skerry.example/1</link>
            <pubDate>Sun, 04 May 2031 10:15:00 GMT</pubDate><description>&lt;p&gt;It waits.</description>
            <content:encoded><![CDATA[<p>It waits.</p>]]></content:encoded></item></channel></rss>
            """);
    byte[] json =
        bytes(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Skerry", "items": [
            {"id": "1", "url": "https://skerry.example/1", "content_html": "<p>It waits.",
            "authors": [{"name": "Ana"}], "date_published": "2031-05-04T10:15:00Z"}]}
            """);
    byte[] mail =
        bytes(
            """
            From: a@skerry.example
            Date: Sun, 4 May 2031 10:15:00 +0200
            Subject: =?utf-8?Q?F=C3=B6g?=
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary="b"

            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://skerry.example/fog

            <p>=E2=80=9CWe wait,=E2=80=9D said Ana Ru=
            iz.
            --b
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b--
            """);
    byte[] chunked = bytes("5\r\n<p>Ra\r\n5\r\nin in\r\n4\r\n Por\r\n0\r\n\r\n");
    byte[] warc =
        joined(
            record("warcinfo", "", "application/warc-fields", bytes("software: none\r\n")),
            response("https://skerry.example/a", new String(html, ISO_8859_1)),
            response(
                "https://skerry.example/b",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
                chunked),
            response(
                "https://skerry.example/c",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n",
                gzip(html)),
            response(
                "https://skerry.example/f", "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n", rss),
            record("conversion", "https://skerry.example/d", "text/plain", bytes("Rain.")));
    byte[] members =
        joined(
            gzip(response("https://skerry.example/a", "<p>Rain.")),
            gzip(response("https://skerry.example/b", "<p>Snow.")),
            gzip(response("https://skerry.example/c", "<p>Hail.")));
    String body = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>Rain.";
    byte[] arc =
        bytes(
            "filedesc://a.arc 127.0.0.1 20310504101500 text/plain 20\n1 0 Skerry Capture\n\n"
                + "http://skerry.example/a 127.0.0.1 20310504101500 text/html "
                + body.length()
                + "\n"
                + body
                + "\n");
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("a.html", html);
    seeds.put("a.txt", "Фог und Nebel — fog.".getBytes(UTF_16));
    seeds.put("a.xml", rss);
    seeds.put("a.json", json);
    seeds.put(
        "a.jsonl", bytes("{\"id\":\"a\",\"text\":\"It rained.\"}\n{\"text\":\"It snowed.\"}\n"));
    seeds.put(
        "b.json", bytes("[{\"text\":\"It rained.\"},\n{\"text\":\"It snowed.\",\"a\":[{}]}]"));
    seeds.put("a.mhtml", mail);
    seeds.put("a.warc", warc);
    seeds.put("b.warc.gz", members);
    seeds.put("c.warc.gz", gzip(warc));
    seeds.put("a.arc", arc);
    seeds.put("a.html.gz", gzip(html));
    seeds.put("a.zip", zip("a.html", html, "b/../c.xml", rss, "d.warc.gz", members, "e.eml", mail));
    seeds.put("a.wacz", zip("archive/a.warc.gz", members, "pages/pages.jsonl", bytes("{}\n")));
    return seeds;
  }

  private static byte[] zip(Object... namesAndBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

package org.stemma.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.stemma.pipeline.Extraction;
import org.stemma.pipeline.ReadingReport;
import org.stemma.read.Pages;

/**
 * Whether memory stays what it is while an archive grows: repeats the pages of a folder of {@code
 * .html.gz} under other addresses until the archive unpacks to so many megabytes, and reads it.
 * Start it with the heap that must suffice ({@code -Xmx}).
 *
 * <p>Usage: {@code BigArchive FOLDER FILE.warc.gz MEGABYTES}; the file is made where it is not
 * there.
 */
public final class BigArchive {
  private static final long MEGABYTE = 1 << 20;

  private BigArchive() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: BigArchive FOLDER FILE.warc.gz MEGABYTES");
    }
    Path file = Path.of(args[1]);
    if (!Files.exists(file)) {
      write(PackedPages.all(Path.of(args[0])), file, Long.parseLong(args[2]) * MEGABYTE);
    }
    ReadingReport.Tally tally = new ReadingReport.Tally();
    long start = System.nanoTime();
    try (Pages pages = Pages.open(List.of(file.toString()), InputStream.nullInputStream())) {
      Extraction.articlesOnly().run(pages, article -> {}, tally::add);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    ReadingReport report = tally.report();
    System.out.printf(
        Locale.ROOT,
        "%,d articles, %s, %.0f s, with a heap of at most %,d MB%n",
        report.added(),
        report.counts(),
        seconds,
        Runtime.getRuntime().maxMemory() / MEGABYTE);
  }

  /** One gzip member a record, as crawlers write. */
  private static void write(List<byte[]> pages, Path file, long bytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        byte[] record = record(pages.get(i % pages.size()), i);
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(member)) {
          packed.write(record);
        }
        member.writeTo(out);
        written += record.length;
      }
    }
  }

  private static byte[] record(byte[] page, int number) throws IOException {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + page.length
            + "\r\n\r\n";
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper"
            + number
            + ".example/story\r\nWARC-Date: 2031-05-04T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:"
            + new UUID(7, number)
            + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + (http.length() + page.length)
            + "\r\n\r\n";
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write((head + http).getBytes(StandardCharsets.US_ASCII));
    record.write(page);
    record.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return record.toByteArray();
  }
}

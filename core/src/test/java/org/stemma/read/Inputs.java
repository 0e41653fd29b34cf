package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.stemma.model.Page;

/** Invented inputs of every kind, made in memory, and what is told of them. */
final class Inputs {
  private Inputs() {}

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A record with the length that it has. */
  static byte[] record(String type, String target, String contentType, byte[] block) {
    return record(type, target, contentType, block, String.valueOf(block.length));
  }

  /** A record that tells any length. */
  static byte[] record(String type, String target, String contentType, byte[] block, String told) {
    String head =
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-04T10:15:00Z\r\n"
                .formatted(type, target)
            + "Content-Type: %s\r\nContent-Length: %s\r\n\r\n".formatted(contentType, told);
    return joined(bytes(head), block, bytes("\r\n\r\n"));
  }

  static byte[] response(String target, String head, byte[] body) {
    return record("response", target, "application/http; msgtype=response", http(head, body));
  }

  /** A page that was answered as HTML. */
  static byte[] response(String target, String body) {
    return response(target, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", bytes(body));
  }

  static byte[] http(String head, byte[] body) {
    return joined(bytes(head + "\r\n"), body);
  }

  static List<Reading> read(String name, byte[] bytes) {
    return read(name, bytes, Limits.DEFAULT);
  }

  static List<Reading> read(String name, byte[] bytes, Limits limits) {
    List<Reading> readings = new ArrayList<>();
    try (Source source =
        Kind.open(new Piece(name, name, new ByteArrayInputStream(bytes)), limits)) {
      source.next().ifPresent(readings::add);
      while (!readings.isEmpty()) {
        var next = source.next();
        if (next.isEmpty()) {
          break;
        }
        readings.add(next.get());
      }
    } catch (IOException e) {
      readings.add(Pages.unreadable(name, e));
    }
    return readings;
  }

  /** One line for each reading: what a person would want to know of it. */
  static List<String> told(String name, byte[] bytes) {
    return read(name, bytes).stream().map(Inputs::told).toList();
  }

  static String told(Reading reading) {
    if (reading instanceof Reading.Unreadable unreadable) {
      return "%s: %s, %s".formatted(unreadable.place(), unreadable.kind(), unreadable.reason());
    }
    Page page = ((Reading.Found) reading).page();
    return "%s: %s %s \"%s\"".formatted(page.place(), page.extent(), page.address(), text(page));
  }

  static Page page(String name, byte[] bytes) {
    return read(name, bytes).stream()
        .filter(Reading.Found.class::isInstance)
        .map(reading -> ((Reading.Found) reading).page())
        .findFirst()
        .orElseThrow();
  }

  static String text(Page page) {
    if (page.content() instanceof Page.Html html) {
      return html.markup();
    }
    return page.content() instanceof Page.PlainText plain
        ? plain.text()
        : ((Page.Given) page.content()).text();
  }
}

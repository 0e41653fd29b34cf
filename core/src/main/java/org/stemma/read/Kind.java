package org.stemma.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stemma.model.Outcome;

/** The kinds of input, told by a file's ending or by its first bytes. */
enum Kind {
  TEXT("txt", "text"),
  HTML("html", "htm", "xhtml"),
  LINES("jsonl", "ndjson", "json"),
  ARCHIVE("zip");

  /** Bytes looked at to tell a kind: what browsers look at, four times over. */
  private static final int HEAD = 4096;

  private final List<String> endings;

  Kind(String... endings) {
    this.endings = List.of(endings);
  }

  /** True when a file in a folder or an archive has the ending of a page. */
  static boolean isPageName(String name) {
    for (Kind kind : values()) {
      if (kind.endings.contains(ending(name))) {
        return true;
      }
    }
    return false;
  }

  /** Makes a source of an entry's bytes; an archive in it stays closed. */
  static Source openInArchive(Piece piece, Limits limits) throws IOException {
    Source source = open(piece, limits);
    return source instanceof Archive
        ? Source.of(
            new Reading.Unreadable(
                piece.place(),
                Outcome.Kind.UNSUPPORTED,
                "an archive in an archive, which stays closed"))
        : source;
  }

  /** Makes a source of a file's bytes. */
  static Source open(Piece piece, Limits limits) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(piece.bytes(), 1 << 16);
    Piece buffered = new Piece(piece.place(), piece.name(), bytes);
    return source(of(piece.name(), bytes), buffered, limits);
  }

  /**
   * Makes a source of fetched bytes. An address has no ending, so the look tells, and where it does
   * not, the server.
   */
  static Source openFetched(Piece piece, String contentType, Limits limits) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(piece.bytes(), 1 << 16);
    Kind kind = of("", bytes);
    boolean markup = contentType.strip().toLowerCase(Locale.ROOT).startsWith("text/html");
    return source(
        kind == TEXT && markup ? HTML : kind,
        new Piece(piece.place(), piece.name(), bytes),
        limits);
  }

  private static Source source(Kind kind, Piece buffered, Limits limits) {
    return switch (kind) {
      case ARCHIVE -> new Archive(buffered, limits);
      case LINES -> new Lines(buffered, limits);
      case HTML, TEXT -> new WholePage(buffered, kind, limits);
    };
  }

  private static Kind of(String name, InputStream bytes) throws IOException {
    byte[] head = head(bytes);
    if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006")) {
      return ARCHIVE;
    }
    for (Kind kind : List.of(LINES, HTML)) {
      if (kind.endings.contains(ending(name))) {
        return kind;
      }
    }
    return byLook(new String(head, StandardCharsets.ISO_8859_1));
  }

  private static Kind byLook(String head) {
    String start = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    // UTF-16 puts a NUL beside every ASCII character; without them its look is the same.
    start = start.replace("\u0000", "").replace("\u00ff\u00fe", "").replace("\u00fe\u00ff", "");
    start = start.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("{") && start.contains("\"text\"")) {
      return LINES;
    }
    boolean markup =
        start.startsWith("<!doctype html")
            || start.startsWith("<html")
            || start.startsWith("<head")
            || start.startsWith("<body")
            || start.startsWith("<?xml")
            || start.startsWith("<!--")
            || start.startsWith("<article")
            || start.startsWith("<div")
            || start.startsWith("<meta");
    return markup ? HTML : TEXT;
  }

  /**
   * The first bytes, left to be read again. Ends with the first line that holds anything, so that a
   * pipe which gives one line at a time is answered line by line.
   */
  private static byte[] head(InputStream bytes) throws IOException {
    bytes.mark(HEAD);
    byte[] head = new byte[HEAD];
    int length = 0;
    boolean blank = true;
    for (int b = bytes.read(); b >= 0; b = bytes.read()) {
      head[length++] = (byte) b;
      blank &= b <= ' ';
      if (length == HEAD || (b == '\n' && !blank && length > 2)) {
        break;
      }
    }
    bytes.reset();
    return Arrays.copyOf(head, length);
  }

  private static boolean startsWith(byte[] bytes, String start) {
    for (int i = 0; i < start.length(); i++) {
      if (i >= bytes.length || bytes[i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

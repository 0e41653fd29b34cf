package org.stemma.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the first bytes of something look like. */
enum Look {
  ZIP,
  GZIP,
  WEB_ARCHIVE,
  /** The root element is that of a feed. */
  FEED,
  JSON_FEED,
  /** A JSON object that may be an article's line. */
  LINES,
  /** JSON objects that do not stand in lines: an array of them, or one over several lines. */
  JSON,
  HTML,
  /** XML with a root that is neither a page's nor a feed's. */
  XML,
  MAIL,
  OTHER;

  /** Bytes to look at: comments and declarations may stand before the first element. */
  static final int HEAD = 1 << 14;

  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

  static Look at(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (start.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (Capture.startsWarc(head, 0) || start.startsWith("filedesc:")) {
      return WEB_ARCHIVE;
    }
    // UTF-16 puts a NUL beside every ASCII character; without them its look is the same.
    start = start.replace("\u0000", "").replace("\u00ff\u00fe", "").replace("\u00fe\u00ff", "");
    start = start.startsWith(UTF_8_MARK) ? start.substring(UTF_8_MARK.length()) : start;
    return ofText(start.stripLeading());
  }

  private static Look ofText(String start) {
    if (start.startsWith("{") || start.startsWith("[")) {
      return ofJson(start);
    }
    if (start.startsWith("<")) {
      return ofMarkup(start);
    }
    return isMail(start) ? MAIL : OTHER;
  }

  private static Look ofJson(String start) {
    if (start.contains("jsonfeed.org/version")) {
      return JSON_FEED;
    }
    if (start.startsWith("[") || start.substring(1).lines().findFirst().orElse("").isBlank()) {
      return isArrayOrField(start.substring(1).stripLeading()) ? JSON : OTHER;
    }
    return start.contains("\"text\"") ? LINES : OTHER;
  }

  private static boolean isArrayOrField(String inside) {
    return inside.startsWith("\"")
        || inside.startsWith("{") && inside.substring(1).stripLeading().startsWith("\"");
  }

  /** By the first element, past what may stand before it. */
  private static Look ofMarkup(String start) {
    boolean xml = false;
    boolean html = false;
    int at = 0;
    while (at < start.length()) {
      String rest = start.substring(at, Math.min(start.length(), at + 16)).toLowerCase(Locale.ROOT);
      html |= rest.startsWith("<!doctype html");
      xml |= rest.startsWith("<?xml");
      String end = rest.startsWith("<!--") ? "-->" : rest.startsWith("<?") ? "?>" : "";
      int next =
          end.isEmpty() && rest.startsWith("<!")
              ? endOfDeclaration(start, at)
              : endOf(start, end, at);
      if (next == at) {
        Look look = ofElement(start.substring(at), xml);
        return html && look != FEED ? HTML : look;
      }
      at = next;
      while (at < start.length() && start.charAt(at) <= ' ') {
        at++;
      }
    }
    return xml && !html ? XML : HTML;
  }

  private static int endOf(String start, String end, int at) {
    if (end.isEmpty()) {
      return at;
    }
    int found = start.indexOf(end, at);
    return found < 0 ? start.length() : found + end.length();
  }

  /** A declaration ends with its bracket; one of a document type may hold others in brackets. */
  private static int endOfDeclaration(String start, int at) {
    int close = start.indexOf('>', at);
    int open = start.indexOf('[', at);
    if (open >= 0 && open < close) {
      int inner = start.indexOf(']', open);
      close = inner < 0 ? -1 : start.indexOf('>', inner);
    }
    return close < 0 ? start.length() : close + 1;
  }

  private static Look ofElement(String start, boolean xml) {
    int end = 1;
    while (end < start.length() && isNameChar(start.charAt(end))) {
      end++;
    }
    String name = start.substring(Math.min(1, start.length()), end).toLowerCase(Locale.ROOT);
    return switch (name.substring(name.indexOf(':') + 1)) {
      case "rss", "rdf", "feed", "channel" -> FEED;
      case "html",
          "head",
          "body",
          "article",
          "div",
          "meta",
          "title",
          "p",
          "main",
          "section",
          "table",
          "script",
          "link",
          "style",
          "h1",
          "center",
          "font" ->
          HTML;
      default -> xml ? XML : OTHER;
    };
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
  }

  /** A message starts with fields of its head, of which these come early. */
  private static boolean isMail(String start) {
    String[] lines = start.split("\r?\n", 2);
    String first = lines[0].toLowerCase(Locale.ROOT);
    boolean field = first.matches("[a-z][a-z-]{1,60}: ?.*");
    String head = start.toLowerCase(Locale.ROOT);
    return field && head.contains("\nmime-version:") && head.contains("\ncontent-type:")
        || first.startsWith("return-path:")
        || first.startsWith("received: ")
        || first.startsWith("delivered-to:")
        || first.startsWith("from: <saved by ");
  }
}

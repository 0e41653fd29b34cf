package org.stemma.read;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stemma.model.Outcome;

/** The kinds of input, told by a file's ending, by its first bytes and by what carried it. */
enum Kind {
  TEXT("txt", "text"),
  HTML("html", "htm", "xhtml", "shtml"),
  LINES("jsonl", "ndjson", "json"),
  FEED("xml", "rss", "atom", "rdf", "cdf"),
  JSON_FEED(),
  /** JSON objects that do not stand in lines. */
  JSON(),
  MAIL("eml", "mht", "mhtml"),
  ARCHIVE("zip", "wacz"),
  WEB_ARCHIVE("warc", "arc"),
  GZIP("gz"),
  /** XML that is neither a page nor a feed. */
  OTHER_XML(),
  /** JSON that came over the web and is no feed. */
  OTHER_JSON();

  /** Archives in archives: a zip, in it a gzip file, in it a WARC, in it a page packed again. */
  private static final int MOST_NESTED = 3;

  private final List<String> endings;

  Kind(String... endings) {
    this.endings = List.of(endings);
  }

  /** True when a file in a folder or an archive has the ending of a page. */
  static boolean isPageName(String name) {
    String inner = withoutGz(name);
    return ofName(inner).isPresent() && (inner.equals(name) || ofName(inner).get() != ARCHIVE);
  }

  /** True for a name that feeds have, packed or not. */
  static boolean isFeedName(String name) {
    return ofName(withoutGz(name)).filter(kind -> kind == FEED).isPresent();
  }

  /** True for the name of a WARC or an ARC, packed or not. */
  static boolean isWebArchiveName(String name) {
    return ofName(withoutGz(name)).filter(kind -> kind == WEB_ARCHIVE).isPresent();
  }

  /** The name of what is in a gzip file, by the file's. */
  static String withoutGz(String name) {
    return ending(name).equals("gz") ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /** Makes a source of a file's bytes, or of those that came from an address. */
  static Source open(Piece piece, Limits limits) throws IOException {
    return open(piece, limits, 0);
  }

  /** Makes a source of what a record of a web archive holds. */
  static Source openInRecord(Piece piece, Limits limits) throws IOException {
    return open(piece, limits, MOST_NESTED);
  }

  /**
   * Makes a source of what is in something else.
   *
   * @param depth in how many archives it lies; above 0 a zip stays closed, and in the last one all
   *     do but a single page that is packed
   */
  static Source open(Piece piece, Limits limits, int depth) throws IOException {
    Peeked bytes = new Peeked(piece.bytes());
    Kind kind = of(piece, Look.at(bytes.head(Look.HEAD)));
    return source(piece.with(bytes), kind, limits, depth);
  }

  private static Source source(Piece piece, Kind kind, Limits limits, int depth)
      throws IOException {
    boolean closed =
        switch (kind) {
          case ARCHIVE -> depth > 0;
          case WEB_ARCHIVE -> depth >= MOST_NESTED;
          case GZIP -> depth > MOST_NESTED;
          default -> false;
        };
    if (closed) {
      return refused(piece, "an archive in an archive, which stays closed");
    }
    return switch (kind) {
      case ARCHIVE -> new Archive(piece, ending(piece.name()).equals("wacz"), limits);
      case WEB_ARCHIVE -> new WebArchive(piece, limits);
      case GZIP -> gunzipped(piece, limits, depth);
      case LINES -> new Lines(piece, limits);
      case FEED -> new Feed(piece, limits);
      case JSON_FEED -> new JsonFeed(piece, limits);
      case JSON -> new JsonDocument(piece, limits);
      case MAIL -> new Mail(piece, limits);
      case HTML, TEXT -> new WholePage(piece, kind, limits);
      case OTHER_XML -> refused(piece, "XML that is neither a page nor a feed");
      case OTHER_JSON -> refused(piece, "JSON that is no feed");
    };
  }

  private static Source gunzipped(Piece piece, Limits limits, int depth) throws IOException {
    Gunzip bytes = new Gunzip(new Peeked(piece.bytes()), limits);
    Piece inner = new Piece(piece.place(), withoutGz(piece.name()), bytes, piece.transport());
    return source(inner, of(inner, Look.at(bytes.head(Look.HEAD))), limits, depth + 1);
  }

  private static Source refused(Piece piece, String reason) throws IOException {
    piece.bytes().close();
    return Source.of(piece.unreadable(Outcome.Kind.UNSUPPORTED, reason));
  }

  /** What the bytes say comes first, then what carried them, then the ending, then the look. */
  private static Kind of(Piece piece, Look look) {
    Optional<Kind> certain = certain(look);
    if (certain.isPresent()) {
      return certain.get();
    }
    Optional<MediaType> type = piece.transport().type();
    return type.isPresent() ? ofType(type.get(), look) : ofFile(piece.name(), look);
  }

  private static Optional<Kind> certain(Look look) {
    return switch (look) {
      case ZIP -> Optional.of(ARCHIVE);
      case GZIP -> Optional.of(GZIP);
      case WEB_ARCHIVE -> Optional.of(WEB_ARCHIVE);
      case FEED -> Optional.of(FEED);
      case JSON_FEED -> Optional.of(JSON_FEED);
      case LINES, JSON, HTML, XML, MAIL, OTHER -> Optional.empty();
    };
  }

  private static Kind ofType(MediaType type, Look look) {
    if (type.isJson()) {
      return OTHER_JSON;
    }
    if (type.isXml()) {
      return look == Look.HTML ? HTML : OTHER_XML;
    }
    if (type.isHtml()) {
      return HTML;
    }
    return switch (type.name()) {
      case "message/rfc822", "multipart/related", "multipart/mixed", "multipart/alternative" ->
          MAIL;
      default -> ofLook(look);
    };
  }

  private static Kind ofFile(String name, Look look) {
    Kind named = ofName(name).orElse(TEXT);
    return switch (named) {
      case LINES -> look == Look.JSON ? JSON : LINES;
      case HTML, MAIL -> named;
      case FEED -> look == Look.HTML ? HTML : look == Look.OTHER ? TEXT : OTHER_XML;
      case WEB_ARCHIVE -> look == Look.OTHER ? WEB_ARCHIVE : ofLook(look);
      default -> ofLook(look);
    };
  }

  private static Kind ofLook(Look look) {
    return switch (look) {
      case LINES -> LINES;
      case JSON -> JSON;
      case HTML -> HTML;
      case XML -> OTHER_XML;
      case MAIL -> MAIL;
      default -> TEXT;
    };
  }

  private static Optional<Kind> ofName(String name) {
    String ending = ending(name);
    for (Kind kind : values()) {
      if (kind.endings.contains(ending)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static String ending(String name) {
    return name.contains(".")
        ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
        : "";
  }
}

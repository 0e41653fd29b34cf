package org.stemma.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.stemma.model.Extent;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;

/**
 * A web archive, WARC (ISO 28500) or its forerunner ARC, packed with gzip or not. Each record is
 * told of once: as the page that it holds, or why it holds none. A record that is broken is told of
 * and the next one looked for.
 */
final class WebArchive implements Source {
  private static final int OK_FROM = 200;
  private static final int OK_TO = 299;
  private static final int PARTIAL = 206;
  private static final String HTTP = "application/http";

  private final Piece piece;
  private final Limits limits;
  private final Records records;
  private long number;
  private boolean ended;
  private Optional<Source> open = Optional.empty();

  WebArchive(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
    this.records = new Records(new RecordBytes(piece.bytes()), limits.pageBytes());
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() throws IOException {
    while (true) {
      Optional<Reading> next = open.isPresent() ? nextOf(open.get()) : Optional.empty();
      if (next.isPresent() || ended) {
        return next;
      }
      open = nextRecord();
    }
  }

  /** What stands in a record is in memory: when it fails, it alone does. */
  private Optional<Reading> nextOf(Source record) {
    try {
      return record.next();
    } catch (IOException e) {
      open = Optional.empty();
      return Optional.of(Pages.unreadable(record.place(), e));
    }
  }

  private Optional<Source> nextRecord() throws IOException {
    try {
      long passed = records.find();
      return passed > 0 ? Optional.of(Source.of(noRecord(passed))) : record();
    } catch (Damaged e) {
      return Optional.of(Source.of(new Reading.Unreadable(behind(), e.kind(), e.getMessage())));
    }
  }

  private Reading.Unreadable noRecord(long passed) {
    return new Reading.Unreadable(behind(), "holds " + passed + " bytes that are no record");
  }

  private String behind() {
    return number == 0 ? piece.place() : piece.place() + ", behind record " + number;
  }

  private Optional<Source> record() throws IOException {
    try {
      Optional<Capture> head = records.head();
      if (head.isPresent()) {
        number++;
        return Optional.of(source(head.get(), records.block(head.get())));
      }
    } catch (Records.HeadBroken e) {
      number++;
      return Optional.of(Source.of(new Reading.Unreadable(here(), e.getMessage() + at())));
    }
    ended = true;
    return number > 0
        ? Optional.empty()
        : Optional.of(Source.of(piece.unreadable(Outcome.Kind.EMPTY, "holds no record")));
  }

  private Source source(Capture head, Block block) {
    if (block.bytes().length == 0 && block.failure().isPresent()) {
      Piece lost = piece(head, InputStream.nullInputStream(), Optional.empty(), Extent.CUT);
      return Source.of(Pages.unreadable(lost, block.failure().get()));
    }
    return switch (head.type()) {
      case "response" -> response(head, block);
      case "resource", "conversion" ->
          contentOf(
              head, block.bytes(), head.blockType().or(head::identifiedType), cut(head, block));
      case "revisit" -> noPage(head, "seen before: the same as an earlier capture");
      case "request" -> noPage(head, "what a server was asked");
      case "warcinfo" -> noPage(head, "a note on the archive");
      case "metadata" -> noPage(head, "a note on a capture");
      case "continuation" -> noPage(head, "a part of a record that was split");
      case "" -> unreadable(head, Outcome.Kind.BROKEN, "a record that does not tell its type");
      default -> noPage(head, "a record of a type that holds no page");
    };
  }

  private Source response(Capture head, Block block) {
    HttpMessage answer = HttpMessage.of(block.bytes());
    int status = answer.status().orElse(OK_FROM);
    if (block.bytes().length > limits.pageBytes()) {
      return unreadable(
          head, Outcome.Kind.TOO_LARGE, "larger than " + Limits.words(limits.pageBytes()));
    }
    boolean http = head.blockType().filter(type -> type.name().equals(HTTP)).isPresent();
    if (http && answer.status().isEmpty()) {
      return unreadable(head, Outcome.Kind.BROKEN, "no answer of a server, though it says so");
    }
    if (status < OK_FROM || status > OK_TO) {
      return noPage(head, "answered " + status);
    }
    Taken body = answer.decoded(limits.pageBytes());
    Optional<MediaType> type = answer.status().isPresent() ? answer.type() : head.blockType();
    boolean ended = answer.isWhole() || cut(head, block) == Extent.WHOLE;
    boolean lessCame = answer.isCut() || answer.isShort() || !ended;
    boolean cut = lessCame || status == PARTIAL || body.failure().isPresent();
    Extent extent = cut ? Extent.CUT : Extent.WHOLE;
    Optional<Reading.Unreadable> refusal =
        body.refusal(piece(head, InputStream.nullInputStream(), type, extent), limits.pageBytes());
    return refusal.isPresent()
        ? Source.of(refusal.get())
        : contentOf(head, body.bytes(), type.or(head::identifiedType), extent);
  }

  private static Extent cut(Capture head, Block block) {
    return block.isCut() || head.isTruncated() ? Extent.CUT : Extent.WHOLE;
  }

  private Source contentOf(Capture head, byte[] content, Optional<MediaType> type, Extent extent) {
    if (head.target().filter(target -> target.startsWith("metadata:")).isPresent()) {
      return noPage(head, "a note of the program that made the archive");
    }
    if (type.isPresent() && type.get().isPartOfPages()) {
      return noPage(head, "no page: " + type.get().name());
    }
    Piece record = piece(head, new ByteArrayInputStream(content), type, extent);
    try {
      return Kind.openInRecord(record, limits);
    } catch (IOException e) {
      return Source.of(Pages.unreadable(record, e));
    }
  }

  private Piece piece(Capture head, InputStream bytes, Optional<MediaType> type, Extent extent) {
    Transport transport = new Transport(head.target(), type, Imprint.NONE, head.dates(), extent);
    return new Piece(here(), name(head), bytes, transport);
  }

  /** The last part of the address, which may have an ending; else one that has none. */
  private String name(Capture head) {
    String target = head.target().orElse("");
    String path = target.split("[?#]", 2)[0];
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? piece.name() + ", record " + number : name;
  }

  private Source noPage(Capture head, String reason) {
    return unreadable(head, Outcome.Kind.NO_PAGE, reason);
  }

  private Source unreadable(Capture head, Outcome.Kind kind, String reason) {
    return Source.of(new Reading.Unreadable(here(), head.target(), kind, reason));
  }

  private String here() {
    return piece.place() + ", record " + number;
  }

  private String at() {
    return ", at byte " + records.start();
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}

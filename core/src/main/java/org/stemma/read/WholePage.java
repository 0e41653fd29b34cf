package org.stemma.read;

import java.io.IOException;
import java.util.Optional;
import org.stemma.model.Outcome;
import org.stemma.model.Page;

/** A file that is one page: plain text or HTML. */
final class WholePage implements Source {
  private final Piece piece;
  private final Kind kind;
  private final Limits limits;
  private boolean given;

  WholePage(Piece piece, Kind kind, Limits limits) {
    this.piece = piece;
    this.kind = kind;
    this.limits = limits;
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() throws IOException {
    if (given) {
      return Optional.empty();
    }
    given = true;
    byte[] bytes = piece.bytes().readNBytes(limits.pageBytes() + 1);
    return Optional.of(reading(bytes));
  }

  private Reading reading(byte[] bytes) {
    if (bytes.length > limits.pageBytes()) {
      return piece.unreadable(
          Outcome.Kind.TOO_LARGE, "larger than " + Limits.words(limits.pageBytes()));
    }
    Optional<String> binary = Decoding.whyNotText(bytes);
    if (binary.isPresent()) {
      return piece.unreadable(Outcome.Kind.UNSUPPORTED, binary.get());
    }
    String text =
        kind == Kind.HTML
            ? Decoding.html(bytes, piece.transport().charset())
            : Decoding.text(bytes, piece.transport().charset());
    if (text.isBlank()) {
      return piece.unreadable(Outcome.Kind.EMPTY, "holds no text");
    }
    Page.Content content = kind == Kind.HTML ? new Page.Html(text) : new Page.PlainText(text);
    return piece.page(content);
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}

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
  public Optional<Reading> next() {
    if (given) {
      return Optional.empty();
    }
    given = true;
    Taken taken = Taken.from(piece.bytes(), limits.pageBytes());
    Optional<Reading.Unreadable> refusal = taken.refusal(piece, limits.pageBytes());
    return Optional.of(refusal.isPresent() ? refusal.get() : reading(taken));
  }

  private Reading reading(Taken taken) {
    byte[] bytes = taken.bytes();
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
    return (taken.failure().isPresent() ? piece.cut() : piece).page(content);
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}

package org.stemma.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stemma.model.Outcome;

/**
 * A zip archive, read from front to back without unpacking it to disk. Names of entries are shown
 * and never used as paths. A zip in a zip is not opened, and an entry that unpacks to far more than
 * news text can is left at the place where that shows.
 */
final class Archive implements Source {
  /** A name that starts with a full stop, and the folder that macOS adds to archives. */
  private static final Pattern HIDDEN = Pattern.compile("(?:^|/)\\.[^./]|^__MACOSX/");

  private final Piece piece;
  private final Limits limits;
  private final Unzip zip;
  private final boolean webArchive;
  private boolean anyEntry;
  private boolean ended;
  private Optional<Source> entry = Optional.empty();

  /**
   * @param webArchive a WACZ: what it holds beside its WARCs is about them
   */
  Archive(Piece piece, boolean webArchive, Limits limits) {
    this.piece = piece;
    this.limits = limits;
    this.webArchive = webArchive;
    this.zip = new Unzip(new Peeked(piece.bytes()), limits);
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() throws IOException {
    while (true) {
      Optional<Reading> next = entry.isPresent() ? nextOf(entry.get()) : Optional.empty();
      if (next.isPresent() || ended) {
        return next;
      }
      entry = nextEntry();
    }
  }

  /** A file that breaks off costs itself alone. */
  private Optional<Reading> nextOf(Source open) throws IOException {
    try {
      return open.next();
    } catch (Damaged | TooLarge e) {
      entry = Optional.empty();
      return Optional.of(Pages.unreadable(open.place(), e));
    }
  }

  private Optional<Source> nextEntry() throws IOException {
    try {
      Optional<Unzip.Entry> next = zip.next();
      if (next.isPresent()) {
        anyEntry = true;
        return Optional.of(open(next.get()));
      }
      ended = true;
      return end().map(Source::of);
    } catch (Damaged e) {
      return Optional.of(Source.of(Pages.unreadable(piece.place(), e)));
    }
  }

  /** What is told of the archive as a whole, where not all is well. */
  private Optional<Reading.Unreadable> end() {
    if (zip.isLimitReached()) {
      return Optional.of(
          piece.unreadable(
              Outcome.Kind.TOO_LARGE,
              "unpacks to more than " + Limits.words(limits.archiveBytes())));
    }
    if (zip.isCut()) {
      return Optional.of(
          piece.unreadable(Outcome.Kind.BROKEN, "cut off: the list of its files is missing"));
    }
    return anyEntry
        ? Optional.empty()
        : Optional.of(piece.unreadable(Outcome.Kind.EMPTY, "holds no file"));
  }

  private Source open(Unzip.Entry next) throws IOException {
    String path = next.path().replaceAll("\\p{Cntrl}", "\ufffd");
    String place = piece.place() + "!/" + path;
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (next.isFolder() || HIDDEN.matcher(path).find()) {
      return new Refused(place, List.of());
    }
    if (webArchive && !Kind.isWebArchiveName(name)) {
      return unreadable(place, Outcome.Kind.NO_PAGE, "a note on the archive");
    }
    if (!Kind.isPageName(name)) {
      return unreadable(place, Outcome.Kind.UNSUPPORTED, Refused.REASON);
    }
    if (next.refusal().isPresent()) {
      return unreadable(place, Outcome.Kind.UNSUPPORTED, next.refusal().get());
    }
    try {
      return Kind.open(new Piece(place, name, new Bytes()), limits, 1);
    } catch (Damaged e) {
      return Source.of(Pages.unreadable(place, e));
    }
  }

  private static Source unreadable(String place, Outcome.Kind kind, String reason) {
    return Source.of(new Reading.Unreadable(place, kind, reason));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The bytes of the entry that is open. Closing it leaves the archive open. */
  private final class Bytes extends FilterInputStream implements Peeked.Unpacking {
    Bytes() {
      super(zip);
    }

    @Override
    public long packed() {
      return zip.packed();
    }

    @Override
    public void close() {}
  }
}

package org.stemma.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.stemma.model.Outcome;

/**
 * A zip archive, read from front to back without unpacking it to disk. Names of entries are shown
 * and never used as paths. An archive in an archive is not opened, and one that unpacks to far more
 * than news text can is left at the place where that shows.
 */
final class Archive implements Source {
  /** Below this unpacked size no ratio is suspicious: a short file of blanks packs well. */
  private static final long RATIO_FROM = 64L << 20;

  /** A name that starts with a full stop, and the folder that macOS adds to archives. */
  private static final Pattern HIDDEN = Pattern.compile("(?:^|/)\\.[^./]|^__MACOSX/");

  private final Piece piece;
  private final Limits limits;
  private final Counted packed;
  private final ZipInputStream zip;
  private boolean anyEntry;
  private long unpacked;
  private Optional<Source> entry = Optional.empty();

  Archive(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
    this.packed = new Counted(piece.bytes());
    this.zip = new ZipInputStream(packed);
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() throws IOException {
    try {
      while (true) {
        Optional<Reading> next = entry.isPresent() ? entry.get().next() : Optional.empty();
        if (next.isPresent()) {
          return next;
        }
        ZipEntry following = nextEntry();
        if (following == null) {
          return emptyArchive();
        }
        anyEntry = true;
        entry = open(following);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a name in it is not valid UTF-8", e);
    }
  }

  /** A file without one readable entry is told of once: it may be broken. */
  private Optional<Reading> emptyArchive() {
    if (anyEntry) {
      return Optional.empty();
    }
    anyEntry = true;
    return Optional.of(
        new Reading.Unreadable(piece.place(), "holds no file, or is no zip archive"));
  }

  private ZipEntry nextEntry() throws IOException {
    if (entry.isPresent()) {
      drain();
    }
    entry = Optional.empty();
    return zip.getNextEntry();
  }

  /** Reads what is left of the entry by way of the count: skipping unpacks too. */
  private void drain() throws IOException {
    byte[] rest = new byte[1 << 16];
    InputStream counting = new Entry();
    while (counting.read(rest, 0, rest.length) > 0) {
      // The count throws where it is too much.
    }
  }

  private Optional<Source> open(ZipEntry next) throws IOException {
    String path = next.getName().replaceAll("\\p{Cntrl}", "\ufffd");
    String place = piece.place() + "!/" + path;
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean hidden = HIDDEN.matcher(path).find();
    if (next.isDirectory() || hidden) {
      return Optional.of(new Refused(place, List.of()));
    }
    if (!Kind.isPageName(name)) {
      return Optional.of(
          Source.of(new Reading.Unreadable(place, Outcome.Kind.UNSUPPORTED, Refused.REASON)));
    }
    return Optional.of(Kind.openInArchive(new Piece(place, name, new Entry()), limits));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The bytes of the entry that is open, counted. Closing it leaves the archive open. */
  private final class Entry extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = zip.read(bytes, from, length);
      unpacked += Math.max(0, read);
      if (unpacked > limits.archiveBytes()) {
        throw new IOException("unpacks to more than " + Limits.words(limits.archiveBytes()));
      }
      if (unpacked > RATIO_FROM && unpacked / limits.archiveRatio() > packed.count) {
        throw new IOException("packed so tightly that it looks like a trap");
      }
      return read;
    }
  }

  /** Counts packed bytes. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}

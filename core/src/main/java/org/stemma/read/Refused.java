package org.stemma.read;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Outcome;

/** The files of one folder that are no pages. */
final class Refused implements Source {
  /** Why a file found in a folder or an archive is not read. */
  static final String REASON = "not a kind of page Stemma reads";

  private final String place;
  private final Iterator<Path> files;

  Refused(String place, List<Path> files) {
    this.place = place;
    this.files = files.iterator();
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Optional<Reading> next() {
    return files.hasNext()
        ? Optional.of(
            new Reading.Unreadable(files.next().toString(), Outcome.Kind.UNSUPPORTED, REASON))
        : Optional.empty();
  }

  @Override
  public void close() {}
}

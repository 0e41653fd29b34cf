package org.stemma.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a desk was looked at, and how many articles it held then. Kept in a file of one line in the
 * desk's folder; a desk that cannot be written to remembers as long as it is open. Thread-safe.
 *
 * <p>A visit ends when nobody looks for an hour: a page that is opened again and again goes on
 * telling what was new when the visit began.
 */
final class Visits {
  /** In the desk's folder. */
  static final String NAME = "visit.txt";

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int LONGEST_FILE = 200;

  /**
   * @param before articles that were held when the visit before ended
   * @param since when that was; empty in the first visit
   * @param seen articles that were held at the last look
   * @param at when that was
   */
  record Visit(long before, Optional<Instant> since, long seen, Instant at) {}

  private final Optional<Path> file;
  private Optional<Visit> visit;

  /**
   * @param folder of the desk; empty for one without
   */
  Visits(Optional<Path> folder) {
    file = folder.map(f -> f.resolve(NAME));
    visit = file.flatMap(Visits::read);
  }

  /**
   * Somebody looks.
   *
   * @param held articles that the desk holds now
   */
  synchronized Visit look(long held, Instant now) {
    Visit next =
        visit
            .map(
                v ->
                    v.at().plus(PAUSE).isBefore(now)
                        ? new Visit(v.seen(), Optional.of(v.at()), held, now)
                        : new Visit(v.before(), v.since(), held, now))
            .orElseGet(() -> new Visit(held, Optional.empty(), held, now));
    visit = Optional.of(next);
    file.ifPresent(f -> write(f, next));
    return next;
  }

  private static Optional<Visit> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
        return Optional.empty();
      }
      String[] parts = Files.readString(file).strip().split(" ", -1);
      if (parts.length != 4) {
        return Optional.empty();
      }
      return Optional.of(
          new Visit(
              Long.parseLong(parts[0]),
              parts[1].equals("-") ? Optional.empty() : Optional.of(Instant.parse(parts[1])),
              Long.parseLong(parts[2]),
              Instant.parse(parts[3])));
    } catch (IOException | NumberFormatException | DateTimeException e) {
      // What was new is a convenience: a broken file starts it over.
      return Optional.empty();
    }
  }

  private static void write(Path file, Visit visit) {
    String line =
        visit.before()
            + " "
            + visit.since().map(Instant::toString).orElse("-")
            + " "
            + visit.seen()
            + " "
            + visit.at()
            + "\n";
    Path beside = file.resolveSibling(NAME + "." + ProcessHandle.current().pid() + ".new");
    try {
      Files.write(beside, line.getBytes(UTF_8));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger("org.stemma.pipeline")
          .log(System.Logger.Level.DEBUG, "The visit is not remembered", e);
    }
  }
}

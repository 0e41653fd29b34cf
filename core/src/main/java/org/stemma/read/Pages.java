package org.stemma.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.stemma.model.Outcome;

/**
 * Reads pages from files, folders, archives, standard input and, with leave, addresses, one after
 * the other, in bounded memory: what is held is one page, one feed or one record of a web archive.
 *
 * <p>Files given by name are read whatever they are called, as what they look like: HTML, a feed,
 * JSON Lines, a message, a web archive, a zip, any of these packed with gzip, or else plain text.
 * Inside folders and zips only files with an ending of these kinds are read; hidden ones are passed
 * over, and each other one is told as unreadable. Each record of an archive, each entry of a feed
 * and each line is told once. Nothing is lost silently.
 *
 * <p>Not thread-safe. Never throws for what it reads: a missing path or a broken line is a {@link
 * Reading.Unreadable}.
 */
public final class Pages implements Iterator<Reading>, AutoCloseable {
  /** Names standard input among the places. */
  private static final String STANDARD_INPUT = "-";

  private final Iterator<String> places;
  private final InputStream standardInput;
  private final Limits limits;
  private final Fetching fetching;
  private Optional<Source> source = Optional.empty();
  private Optional<Reading> ahead = Optional.empty();

  private Pages(List<String> places, InputStream standardInput, Limits limits, Fetching fetching) {
    this.places = List.copyOf(places).iterator();
    this.standardInput = standardInput;
    this.limits = limits;
    this.fetching = fetching;
  }

  /**
   * Opens places to read. They are looked at one by one while iterating. Nothing is fetched.
   *
   * @param places each a file, a folder, or {@code "-"} for standard input
   * @param standardInput read only where {@code "-"} is among the places; closed by {@link #close}
   *     only then
   */
  public static Pages open(List<String> places, InputStream standardInput) {
    return open(places, standardInput, Limits.DEFAULT);
  }

  /**
   * Opens places to read, addresses among them. They are looked at, and fetched, one by one while
   * iterating.
   *
   * @param places as in {@link #open(List, InputStream)}, or an address: {@code https://...}
   * @param standardInput as there
   * @param fetching leave to fetch. Give it only where the user named the places; an address that
   *     stands in a page, a feed or a file is never a place
   */
  public static Pages open(List<String> places, InputStream standardInput, Fetching fetching) {
    return new Pages(places, standardInput, Limits.DEFAULT, fetching);
  }

  /**
   * Fetches one page. Whatever the address is, it is no file on this machine.
   *
   * @param address possibly found in a feed that the user follows
   */
  public static Pages fetch(String address, Fetching fetching) {
    Pages pages =
        new Pages(List.of(), InputStream.nullInputStream(), Limits.DEFAULT, Fetching.none());
    pages.source = Optional.of(fetching.source(address, Limits.DEFAULT));
    return pages;
  }

  /**
   * Reads one file that is no file on this machine: dropped on a page, sent by a program.
   *
   * @param name tells the kind by its ending and stands as the address; never used as a path
   * @param bytes closed by {@link #close}
   */
  public static Pages of(String name, InputStream bytes) {
    Pages pages =
        new Pages(List.of(), InputStream.nullInputStream(), Limits.DEFAULT, Fetching.none());
    try {
      pages.source = Optional.of(Kind.open(new Piece(name, name, bytes), Limits.DEFAULT));
    } catch (IOException e) {
      pages.ahead = Optional.of(unreadable(name, e));
    }
    return pages;
  }

  static Pages open(List<String> places, InputStream standardInput, Limits limits) {
    return new Pages(places, standardInput, limits, Fetching.none());
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty()) {
      if (source.isEmpty()) {
        if (!places.hasNext()) {
          return false;
        }
        source = Optional.of(sourceOf(places.next()));
      }
      ahead = nextOf(source.get());
      if (ahead.isEmpty()) {
        close();
      }
    }
    return true;
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Reading next = ahead.orElseThrow();
    ahead = Optional.empty();
    return next;
  }

  /** Frees what is open now. A place that was not looked at yet stays unopened. */
  @Override
  public void close() {
    Optional<Source> open = source;
    source = Optional.empty();
    if (open.isPresent()) {
      try {
        open.get().close();
      } catch (IOException e) {
        // All that was wanted has been read; a medium that fails at closing loses nothing.
      }
    }
  }

  private Optional<Reading> nextOf(Source open) {
    try {
      return open.next();
    } catch (IOException e) {
      close();
      return Optional.of(unreadable(open.place(), e));
    }
  }

  private Source sourceOf(String place) {
    try {
      return STANDARD_INPUT.equals(place)
          ? Kind.open(new Piece("standard input", "standard input", standardInput), limits)
          : Address.looksLike(place) ? fetching.source(place, limits) : pathOf(place);
    } catch (InvalidPathException e) {
      return Source.of(new Reading.Unreadable(place, "not a path"));
    } catch (IOException e) {
      return Source.of(unreadable(place, e));
    }
  }

  private Source pathOf(String place) throws IOException {
    Path path = Path.of(place);
    return Files.isDirectory(path) ? new Folder(path, limits) : file(path, limits);
  }

  /** The source of one file, whatever its name. */
  static Source file(Path path, Limits limits) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return Source.of(new Reading.Unreadable(path.toString(), "neither a file nor a folder"));
    }
    InputStream bytes = Files.newInputStream(path);
    Path name = path.getFileName();
    return Kind.open(
        new Piece(path.toString(), name == null ? path.toString() : name.toString(), bytes),
        limits);
  }

  /** What a failing medium is told as. */
  static Reading.Unreadable unreadable(Piece piece, IOException e) {
    return piece.unreadable(kind(e), reason(e));
  }

  private static Outcome.Kind kind(IOException e) {
    if (e instanceof Damaged damaged) {
      return damaged.kind();
    }
    return e instanceof TooLarge ? Outcome.Kind.TOO_LARGE : Outcome.Kind.BROKEN;
  }

  static Reading.Unreadable unreadable(String place, IOException e) {
    return new Reading.Unreadable(place, kind(e), reason(e));
  }

  static String reason(IOException e) {
    if (e instanceof TooLarge || e instanceof Damaged) {
      return e.getMessage();
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "may not be read: permission denied";
    }
    return "cannot be read: " + e.getMessage();
  }
}

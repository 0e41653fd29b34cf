package org.stemma.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder and of the folders in it, by name, so that two machines read them in the
 * same order. Links to folders are not followed: they may lead back.
 */
final class Folder implements Source {
  /** A page that comes after the feed that leads to it gets the feed's date in one go. */
  private static final Comparator<Path> FEEDS_FIRST =
      Comparator.comparing((Path path) -> !Kind.isFeedName(String.valueOf(path.getFileName())))
          .thenComparing(Comparator.naturalOrder());

  private record Step(Path path, int depth) {}

  private final Path root;
  private final Limits limits;
  private final Deque<Step> waiting = new ArrayDeque<>();
  private Optional<Source> file = Optional.empty();

  Folder(Path root, Limits limits) {
    this.root = root;
    this.limits = limits;
    waiting.push(new Step(root, 0));
  }

  @Override
  public String place() {
    return root.toString();
  }

  @Override
  public Optional<Reading> next() {
    while (true) {
      Optional<Reading> next = file.isPresent() ? nextOf(file.get()) : Optional.empty();
      if (next.isPresent()) {
        return next;
      }
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      file = Optional.of(enter(waiting.pop()));
    }
  }

  private Optional<Reading> nextOf(Source open) {
    try {
      Optional<Reading> next = open.next();
      if (next.isEmpty()) {
        open.close();
        file = Optional.empty();
      }
      return next;
    } catch (IOException e) {
      file = Optional.empty();
      return Optional.of(Pages.unreadable(open.place(), e));
    }
  }

  private Source enter(Step step) {
    try {
      return Files.isDirectory(step.path()) ? folder(step) : Pages.file(step.path(), limits);
    } catch (IOException e) {
      return Source.of(Pages.unreadable(step.path().toString(), e));
    }
  }

  /** Puts what the folder holds before what waits; itself it gives at most one reading. */
  private Source folder(Step step) throws IOException {
    boolean link = Files.isSymbolicLink(step.path()) && step.depth() > 0;
    if (link) {
      return unreadable(step.path(), "a link to a folder, which is not followed");
    }
    if (step.depth() >= limits.folderDepth()) {
      return unreadable(step.path(), "more than " + limits.folderDepth() + " folders deep");
    }
    List<Step> inside = new ArrayList<>();
    List<Step> refused = new ArrayList<>();
    for (Path path : visible(step.path())) {
      boolean wanted =
          Files.isDirectory(path) || Kind.isPageName(String.valueOf(path.getFileName()));
      (wanted ? inside : refused).add(new Step(path, step.depth() + 1));
    }
    Collections.reverse(inside);
    inside.forEach(waiting::push);
    return new Refused(step.path().toString(), refused.stream().map(Step::path).toList());
  }

  private static List<Path> visible(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
      for (Path path : listed) {
        if (!String.valueOf(path.getFileName()).startsWith(".")) {
          paths.add(path);
        }
      }
    }
    paths.sort(FEEDS_FIRST);
    return paths;
  }

  private static Source unreadable(Path path, String reason) {
    return Source.of(new Reading.Unreadable(path.toString(), reason));
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}

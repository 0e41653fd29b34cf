package org.stemma.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Option;

/** {@code --desk}: the folder that keeps the record. */
final class DeskOption {
  /** The file that makes a folder a desk. */
  private static final String RECORD = "desk.sqlite";

  @Option(
      names = "--desk",
      paramLabel = "DIR",
      description =
          "The folder that keeps the record. Without it: your own desk, in your user data folder.")
  private Optional<Path> folder = Optional.empty();

  /** The folder that was named, or the user's own. */
  Path folder() {
    if (folder.filter(named -> named.toString().isBlank()).isPresent()) {
      throw CommandFailed.wrongUse("--desk is empty: name a folder, or leave it out.");
    }
    return folder.orElseGet(() -> ofUser(System.getProperty("os.name")));
  }

  /** The folder that was named. */
  Optional<Path> named() {
    return folder;
  }

  /** Opens the desk; makes one where there is none. */
  Desk openOrMake() {
    return Desk.open(folder());
  }

  /** The same, to add what a model of the user's choice finds. */
  Desk openOrMake(ModelOption.Effort effort) {
    return Desk.open(folder(), effort.model());
  }

  /** Opens a desk that is there: to ask an empty one would only hide a wrong name. */
  Desk open() {
    Path place = folder();
    if (!Files.exists(place.resolve(RECORD))) {
      throw CommandFailed.wrongUse(
          "There is no desk in "
              + place
              + ". Make one with: stemma add PATH..."
              + (folder.isPresent() ? " --desk " + place : ""));
    }
    return Desk.open(place);
  }

  /**
   * The same, or the one that was named before the command's name, where none is named behind it.
   */
  Desk openElse(DeskOption before) {
    return (folder.isPresent() ? this : before).open();
  }

  private static Path ofUser(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Stemma");
    }
    if (name.startsWith("windows")) {
      return environment("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Stemma");
    }
    // The XDG base directory rules ask to pass over a path that is not absolute.
    return environment("XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local/share"))
        .resolve("stemma");
  }

  private static Optional<Path> environment(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(v -> !v.isBlank()).map(Path::of);
  }
}

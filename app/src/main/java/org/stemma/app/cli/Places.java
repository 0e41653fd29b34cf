package org.stemma.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** What a command reads: files, folders, archives, or standard input. */
final class Places {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "A file (HTML, plain text, JSON Lines, WARC, WACZ, a feed, MHTML, EML; as it is, packed",
        "with gzip or in a zip), a folder of them, or - for standard input."
      })
  private List<String> places = List.of();

  /** Those that were given; without any, standard input. All of them are there. */
  List<String> orStandardInput(Terminal terminal) {
    if (!places.isEmpty()) {
      return given();
    }
    if (terminal.inIsTerminal()) {
      terminal.say(
          "Reading what you type or paste; Ctrl-D ends it. (Files go on the command line.)");
    }
    return List.of(STANDARD_INPUT);
  }

  /** Those that were given; possibly none. All of them are there. */
  List<String> given() {
    for (String place : places) {
      if (!place.equals(STANDARD_INPUT) && !exists(place)) {
        throw CommandFailed.wrongUse(
            "There is no file or folder \"" + place + "\". Nothing was read; check the name.");
      }
    }
    return places;
  }

  /** Those that were given; at least one. */
  List<String> atLeastOne() {
    if (places.isEmpty()) {
      throw CommandFailed.wrongUse(
          "Nothing to read was named. Name a file, a folder or a zip, or - for standard input.");
    }
    return given();
  }

  private static boolean exists(String place) {
    try {
      return Files.exists(Path.of(place));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

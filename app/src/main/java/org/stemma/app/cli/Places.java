package org.stemma.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Parameters;

/** What a command reads: files, folders, archives, or standard input. */
final class Places {
  /** What can be read without an address. */
  static final String FILES =
      "A file (HTML, plain text, JSON Lines, WARC, ARC, WACZ, a feed, MHTML, EML; as it is, packed"
          + " with gzip or in a zip), a folder of them (hidden files are passed over)";

  private static final String STANDARD_INPUT = "-";
  private static final Pattern ADDRESS = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*://");

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = FILES + ", or - for standard input.")
  private List<String> places = List.of();

  /** Those that were given; without any, standard input. All of them are there. */
  List<String> orStandardInput(Terminal terminal) {
    return orStandardInput(given(), terminal);
  }

  static List<String> orStandardInput(List<String> given, Terminal terminal) {
    if (!given.isEmpty()) {
      return given;
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
      if (isAddress(place)) {
        throw CommandFailed.wrongUse(
            "Only read, add and watch fetch addresses. Nothing was read; fetch \""
                + place
                + "\" with one of them.");
      }
      mustExist(place);
    }
    return places;
  }

  static List<String> atLeastOne(List<String> given) {
    if (given.isEmpty()) {
      throw CommandFailed.wrongUse(
          "Nothing to read was named. Name a file, a folder or a zip, or - for standard input.");
    }
    return given;
  }

  /** True for what starts like "https://", whatever the scheme. */
  static boolean isAddress(String place) {
    return ADDRESS.matcher(place).lookingAt();
  }

  static void mustExist(String place) {
    if (!place.equals(STANDARD_INPUT) && !exists(place)) {
      throw CommandFailed.wrongUse(
          "There is no file or folder \""
              + place
              + "\". Nothing was read; check the name."
              + (place.startsWith("www.") ? " (An address starts with https://.)" : ""));
    }
  }

  private static boolean exists(String place) {
    try {
      return Files.exists(Path.of(place));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

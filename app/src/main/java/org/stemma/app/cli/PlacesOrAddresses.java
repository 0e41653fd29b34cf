package org.stemma.app.cli;

import java.util.List;
import org.stemma.read.Fetching;
import picocli.CommandLine.Parameters;

/** What a command reads that may fetch, too: places, and addresses that the user names. */
final class PlacesOrAddresses {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = Places.FILES + ", an address (https://...), or - for standard input.")
  private List<String> places = List.of();

  /** Those that were given; without any, standard input. All files and folders are there. */
  List<String> orStandardInput(Terminal terminal) {
    return Places.orStandardInput(given(), terminal);
  }

  /** Those that were given; at least one. All files and folders are there. */
  List<String> atLeastOne() {
    return Places.atLeastOne(given());
  }

  private List<String> given() {
    places.stream().filter(place -> !Places.isAddress(place)).forEach(Places::mustExist);
    return places;
  }

  /** Leave for the addresses that stand on the command line; none where there are none. */
  Fetching fetching() {
    return places.stream().anyMatch(Places::isAddress) ? Fetching.allowed() : Fetching.none();
  }
}

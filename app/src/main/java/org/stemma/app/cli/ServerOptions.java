package org.stemma.app.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the pages are served. */
final class ServerOptions {
  private static final int DEFAULT_PORT = 7878;
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port on this machine (default: 7878); 0 takes any that is free.")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--no-browser", description = "Only prints the address of the pages.")
  private boolean noBrowser;

  int port() {
    int wanted = port.orElse(DEFAULT_PORT);
    if (wanted < 0 || wanted > HIGHEST_PORT) {
      throw CommandFailed.wrongUse(
          "Port " + wanted + " does not exist; ports go from 0 to " + HIGHEST_PORT + ".");
    }
    return wanted;
  }

  /** True when the user asked for this very port. */
  boolean isPortChosen() {
    return port.isPresent();
  }

  boolean browser() {
    return !noBrowser;
  }
}

package org.stemma.app.cli;

import picocli.CommandLine.Option;

/** {@code --help}, the same on every command. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean asked;
}

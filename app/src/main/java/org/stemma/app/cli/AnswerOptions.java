package org.stemma.app.cli;

import picocli.CommandLine.Option;

/** How an answer is written. */
final class AnswerOptions {
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), made for reading, or json, one value.")
  private Format format;

  boolean json() {
    return format == Format.JSON;
  }
}

package org.stemma.app.cli;

import org.stemma.app.json.Offsets;
import picocli.CommandLine.Option;

/** How the lines of {@code stemma read} and {@code stemma extract} are written. */
final class LineOptions {
  /** There is one format so far; it can be named, as on the other commands. */
  enum Format {
    JSONL
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "Only: jsonl.")
  private Format format;

  @Option(
      names = "--offsets",
      paramLabel = "UNIT",
      defaultValue = "codepoints",
      description =
          "What positions count: codepoints (default; Python, R) or utf16 (Java, JavaScript).")
  private Offsets offsets;

  Offsets offsets() {
    return offsets;
  }
}

package org.stemma.app.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import org.stemma.model.Outcome;
import picocli.CommandLine.Option;

/** Where the full reading report goes. */
final class ReportOption {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Also writes what became of every file and record to FILE, one line of JSON each: place,"
              + " address, kind, reason.")
  private String file = "";

  /** Runs work that tells of each outcome; all of them are in the file when it is done. */
  <T> T during(Function<Consumer<Outcome>, T> work) {
    return file.isEmpty() ? work.apply(outcome -> {}) : ReportFile.during(file, work);
  }
}

package org.stemma.app.cli;

import org.stemma.app.json.JsonOutput;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import picocli.CommandLine.Option;

/** {@code --least-confidence}: how sure an attribution must be to be told. */
final class ConfidenceOption {
  @Option(
      names = "--least-confidence",
      paramLabel = "P",
      defaultValue = "0",
      description =
          "Leaves out attributions whose confidence is below P, from 0 (default: none) to 1.")
  private String typed = "";

  /** A number from 0 to 1. */
  double least() {
    double least = number();
    if (!(least >= 0 && least <= 1)) {
      throw CommandFailed.wrongUse(
          "\"" + typed + "\" is no confidence; --least-confidence takes a number from 0 to 1.");
    }
    return least;
  }

  private double number() {
    try {
      return Double.parseDouble(typed);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The article without the attributions that are less sure; what else was found stays. */
  static Annotated sure(Annotated annotated, double least) {
    return new Annotated(
        annotated.article(),
        annotated.attributions().stream().filter(a -> isSure(a, least)).toList(),
        annotated.names(),
        annotated.figures(),
        annotated.times());
  }

  /** By the number that is told, so that who filters the output keeps the same ones. */
  private static boolean isSure(Attribution attribution, double least) {
    return JsonOutput.rounded(attribution.confidence()) >= least;
  }
}

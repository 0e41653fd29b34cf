package org.stemma.app.cli;

import org.stemma.annotate.Model;
import picocli.CommandLine.Option;

/** {@code --model}: which of the models that come with the program finds attributions. */
final class ModelOption {
  /** The models by the names that are typed; {@link Model} itself is not loaded for a help page. */
  enum Effort {
    FAST,
    THOROUGH;

    Model model() {
      return this == THOROUGH ? Model.THOROUGH : Model.FAST;
    }
  }

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "fast",
      description =
          "fast (default), for whole archives, or thorough, which finds more, errs less and takes"
              + " longer.")
  private Effort effort;

  Effort effort() {
    return effort;
  }
}

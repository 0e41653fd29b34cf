package org.stemma.annotate;

/** The models that come with the program: how well attributions are found, and how fast. */
public enum Model {
  /** For whole archives; the default. */
  FAST("tagger-fast.onnx.gz"),

  /** Finds more and errs less, and takes longer. */
  THOROUGH("tagger-thorough.onnx.gz");

  private final String file;

  Model(String file) {
    this.file = file;
  }

  /** Read once and kept: a network holds memory outside of Java's heap. */
  Network network() {
    return switch (this) {
      case FAST -> Fast.NETWORK;
      case THOROUGH -> Thorough.NETWORK;
    };
  }

  private static final class Fast {
    static final Network NETWORK = Network.load(FAST.file);
  }

  private static final class Thorough {
    static final Network NETWORK = Network.load(THOROUGH.file);
  }
}

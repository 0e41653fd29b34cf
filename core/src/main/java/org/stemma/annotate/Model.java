package org.stemma.annotate;

/** The models that come with the program: how well attributions are found, and how fast. */
public enum Model {
  /** For whole archives; the default. */
  FAST("tagger-fast.onnx.gz", new Windows.Size(160, 24)),

  /** Finds more and errs less, and takes longer. */
  THOROUGH("tagger-thorough.onnx.gz", Windows.Size.WIDE);

  private final String file;
  private final Windows.Size windowSize;

  Model(String file, Windows.Size windowSize) {
    this.file = file;
    this.windowSize = windowSize;
  }

  /** Read once and kept: a network holds memory outside of Java's heap. */
  Network network() {
    return switch (this) {
      case FAST -> Fast.NETWORK;
      case THOROUGH -> Thorough.NETWORK;
    };
  }

  private Network load() {
    return Network.load(file, windowSize);
  }

  private static final class Fast {
    static final Network NETWORK = FAST.load();
  }

  private static final class Thorough {
    static final Network NETWORK = THOROUGH.load();
  }
}

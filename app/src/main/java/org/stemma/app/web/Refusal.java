package org.stemma.app.web;

/**
 * A request that is not answered with what it asks for. The message is one sentence for people and
 * is sent to them.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  /**
   * @param status HTTP status, 400 to 599
   */
  public Refusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** Nothing is at this address. */
  public static Refusal notFound(String sentence) {
    return new Refusal(404, sentence);
  }
}

package org.stemma.app.web;

/**
 * A request that is not answered with what it asks for. The message is one sentence for people and
 * is sent to them.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final String allowed;

  /**
   * @param status HTTP status, 400 to 599, other than 405
   */
  public Refusal(int status, String sentence) {
    this(status, sentence, "");
  }

  private Refusal(int status, String sentence, String allowed) {
    super(sentence);
    this.status = status;
    this.allowed = allowed;
  }

  /**
   * Nothing can be done in this way at this address.
   *
   * @param methods in which something can, as the header Allow has them (RFC 9110, 15.5.6)
   */
  public static Refusal notAllowed(String methods, String sentence) {
    return new Refusal(405, sentence, methods);
  }

  /** The methods that are answered here; empty when that is not what was wrong. */
  public String allowed() {
    return allowed;
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

package org.stemma.read;

/** A file out of which no draft can be had. The message is one sentence, for people. */
public final class UnreadableDraft extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param reason one sentence, for people
   */
  public UnreadableDraft(String reason) {
    super(reason);
  }
}

package org.stemma.search;

/** A query that makes no sense. The message is one sentence, for people, and names the place. */
public final class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int at;

  /**
   * @param what is wrong, a sentence without its stop
   * @param at first UTF-16 code unit of what is wrong, from 0
   */
  QueryException(String what, int at) {
    super(what + " (character " + (at + 1) + " of the query).");
    this.at = at;
  }

  /** First UTF-16 code unit of what is wrong, from 0. */
  public int at() {
    return at;
  }
}

package org.stemma.app.web;

/** Answers requests, from many threads at once. */
@FunctionalInterface
public interface Handler {
  /**
   * @throws Refusal when the request cannot be answered as asked
   */
  Answer answer(Request request);
}

package org.stemma.pipeline;

/**
 * Hears how far long work has come. Called from one thread at a time, at most a few times a second.
 */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (done, skipped) -> {};

  /**
   * @param done pages that are safely kept
   * @param skipped pages that nothing could be made of
   */
  void reached(long done, long skipped);
}

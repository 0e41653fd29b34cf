package org.stemma.app.web;

/** Makes the answer that tells of an error. */
@FunctionalInterface
public interface ErrorPage {
  /**
   * @param path that was asked for, undecoded
   * @param sentence for people
   */
  Answer of(int status, String path, String sentence);
}

package org.stemma.clean;

/** A page in which no article was found. The message is one sentence part for people. */
public final class NotAnArticle extends Exception {
  NotAnArticle(String reason) {
    super(reason);
  }
}

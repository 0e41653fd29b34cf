package org.stemma.clean;

import static java.util.Objects.requireNonNull;

import org.stemma.model.Outcome;

/** A page in which no article was found. The message is one sentence part for people. */
public final class NotAnArticle extends Exception {
  private final Outcome.Kind kind;

  NotAnArticle(Outcome.Kind kind, String reason) {
    super(reason);
    this.kind = requireNonNull(kind, "kind");
  }

  NotAnArticle(String reason) {
    this(Outcome.Kind.NOT_ARTICLE, reason);
  }

  /** What became of the page. */
  public Outcome.Kind kind() {
    return kind;
  }
}

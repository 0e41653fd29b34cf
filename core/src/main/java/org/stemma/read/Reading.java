package org.stemma.read;

import static java.util.Objects.requireNonNull;

import org.stemma.model.Page;

/** What came of reading one thing: a page, or the reason why not. */
public sealed interface Reading {
  /** A page was read. */
  record Found(Page page) implements Reading {
    public Found {
      requireNonNull(page, "page");
    }
  }

  /**
   * Nothing could be read here.
   *
   * @param place as in {@link Page}
   * @param reason one sentence part for people, without the place: {@code "no such file"}
   */
  record Unreadable(String place, String reason) implements Reading {
    public Unreadable {
      requireNonNull(place, "place");
      requireNonNull(reason, "reason");
    }
  }
}

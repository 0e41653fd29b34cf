package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.stemma.model.Page;

/** What came of asking for a feed. */
public sealed interface FeedNews {
  /**
   * It was read.
   *
   * @param entries one for each page that it leads to, in its order: the page's address and what
   *     the feed tells of it
   * @param validators what to show the server when asking again
   */
  record Read(List<Page> entries, Validators validators) implements FeedNews {
    public Read {
      entries = List.copyOf(entries);
      requireNonNull(validators, "validators");
    }
  }

  /** It is as it was. */
  record Unchanged() implements FeedNews {}

  /**
   * It could not be read.
   *
   * @param reason one sentence part for people, without the address
   */
  record Unread(String reason) implements FeedNews {
    public Unread {
      requireNonNull(reason, "reason");
    }
  }
}

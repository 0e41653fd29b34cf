package org.stemma.read;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.stemma.model.Outcome;
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
   * @param address as in {@link Page}; empty where none is known
   * @param kind one that is not kept
   * @param reason one sentence part for people, without the place: {@code "no such file"}
   */
  record Unreadable(String place, Optional<String> address, Outcome.Kind kind, String reason)
      implements Reading {
    public Unreadable {
      requireNonNull(place, "place");
      requireNonNull(address, "address");
      requireNonNull(reason, "reason");
      if (kind.isKept()) {
        throw new IllegalArgumentException("what is unreadable cannot be " + kind);
      }
    }

    /** Of a place without an address. */
    public Unreadable(String place, Outcome.Kind kind, String reason) {
      this(place, Optional.empty(), kind, reason);
    }

    /** Of a place that is broken in some way. */
    public Unreadable(String place, String reason) {
      this(place, Outcome.Kind.BROKEN, reason);
    }
  }
}

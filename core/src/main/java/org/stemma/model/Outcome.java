package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of one page that was read.
 *
 * @param place where it was read, as in {@link Page}
 * @param address as in {@link Page}; empty where none is known
 * @param reason one sentence for people, empty when all is well
 */
public record Outcome(String place, Optional<String> address, Kind kind, String reason) {
  /**
   * What became of it. The names, in lower case, are the ones in files and in the API; the order is
   * that of the report.
   */
  public enum Kind {
    ADDED,
    /** The desk held the same page before. */
    KNOWN,
    /** Added, though only its start is free to read. */
    STUB,
    /** Added: a feed's entry without the page that it leads to. */
    SUMMARY,
    /** Added, though something ended or a limit was reached before its end. */
    CUT,
    /** Holds no text. */
    EMPTY,
    /** An index page, a gallery, a form: no article was found. */
    NOT_ARTICLE,
    /** Not a kind of page that Stemma reads. */
    UNSUPPORTED,
    /** Larger, deeper or tighter packed than is read. */
    TOO_LARGE,
    /** Cannot be read, or not as what it says it is. */
    BROKEN,
    /** Not fetched: refused by us, by the other side, or not answered. */
    REFUSED,
    /** A part of an archive that holds no page by its nature: a request, a note on the archive. */
    NO_PAGE;

    /** True where there is something to say: all but what was added whole or was known. */
    public boolean isListed() {
      return this != ADDED && this != KNOWN;
    }

    /** True where nothing could be made of what may have been a page. */
    public boolean isSkipped() {
      return !isKept() && this != NO_PAGE;
    }

    /** True where an article came of it. */
    public boolean isKept() {
      return compareTo(EMPTY) < 0;
    }
  }

  public Outcome {
    requireNonNull(place, "place");
    requireNonNull(address, "address");
    requireNonNull(kind, "kind");
    requireNonNull(reason, "reason");
  }
}

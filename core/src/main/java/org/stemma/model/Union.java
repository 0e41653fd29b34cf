package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * Why two bearings are taken to be of one person or body.
 *
 * @param one a bearing's id
 * @param other another's
 */
public record Union(String one, String other, Reason reason) {
  /** What the union rests on. The names, in lower case, are the ones in files and in the API. */
  public enum Reason {
    /** A person decided it. */
    DECIDED,
    /** The user's list of names says so. */
    LISTED,
    /** One full name, as far as spelling goes, and nothing that speaks against it. */
    SAME_NAME,
    /**
     * A text introduces the one name as another of the same: an acronym in brackets, "also known
     * as".
     */
    INTRODUCED,
    /** Names that can be of one person, and one office. */
    SAME_OFFICE,
    /** Names that can be of one person, and the same words said. */
    SAME_WORDS
  }

  public Union {
    requireNonNull(one, "one");
    requireNonNull(other, "other");
    requireNonNull(reason, "reason");
  }
}

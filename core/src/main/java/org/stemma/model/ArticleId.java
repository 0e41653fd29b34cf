package org.stemma.model;

import java.util.Optional;

/**
 * Names an article for ever. Made from its address and text, or given by whoever collected it.
 *
 * @param value 1 to 200 characters, no white space or control characters
 */
public record ArticleId(String value) implements Comparable<ArticleId> {
  /** Longest id, in UTF-16 code units. */
  public static final int MAX_LENGTH = 200;

  public ArticleId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "article id must have 1 to " + MAX_LENGTH + " characters, not " + value.length());
    }
    if (value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw new IllegalArgumentException("article id \"" + value + "\" must not hold white space");
    }
  }

  /** The id of this value; empty where no article can have it. */
  public static Optional<ArticleId> of(String value) {
    try {
      return Optional.of(new ArticleId(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

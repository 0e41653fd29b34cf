package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place in an article's text (textual criticism: where something stands). The id of a {@link
 * Witness} is that of the place at which it begins, so that it names the attribution there too.
 *
 * @param offset in UTF-16 code units, from 0
 */
public record Locus(ArticleId article, int offset) {
  private static final char BETWEEN = '-';

  public Locus {
    requireNonNull(article, "article");
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset + " must be >= 0");
    }
  }

  /** The place of an id: {@code ARTICLE-OFFSET}. Empty where it is none. */
  public static Optional<Locus> of(String id) {
    int dash = id.lastIndexOf(BETWEEN);
    if (dash <= 0 || !id.substring(dash + 1).matches("\\d{1,9}")) {
      return Optional.empty();
    }
    int offset = Integer.parseInt(id.substring(dash + 1));
    return ArticleId.of(id.substring(0, dash)).map(article -> new Locus(article, offset));
  }

  /**
   * The place that an id names.
   *
   * @throws IllegalArgumentException when it names none; the message is for people
   */
  public static Locus named(String id) {
    return of(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + id + "\" names no place; one is named ARTICLE-OFFSET."));
  }

  /** Names this place for ever. */
  public String id() {
    return article.value() + BETWEEN + offset;
  }
}

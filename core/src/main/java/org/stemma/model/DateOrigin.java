package org.stemma.model;

/**
 * Where a date was read. Pages lie, so the order tells how far a date is believed to be the day of
 * publication: the first are believed before the last.
 */
public enum DateOrigin {
  /** Not read at all: a person set it, who is believed. */
  BY_HAND,
  /** JSON-LD in the page. */
  JSON_LD,
  /** OpenGraph and other meta tags. */
  META,
  /** {@code <time>} and other marked-up dates in the page's text. */
  TIME,
  /** The entry of a feed that leads to the page. */
  FEED,
  /** Told with the page by whoever collected it: a field of a JSON line. */
  GIVEN,
  /** Beside the byline or the headline, in words such as "Published 4 May 2031". */
  BYLINE,
  /** In the page's address: {@code /2031/05/04/}. */
  ADDRESS,
  /**
   * In front of the first sentence: "PORT SOREN, May 4". The day on which an agency wrote it, often
   * the one before.
   */
  DATELINE,
  /** A clock or the date of the day in the page's head. */
  MASTHEAD,
  /** The hour at which an archive or a mail program took the page. */
  ARCHIVE;

  /** What a date from here tells where nothing else is said. */
  public DateSense usualSense() {
    return this == MASTHEAD || this == ARCHIVE ? DateSense.READ : DateSense.PUBLISHED;
  }
}

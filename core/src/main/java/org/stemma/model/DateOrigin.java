package org.stemma.model;

/**
 * Where a date was read. Pages lie, so the order tells how far a date is believed to be the day of
 * publication: the first are believed before the last.
 */
public enum DateOrigin {
  /** JSON-LD, meta tags or {@code <time>} of the page. */
  MARKUP,
  /** Told with the page by whoever collected it: a field of a JSON line, a feed. */
  GIVEN,
  /** Beside the byline or the headline, in words such as "Published 4 May 2031". */
  BYLINE,
  /** In front of the first sentence: "PORT SOREN, May 4". */
  DATELINE,
  /** In the page's address: {@code /2031/05/04/}. */
  ADDRESS,
  /**
   * A clock or the date of the day in the page's head. It tells when the page was read, not when
   * the article was published, and is never taken as the day of publication.
   */
  MASTHEAD;

  /** False where the date may be the day the page was read. */
  public boolean tellsPublication() {
    return this != MASTHEAD;
  }
}

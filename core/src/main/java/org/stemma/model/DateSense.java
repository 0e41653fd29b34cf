package org.stemma.model;

/** What a date on a page tells. The names, in lower case, are the ones in files and in the API. */
public enum DateSense {
  PUBLISHED,
  UPDATED,
  /** When the page was read, or which day it was then: a clock in the head, an archive's note. */
  READ
}

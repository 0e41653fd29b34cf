package org.stemma.model;

/** How much of an article a page holds. The names, in lower case, are the ones in files. */
public enum Extent {
  WHOLE,
  /** The start; the rest is for those who pay or log in. */
  STUB,
  /** What a feed says about an article that stands elsewhere. */
  SUMMARY,
  /** What was read before the medium ended or a limit was reached. */
  CUT
}

package org.stemma.model;

/**
 * What a stretch of a page's text is for. The names, in lower case, are the ones in files and in
 * the API.
 */
public enum ZoneRole {
  HEADLINE,
  BYLINE,
  DATELINE,
  BODY,
  CAPTION,
  /** "Press Association" at the foot, "(AP)", "contributed to this report". */
  CREDIT,
  TAGS,
  /** Headlines of other stories. */
  RELATED,
  /** Newsletter boxes, adverts, sponsored links. */
  PROMOTION,
  /** Navigation, clocks, share buttons, legal lines: page furniture. */
  BOILERPLATE,
  /** What readers wrote under the article. */
  COMMENT;

  /** True where the outlet itself tells the story: only there can an attribution stand. */
  public boolean isArticle() {
    return this == HEADLINE || this == BODY || this == CAPTION;
  }
}

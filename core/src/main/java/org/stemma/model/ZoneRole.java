package org.stemma.model;

/**
 * What a stretch of a page's text is for. The names, in lower case, are the ones in files and in
 * the API.
 */
public enum ZoneRole {
  HEADLINE,
  /** Lines under the headline that sum the story up. */
  SUBTITLE,
  BYLINE,
  DATELINE,
  BODY,
  /** Words of the article, repeated large beside it. */
  PULL_QUOTE,
  CAPTION,
  /** "Press Association" at the foot, "(AP)", "contributed to this report". */
  CREDIT,
  TAGS,
  /** Headlines of other stories. */
  RELATED,
  /** Newsletter boxes, adverts, sponsored links. */
  PROMOTION,
  /** Menus, breadcrumbs, links to the next page. */
  NAVIGATION,
  /** Copyright, terms, notices on cookies and on who is to answer for the text. */
  LEGAL,
  /** Clocks, share buttons, labels: all other page furniture. */
  BOILERPLATE,
  /** What readers wrote under the article. */
  COMMENT;

  /** True where the outlet itself tells the story: only there can an attribution stand. */
  public boolean isArticle() {
    return this == HEADLINE || this == SUBTITLE || this == BODY || this == CAPTION;
  }
}

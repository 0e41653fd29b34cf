package org.stemma.app.pages.view;

/**
 * One line of the stemma in words: "The Selwick Courier took it from Northern Wire: named there as
 * the source".
 */
public record EdgeLine(LinkView child, LinkView parent, String evidence) {}

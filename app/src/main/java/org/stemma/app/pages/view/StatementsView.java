package org.stemma.app.pages.view;

/**
 * A list of statements.
 *
 * @param copies turns how copies are counted
 */
public record StatementsView(ListView<StatementLine> list, LinkView copies) {}

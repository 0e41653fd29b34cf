package org.stemma.app.pages.view;

/**
 * The log of decisions.
 *
 * @param told what was just done; may be empty
 * @param waiting that some wait for articles; may be empty
 */
public record DecisionsView(String told, String waiting, ListView<DecisionLine> list) {}

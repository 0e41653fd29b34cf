package org.stemma.app.pages.view;

/**
 * Some words, and where they lead.
 *
 * @param href empty where they lead nowhere
 */
public record LinkView(String text, String href) {}

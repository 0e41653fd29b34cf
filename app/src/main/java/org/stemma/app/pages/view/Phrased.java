package org.stemma.app.pages.view;

import org.stemma.search.Found;

/** What was found, in a few words. */
public final class Phrased {
  private Phrased() {}

  /** "4 statements in 9 wordings". */
  public static String found(Found found) {
    return found.statements() == 0
        ? "No statement"
        : Phrases.count(found.statements(), "statement")
            + (found.witnesses() > found.statements()
                ? " in " + Phrases.count(found.witnesses(), "wording")
                : "");
  }

  /** "and 12 articles more". */
  public static String more(int n, String noun) {
    return "and " + Phrases.count(n, noun) + " more";
  }
}

package org.stemma.app.pages.view;

import org.stemma.app.desk.Addition;

/**
 * Dropped pages on their way into the desk.
 *
 * @param title "Reading 3 files"
 * @param told how far it is, or what it waits for
 * @param goesOn false once it has failed
 */
public record AddingView(String href, String title, String told, boolean goesOn, boolean stopping) {
  /** The view of what is read now, waits, or failed. */
  public static AddingView of(Addition addition) {
    String files = Phrases.count(addition.files(), "file");
    boolean goesOn = addition.state() != Addition.State.FAILED;
    return new AddingView(
        "/add/" + addition.number(),
        goesOn ? "Reading " + files : "Pages were not read",
        told(addition),
        goesOn,
        addition.isStopped());
  }

  private static String told(Addition addition) {
    return switch (addition.state()) {
      case WAITING -> "Waits until what was dropped before is read.";
      case READING, DONE ->
          addition.isStopped() ? "Ends after the pages under way." : far(addition);
      case FAILED -> addition.trouble().orElse("");
    };
  }

  private static String far(Addition addition) {
    if (addition.kept() + addition.skipped() == 0) {
      return "The first pages are read; what finds who speaks is being loaded for them.";
    }
    return Phrases.count(addition.kept(), "page")
        + " in the desk so far"
        + (addition.skipped() == 0
            ? "."
            : ", " + Phrases.number(addition.skipped()) + " could not be read.");
  }
}

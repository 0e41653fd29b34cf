package org.stemma.link;

import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.Words;

/**
 * Who is named around a quotation: of two people there, the wrong one is often read as its speaker.
 */
final class Vicinity {
  /** Who is named so near a quotation, in its paragraph, may be meant by its cue. */
  private static final int NEARBY = 400;

  private Vicinity() {}

  /**
   * True when the paragraph around a quotation has the surname of a speaker; whom its own words
   * name does not speak them.
   */
  static boolean names(String text, Span quotation, Speaker speaker) {
    if (!(speaker instanceof Speaker.Named named)) {
      return false;
    }
    String surname = KinshipFinder.surname(named.name());
    int start = quotation.start();
    int end = quotation.end();
    int before = text.lastIndexOf('\n', start) + 1;
    int behind = text.indexOf('\n', end);
    int last = behind < 0 ? text.length() : behind;
    return isIn(text, Math.max(before, start - NEARBY), start, surname)
        || isIn(text, end, Math.min(last, end + NEARBY), surname);
  }

  private static boolean isIn(String text, int from, int to, String surname) {
    return from < to
        && Words.in(text, new Span(from, to)).normals().stream()
            .map(Vicinity::withoutPossessive)
            .map(KinshipFinder::surname)
            .anyMatch(surname::equals);
  }

  private static String withoutPossessive(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}

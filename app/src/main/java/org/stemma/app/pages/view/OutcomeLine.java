package org.stemma.app.pages.view;

import org.stemma.model.Outcome;

/** A page that nothing could be made of. */
public record OutcomeLine(String place, String reason) {
  /** The line for an outcome. */
  public static OutcomeLine of(Outcome outcome) {
    return new OutcomeLine(outcome.place(), outcome.reason());
  }
}

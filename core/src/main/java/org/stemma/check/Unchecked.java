package org.stemma.check;

import static java.util.Objects.requireNonNull;

import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * What stands in quotation marks in a draft and was not looked up.
 *
 * @param quotation in the draft, quotation marks excluded
 * @param speaker as the draft gives it
 */
public record Unchecked(Span quotation, Speaker speaker, Reason reason) {
  /** Why not. */
  public enum Reason {
    /** A word or two that nobody is said to speak: scare quotes, a title, a name. */
    SCARE_QUOTES,
    /**
     * A word or two of a speaker: they are everybody's, so that finding them would tell nothing.
     */
    FRAGMENT,
    /** The draft has more quotations than are looked up at once. */
    TOO_MANY
  }

  public Unchecked {
    requireNonNull(quotation, "quotation");
    requireNonNull(speaker, "speaker");
    requireNonNull(reason, "reason");
  }
}

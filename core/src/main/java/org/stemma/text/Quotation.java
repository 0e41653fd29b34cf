package org.stemma.text;

import static java.util.Objects.requireNonNull;

import org.stemma.model.Span;

/**
 * A stretch of text in quotation marks.
 *
 * @param outer with its marks; where a mark is missing, up to the end of the paragraph
 * @param inner the words, without marks and the white space beside them
 */
public record Quotation(Span outer, Span inner) {
  public Quotation {
    requireNonNull(outer, "outer");
    if (!outer.contains(inner)) {
      throw new IllegalArgumentException("words " + inner + " must lie in quotation " + outer);
    }
  }
}

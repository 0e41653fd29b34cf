package org.stemma.model;

/**
 * How a witness differs from the wording it is compared with. Ordered by how much a reader must
 * know of it.
 */
public enum AlterationKind {
  /** A "not" was lost or added. */
  NEGATED,
  NUMBER_CHANGED,
  /** A name of a person, body or place was changed. */
  NAME_CHANGED,
  /** Another speaker is given. */
  MISATTRIBUTED,
  /** Pieces of two statements joined as one. */
  SPLICED,
  SUBSTITUTED,
  INSERTED,
  /** Words left out in the middle, and nothing shows it. */
  DROPPED,
  /** Words left out in the middle, with an ellipsis in their place. */
  ELIDED,
  /** Words put in, or put for others, in square brackets: an editor's. */
  BRACKETED,
  /** Words left out at the start or the end. */
  TRUNCATED,
  /** More words at the start or the end than the wording it is compared with. */
  FULLER,
  /** Other words throughout, as a second translation gives. */
  RETRANSLATED,
  /** The same thing in the outlet's own words, without quotation marks. */
  PARAPHRASED,
  /** The same words without quotation marks. */
  UNQUOTED,
  /** Only punctuation, capitals or typography differ. */
  PUNCTUATION;

  /** True where the sense may be another: shown before everything else, whatever the likeness. */
  public boolean changesSense() {
    return compareTo(MISATTRIBUTED) <= 0;
  }
}

package org.stemma.check;

/** What the record says of one quotation in a draft. Never whether it is true. */
public enum Verdict {
  /** On record in these words, from this speaker. Typography may differ. */
  VERBATIM,
  /** On record in other words. */
  ALTERED,
  /** On record, but longer: words at its start or end are missing in the draft. */
  TRUNCATED,
  /** On record in these words, from another speaker. */
  MISATTRIBUTED,
  /** Nothing near it is on record. */
  NOT_ON_RECORD
}

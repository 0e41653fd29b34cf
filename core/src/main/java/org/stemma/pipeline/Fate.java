package org.stemma.pipeline;

/** How a shared statement fared: the gravest thing that any witness did to it. */
public enum Fate {
  /** A "not", a number, a name or the speaker was changed. */
  SENSE_CHANGED,
  /** Words inside were changed, put in or left out. */
  ALTERED,
  /** Cut at the start or the end, and nothing worse. */
  TRUNCATED,
  /** In other words throughout: a second translation. */
  RETRANSLATED,
  /** Told without quotation marks. */
  PARAPHRASED,
  /** Typography differs at most. */
  VERBATIM
}

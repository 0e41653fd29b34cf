package org.stemma.annotate;

/** What tells whom a source means. */
enum Clue {
  /** A person's name. */
  NAME(0.96),
  /** The name of a body or of what else speaks. */
  BODY_NAME(0.93),
  /** "The Lund campaign". */
  CALLED_AFTER(0.8),
  /** "Lund's letter", "her account". */
  WRITTEN_BY(0.7),
  /** "he", of whoever spoke last. */
  GOES_ON(0.92),
  /** "she", of somebody else. */
  PERSONAL(0.92),
  /** "it" and "they". */
  IMPERSONAL(0.75),
  /** "Ana Ruiz, who". */
  RELATIVE(0.75),
  /** "the mayor" of one who is introduced so. */
  ROLE(0.8),
  /** "the diplomat" of one who is introduced as a minister. */
  ALIKE(0.7),
  /** "the businessman" of one of whom it can be true. */
  SALIENT(0.7),
  /** "his lawyer", who is named elsewhere. */
  RELATED(0.7),
  /** "a court" in the headline, which is named later. */
  LATER(0.7),
  /** "the ministry" of a Ministry. */
  OF_NAME(0.7),
  /** "the newspaper" of a Herald. */
  OF_KIND(0.7),
  /** No source, and the last one is still speaking. */
  NO_SOURCE(0.6),
  /** No source; the subject before the cue. */
  SUBJECT(0.4),
  /** "two officials". */
  INDEFINITE(0.8),
  /** "the officials". */
  DEFINITE(0.6),
  /** A pronoun whose antecedent is not found. */
  OPEN_PRONOUN(0.4),
  /** Nothing. */
  NONE(0.5);

  private final double reliability;

  Clue(double reliability) {
    this.reliability = reliability;
  }

  /** How many of a hundred answers that go by it are right, from 0 to 1. */
  double reliability() {
    return reliability;
  }
}

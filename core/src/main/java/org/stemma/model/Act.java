package org.stemma.model;

/**
 * What the cue does. A closed set; where PLOVER has the event, its name is used (ACCUSE, REJECT,
 * SUPPORT, THREATEN).
 */
public enum Act {
  SAY,
  ASSERT,
  /** Says that something is not so. */
  DENY,
  /** Refuses, declines, opposes. */
  REJECT,
  /** Charges with a wrong, or criticises. */
  ACCUSE,
  /** Makes somebody or something the cause. */
  BLAME,
  DEMAND,
  PROMISE,
  THREATEN,
  WARN,
  ADMIT,
  APOLOGISE,
  PRAISE,
  /** Sides with somebody or something. */
  SUPPORT,
  ASK,
  PREDICT,
  REPORT,
  ESTIMATE,
  /** A thought, wish or plan that was not said. */
  BELIEVE
}

package org.stemma.model;

/**
 * What the cue does. A closed set; where PLOVER has the event, its name is used (ACCUSE, REJECT,
 * THREATEN, ...).
 */
public enum Act {
  SAY,
  ASSERT,
  DENY,
  ACCUSE,
  DEMAND,
  PROMISE,
  THREATEN,
  WARN,
  ADMIT,
  APOLOGISE,
  PRAISE,
  ASK,
  PREDICT,
  REPORT,
  ESTIMATE,
  /** A thought, wish or plan that was not said. */
  BELIEVE
}

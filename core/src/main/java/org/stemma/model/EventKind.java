package org.stemma.model;

/**
 * What happened to those whom a figure counts, or what they did. A closed set. The names, in lower
 * case, are the ones in files and in the API.
 */
public enum EventKind {
  KILLED,
  INJURED,
  MISSING,
  /** Driven from home. */
  DISPLACED,
  ARRESTED,
  ABDUCTED,
  /** Brought to safety. */
  RESCUED,
  /** Attacks, strikes, shots are counted. */
  ATTACKS,
  /** Came to a protest, a march or a meeting. */
  ATTENDED,
  /** None of these, or not told. */
  NONE
}

package org.stemma.model;

/** What bears a name. The names, in lower case, are the ones in files and in the API. */
public enum NameKind {
  PERSON,
  /** A body of people: a ministry, a party, a company, an outlet. */
  ORGANIZATION,
  PLACE,
  /** None of these: a nationality, a work, an event. */
  OTHER
}

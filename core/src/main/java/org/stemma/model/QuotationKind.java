package org.stemma.model;

/** How much of a content stands in quotation marks. */
public enum QuotationKind {
  /** All words. */
  DIRECT,
  /** Some words. */
  MIXED,
  /** No word. */
  INDIRECT
}

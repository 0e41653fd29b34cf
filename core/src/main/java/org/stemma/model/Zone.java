package org.stemma.model;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of an article's text with one role. The zones of an article do not overlap and stand in
 * text order.
 */
public record Zone(ZoneRole role, Span span) {
  public Zone {
    requireNonNull(role, "role");
    requireNonNull(span, "span");
  }
}

package org.stemma.app.pages.view;

import static java.util.Objects.requireNonNull;

import org.stemma.model.Span;

/**
 * A marked stretch of a text.
 *
 * @param id of the element where it starts, unique on the page; empty for none
 * @param href where its words lead; empty for nowhere
 * @param key the same for all pieces of one thing; empty for none
 */
record Mark(Span span, Layer layer, String id, String href, String key) {
  Mark {
    requireNonNull(span, "span");
    requireNonNull(layer, "layer");
    requireNonNull(id, "id");
    requireNonNull(href, "href");
    requireNonNull(key, "key");
  }

  /** Without id, link and key. */
  static Mark plain(Span span, Layer layer) {
    return new Mark(span, layer, "", "", "");
  }

  /** The part of it inside {@code range}, which it overlaps; the id stays with the start. */
  Mark within(Span range) {
    Span part = new Span(Math.max(span.start(), range.start()), Math.min(span.end(), range.end()));
    return new Mark(part, layer, part.start() == span.start() ? id : "", href, key);
  }
}

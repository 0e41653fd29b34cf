package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * What may be a witness: a saying, a piece of a spliced saying, or running text that carries the
 * words of a quotation.
 *
 * @param parts in text order, never empty
 * @param spliced true for a piece of a saying that joins two statements
 */
record Unit(
    Annotated annotated,
    List<Span> parts,
    boolean quoted,
    Optional<Attribution> attribution,
    boolean spliced) {

  static Unit of(Annotated annotated, Saying saying) {
    return new Unit(annotated, saying.parts(), saying.quoted(), saying.attribution(), false);
  }

  static Unit unquoted(Annotated annotated, Span span) {
    return new Unit(annotated, List.of(span), false, Optional.empty(), false);
  }

  /** Whom the article gives it to. */
  Speaker speaker() {
    return attribution.map(Attribution::speaker).orElseGet(Speaker.Unknown::new);
  }

  ArticleId article() {
    return annotated.article().id();
  }

  String text() {
    return annotated.article().text();
  }

  Span span() {
    return new Span(parts.get(0).start(), parts.get(parts.size() - 1).end());
  }

  /** The piece of this saying inside {@code window}; empty where no part reaches into it. */
  Optional<Unit> piece(Span window, boolean ofSplice) {
    List<Span> inside = new ArrayList<>();
    for (Span part : parts) {
      if (part.overlaps(window)) {
        inside.add(
            new Span(Math.max(part.start(), window.start()), Math.min(part.end(), window.end())));
      }
    }
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unit(annotated, inside, quoted, attribution, ofSplice));
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One article's version of a statement.
 *
 * @param span from its first to its last character, outer quotation marks excluded
 * @param parts the pieces of it, where the cue stands between them; else the span alone
 * @param quoted true when it stands in quotation marks there
 * @param speaker as that article gives it
 * @param via whom that article credits, outermost first
 * @param alterations against the base of the statement, gravest kind first; empty when verbatim, or
 *     when it is the base
 */
public record Witness(
    ArticleId article,
    Span span,
    List<Span> parts,
    boolean quoted,
    Speaker speaker,
    List<String> via,
    Act act,
    List<Alteration> alterations) {
  public Witness {
    requireNonNull(article, "article");
    requireNonNull(span, "span");
    parts = List.copyOf(parts);
    requireNonNull(speaker, "speaker");
    via = List.copyOf(via);
    requireNonNull(act, "act");
    alterations = List.copyOf(alterations);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a witness has at least one part");
    }
  }

  /**
   * Names this witness for ever, and the statement it belongs to: whatever statement holds this
   * witness later is found under it.
   */
  public String id() {
    return article.value() + "-" + span.start();
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What the desk keeps of an article to find it again when a kindred one comes. */
public record Keys(List<Paragraph> paragraphs) {
  /**
   * One paragraph.
   *
   * @param hash of its normalised words: equal for the same paragraph on another page
   * @param keys hashes of word sequences in it; distinct
   */
  public record Paragraph(Span span, long hash, List<Long> keys) {
    public Paragraph {
      requireNonNull(span, "span");
      keys = List.copyOf(keys);
    }
  }

  public Keys {
    paragraphs = List.copyOf(paragraphs);
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * At whom an act is aimed, and what of. Spans stand in text order; both lists may be empty.
 *
 * @param target the accused, the one warned, asked, thanked, told to do something; as written, in
 *     the content or outside of it
 * @param whom whom the target resolves to; {@link Speaker.Unknown} where there is none
 * @param topic what of: "lying" in "accused him of lying"
 */
public record Aim(List<Span> target, Speaker whom, List<Span> topic) {
  /** At nobody. */
  public static final Aim NONE = new Aim(List.of(), new Speaker.Unknown(), List.of());

  public Aim {
    target = List.copyOf(target);
    requireNonNull(whom, "whom");
    topic = List.copyOf(topic);
    if (target.isEmpty() && !(whom instanceof Speaker.Unknown)) {
      throw new IllegalArgumentException("whom an act is aimed at needs words of the text");
    }
  }
}

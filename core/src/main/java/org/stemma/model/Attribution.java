package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One act of saying found in a text (the terms are those of the Penn Attribution Relation Corpus
 * and of PolNeAR). Spans stand in text order.
 *
 * @param source who says it, as written; empty where the text names nobody
 * @param cue the words that make it an attribution: "said", "according to"; may be empty
 * @param content what is said, in one or more pieces, quotation marks included; never empty
 * @param via whom the outlet credits for having it, as written there, outermost first: whom the
 *     outlet has it from, then whom those have it from
 * @param confidence how likely it is an attribution with these spans, from 0 to 1
 * @param vector what the content means; {@link Vector#NONE} where that is not known
 * @param aim at whom the act is aimed, and what of; {@link Aim#NONE} where at nobody
 * @param speakerConfidence how likely the speaker is right, from 0 to 1
 * @param onBehalfOf the body that the speaker speaks for: "a spokesman for the ministry"
 * @param nested what the content attributes to others in turn ("Ruiz said that Orr denied ..."),
 *     via this speaker, in text order; they have none of their own
 */
public record Attribution(
    List<Span> source,
    List<Span> cue,
    List<Span> content,
    QuotationKind kind,
    Speaker speaker,
    List<String> via,
    Act act,
    double confidence,
    Vector vector,
    Aim aim,
    double speakerConfidence,
    Optional<String> onBehalfOf,
    List<Attribution> nested) {
  public Attribution {
    source = inOrder("source", source);
    cue = inOrder("cue", cue);
    content = inOrder("content", content);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("an attribution needs a content");
    }
    requireNonNull(kind, "kind");
    requireNonNull(speaker, "speaker");
    via = List.copyOf(via);
    requireNonNull(act, "act");
    requireNonNull(vector, "vector");
    requireNonNull(aim, "aim");
    nested = List.copyOf(nested);
    for (Attribution inner : nested) {
      Span extent = inner.extent();
      if (!inner.nested.isEmpty()
          || extent.start() < content.get(0).start()
          || extent.end() > content.get(content.size() - 1).end()) {
        throw new IllegalArgumentException(inner + " must lie in the content, with none inside it");
      }
    }
    requireNonNull(onBehalfOf, "onBehalfOf");
    requireShare("confidence", confidence);
    requireShare("speaker confidence", speakerConfidence);
  }

  /** An attribution by a certain speaker for himself, aimed at nobody, with one credit or none. */
  public Attribution(
      List<Span> source,
      List<Span> cue,
      List<Span> content,
      QuotationKind kind,
      Speaker speaker,
      Optional<String> via,
      Act act,
      double confidence,
      Vector vector) {
    this(
        source,
        cue,
        content,
        kind,
        speaker,
        via.map(List::of).orElse(List.of()),
        act,
        confidence,
        vector,
        Aim.NONE,
        1,
        Optional.empty(),
        List.of());
  }

  /** An attribution of which it is not known what its content means. */
  public Attribution(
      List<Span> source,
      List<Span> cue,
      List<Span> content,
      QuotationKind kind,
      Speaker speaker,
      Optional<String> via,
      Act act,
      double confidence) {
    this(source, cue, content, kind, speaker, via, act, confidence, Vector.NONE);
  }

  /** The same, of a speaker whom a person knows. */
  public Attribution withSpeaker(Speaker known) {
    return new Attribution(
        source,
        cue,
        content,
        kind,
        known,
        via,
        act,
        confidence,
        vector,
        aim,
        1,
        onBehalfOf,
        nested);
  }

  /** The same, with these inside it. */
  public Attribution withNested(List<Attribution> others) {
    return new Attribution(
        source,
        cue,
        content,
        kind,
        speaker,
        via,
        act,
        confidence,
        vector,
        aim,
        speakerConfidence,
        onBehalfOf,
        others);
  }

  /** From the first to the last character of the content. */
  public Span extent() {
    return new Span(content.get(0).start(), content.get(content.size() - 1).end());
  }

  /** True when some of the content stands in quotation marks. */
  public boolean isQuotation() {
    return kind != QuotationKind.INDIRECT;
  }

  private static void requireShare(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(what + " " + share + " must lie in 0 to 1");
    }
  }

  private static List<Span> inOrder(String role, List<Span> spans) {
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).start() < spans.get(i - 1).end()) {
        throw new IllegalArgumentException(role + " spans " + spans + " must stand in text order");
      }
    }
    return List.copyOf(spans);
  }
}

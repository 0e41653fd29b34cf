package org.stemma.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Zone;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.text.Words;

/**
 * Words that an article gives to somebody, without the quotation marks around them: what stands
 * between one pair of marks, or the content of an attribution that quotes nothing. An attribution
 * that quotes several times has as many sayings, since others take over each by itself.
 *
 * @param attribution whose content it is; empty for a quotation that no attribution claims
 * @param parts in text order, never empty
 * @param quoted true when they stand in quotation marks
 */
record Saying(Optional<Attribution> attribution, List<Span> parts, boolean quoted) {
  /** Fewer words in quotation marks do not make the statement: the whole content does. */
  private static final int FEWEST_QUOTED_WORDS = 4;

  private static final String MARKS = "\"“”„‟«»‹›'‘’‚‛「」『』";

  /** The sayings of an article, in text order. */
  static List<Saying> of(Annotated annotated) {
    List<Saying> sayings = new ArrayList<>();
    Set<Attribution> quoting = new HashSet<>();
    Owners owners = new Owners(annotated.attributions());
    for (Span quotation : quotations(annotated)) {
      Optional<Attribution> owner = owners.of(quotation);
      owner.ifPresent(quoting::add);
      sayings.add(new Saying(owner, List.of(quotation), true));
    }
    for (Attribution attribution : annotated.attributions()) {
      if (!quoting.contains(attribution)) {
        whole(annotated.article().text(), attribution).ifPresent(sayings::add);
      }
    }
    sayings.sort(Comparator.comparing(Saying::span));
    return sayings;
  }

  private static List<Span> quotations(Annotated annotated) {
    String text = annotated.article().text();
    List<Span> found = new ArrayList<>();
    for (Zone zone : annotated.article().zones()) {
      if (zone.role().isArticle()) {
        for (Quotation quotation : QuotationMarks.in(text, zone.span())) {
          if (Words.in(text, quotation.inner()).size() >= FEWEST_QUOTED_WORDS) {
            found.add(withoutMarks(text, quotation.inner()));
          }
        }
      }
    }
    return found;
  }

  private static Optional<Saying> whole(String text, Attribution attribution) {
    List<Span> parts = new ArrayList<>();
    for (Span span : attribution.content()) {
      if (Words.in(text, span).size() > 0) {
        parts.add(withoutMarks(text, span));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Saying(
                Optional.of(attribution), parts, attribution.kind() == QuotationKind.DIRECT));
  }

  private static Span withoutMarks(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end - 1 && isMarkOrSpace(text.charAt(start))) {
      start++;
    }
    while (end > start + 1 && isMarkOrSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isMarkOrSpace(char c) {
    return Character.isWhitespace(c) || MARKS.indexOf(c) >= 0;
  }

  /** Whom the article gives them to. */
  Speaker speaker() {
    return attribution.map(Attribution::speaker).orElseGet(Speaker.Unknown::new);
  }

  /** From the first to the last character. */
  Span span() {
    return new Span(parts.get(0).start(), parts.get(parts.size() - 1).end());
  }
}

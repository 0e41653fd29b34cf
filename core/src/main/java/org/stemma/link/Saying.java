package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.text.Words;

/**
 * The words that one attribution gives to its source, without the quotation marks around them.
 *
 * @param parts in text order, never empty
 * @param quoted true when they stand in quotation marks
 */
record Saying(Attribution attribution, List<Span> parts, boolean quoted) {
  /** Fewer words in quotation marks do not make the statement: the whole content does. */
  private static final int FEWEST_QUOTED_WORDS = 4;

  private static final String MARKS = "\"“”„‟«»‹›'‘’‚‛「」『』";

  /** The sayings of an article, in text order. */
  static List<Saying> of(Annotated annotated) {
    String text = annotated.article().text();
    List<Saying> sayings = new ArrayList<>();
    for (Attribution attribution : annotated.attributions()) {
      Saying saying = of(text, attribution);
      if (!saying.parts().isEmpty()) {
        sayings.add(saying);
      }
    }
    return sayings;
  }

  private static Saying of(String text, Attribution attribution) {
    if (attribution.kind() == QuotationKind.MIXED) {
      List<Span> quoted = quotedParts(text, attribution);
      if (!quoted.isEmpty() && Words.in(text, quoted).size() >= FEWEST_QUOTED_WORDS) {
        return new Saying(attribution, quoted, true);
      }
    }
    List<Span> parts = new ArrayList<>();
    for (Span span : attribution.content()) {
      Words words = Words.in(text, span);
      if (words.size() > 0) {
        parts.add(withoutMarks(text, span));
      }
    }
    return new Saying(attribution, parts, attribution.kind() == QuotationKind.DIRECT);
  }

  private static List<Span> quotedParts(String text, Attribution attribution) {
    List<Span> parts = new ArrayList<>();
    for (Span span : attribution.content()) {
      for (Quotation quotation : QuotationMarks.in(text, span)) {
        parts.add(quotation.inner());
      }
    }
    return parts;
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

  /** From the first to the last character. */
  Span span() {
    return new Span(parts.get(0).start(), parts.get(parts.size() - 1).end());
  }
}

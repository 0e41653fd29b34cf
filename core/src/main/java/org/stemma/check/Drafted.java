package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.text.Sentences;

/**
 * One quotation of a draft.
 *
 * @param wording in more than one piece where the cue interrupts a sentence
 */
record Drafted(Wording wording, Speaker speaker) {
  /** From its first to its last character, quotation marks excluded. */
  Span span() {
    List<Span> pieces = wording.pieces();
    return pieces.get(0).union(pieces.get(pieces.size() - 1));
  }

  /**
   * The quotations of a draft, in its order. All of its text is searched, whatever cleaning made of
   * it: a quotation that is overlooked would count as none.
   *
   * @param fewestWords quotations with fewer are left out
   */
  static List<Drafted> in(Annotated draft, int fewestWords) {
    String text = draft.article().text();
    List<Drafted> found = new ArrayList<>();
    if (text.isEmpty()) {
      return found;
    }
    List<Span> pieces = new ArrayList<>();
    Attributions attributions = new Attributions(draft.attributions());
    for (Quotation quotation : QuotationMarks.in(text, new Span(0, text.length()))) {
      Span piece = quotation.inner();
      if (!pieces.isEmpty() && !goesOn(text, pieces.get(pieces.size() - 1), piece, attributions)) {
        add(found, text, pieces, attributions, fewestWords);
        pieces.clear();
      }
      pieces.add(piece);
    }
    if (!pieces.isEmpty()) {
      add(found, text, pieces, attributions, fewestWords);
    }
    return found;
  }

  private static void add(
      List<Drafted> found,
      String text,
      List<Span> pieces,
      Attributions attributions,
      int fewestWords) {
    Wording wording = new Wording(text, pieces);
    if (wording.size() >= fewestWords) {
      Speaker speaker =
          attributions
              .of(wording.span(0, wording.size()))
              .map(Attribution::speaker)
              .orElseGet(Speaker.Unknown::new);
      found.add(new Drafted(wording, speaker));
    }
  }

  /** “We stay,” she said, “and we wait”: one quotation, for no sentence ends between the two. */
  private static boolean goesOn(String text, Span piece, Span next, Attributions attributions) {
    Optional<Attribution> one = attributions.of(piece);
    boolean together =
        Wording.breaksOff(text, piece)
            && one.isPresent()
            && one.get().kind() == QuotationKind.DIRECT
            && one.equals(attributions.of(next));
    return together
        && Sentences.in(text, piece.union(next)).stream().anyMatch(s -> spans(s, piece, next));
  }

  private static boolean spans(Span sentence, Span piece, Span next) {
    return sentence.start() < piece.end() && sentence.end() > next.start();
  }
}

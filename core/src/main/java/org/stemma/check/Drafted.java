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
 * @param wording in more than one piece where the cue interrupts a sentence; never without a word
 * @param nested true where it stands inside another
 */
record Drafted(Wording wording, Speaker speaker, boolean nested) {
  /** From its first to its last character, quotation marks excluded. */
  Span span() {
    List<Span> pieces = wording.pieces();
    return pieces.get(0).union(pieces.get(pieces.size() - 1));
  }

  /**
   * The quotations of a draft, in its order, each before those that are quoted in it. All of its
   * text is searched, whatever cleaning made of it: a quotation that is overlooked would count as
   * none.
   */
  static List<Drafted> in(Annotated draft) {
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
        add(found, text, pieces, attributions);
        pieces.clear();
      }
      pieces.add(piece);
    }
    if (!pieces.isEmpty()) {
      add(found, text, pieces, attributions);
    }
    return found;
  }

  private static void add(
      List<Drafted> found, String text, List<Span> pieces, Attributions attributions) {
    Wording wording = new Wording(text, pieces);
    if (wording.size() == 0) {
      return;
    }
    found.add(new Drafted(wording, speaker(attributions.of(wording.whole())), false));
    for (Span piece : pieces) {
      for (Quotation inner : QuotationMarks.in(text, piece)) {
        Wording words = new Wording(text, List.of(inner.inner()));
        if (inner.inner().length() < piece.length() && words.size() > 0) {
          found.add(new Drafted(words, speaker(attributions.inside(words.whole())), true));
        }
      }
    }
  }

  private static Speaker speaker(Optional<Attribution> attribution) {
    return attribution.map(Attribution::speaker).orElseGet(Speaker.Unknown::new);
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

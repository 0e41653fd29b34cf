package org.stemma.annotate;

import java.util.List;
import org.stemma.annotate.Draft.Piece;

/**
 * Takes the reporter's own voice out of contents: what stands between dashes beside a quotation,
 * outside of its marks, is nobody's words but the reporter's. Stateless.
 */
final class Asides {
  /**
   * A shorter quotation may be words of a sentence that goes on: “a disaster” – so they call it.
   */
  private static final int SHORTEST_QUOTATION = 6;

  private Asides() {}

  /** The same attribution without the asides; a content never becomes empty. */
  static Draft without(Tokens t, Draft draft) {
    List<Piece> contents = draft.contents().stream().map(piece -> without(t, piece)).toList();
    return contents.equals(draft.contents()) ? draft : draft.with(contents);
  }

  private static Piece without(Tokens t, Piece piece) {
    int first = piece.first();
    boolean behindDash = isDash(t, first) || (first > 0 && isDash(t, first - 1));
    if (t.quotation[first] < 0 && behindDash) {
      int opens = first + 1;
      while (opens <= piece.last() && t.quotation[opens] < 0) {
        opens++;
      }
      first = opens <= piece.last() && isDash(t, opens - 1) ? opens : first;
    }
    int last = piece.last();
    int quotation = t.quotation[first];
    if (quotation >= 0 && t.quote[first] == Tokens.OPENS) {
      int closes = t.quotationEnd[quotation];
      boolean isLong = closes - first >= SHORTEST_QUOTATION;
      if (isLong && closes <= last && isDash(t, closes) && isPlain(t, closes, last)) {
        last = closes - 1;
      }
    }
    return new Piece(first, last);
  }

  private static boolean isDash(Tokens t, int i) {
    return t.shape[i] == Shape.DASH;
  }

  private static boolean isPlain(Tokens t, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (t.quotation[i] >= 0) {
        return false;
      }
    }
    return true;
  }
}

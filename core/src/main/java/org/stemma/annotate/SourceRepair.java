package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.ZoneRole;

/** Repairs drafts whose source the wording tells for certain: "according to X,", "X: ...". */
final class SourceRepair {
  /** Longest source taken after "according to", in tokens. */
  private static final int LONGEST = 14;

  private final Tokens t;

  SourceRepair(Tokens tokens) {
    t = tokens;
  }

  List<Draft> apply(List<Draft> drafts) {
    List<Draft> repaired = new ArrayList<>();
    for (Draft draft : drafts) {
      repaired.add(isAccordingTo(draft) ? withSource(draft) : draft);
    }
    return withHeadlineColon(repaired);
  }

  private boolean isAccordingTo(Draft draft) {
    if (draft.source().isPresent() || draft.cue().isEmpty()) {
      return false;
    }
    Piece cue = draft.cue().get();
    return cue.last() == cue.first() + 1
        && lower(cue.first()).equals("according")
        && lower(cue.last()).equals("to");
  }

  private Draft withSource(Draft draft) {
    int first = draft.cue().get().last() + 1;
    int end = first;
    while (end < t.size
        && t.sentence[end] == t.sentence[first - 1]
        && end - first < LONGEST
        && t.shape[end] < Shape.MARK) {
      end++;
    }
    if (end == first || (end < t.size && end - first == LONGEST)) {
      return draft;
    }
    List<Piece> contents = new ArrayList<>();
    for (Piece piece : draft.contents()) {
      if (piece.first() >= end || piece.last() < first) {
        contents.add(piece);
      } else if (piece.last() > end) {
        contents.add(new Piece(end + 1, piece.last()));
      }
    }
    return contents.isEmpty()
        ? draft
        : new Draft(
            Optional.of(new Piece(first, end - 1)), draft.cue(), contents, draft.confidence());
  }

  /** "Lund: no talks, no deal": what follows the colon in a headline is all hers. */
  private List<Draft> withHeadlineColon(List<Draft> drafts) {
    Optional<Draft> colon = drafts.stream().filter(this::isHeadlineColon).findFirst();
    if (colon.isEmpty()) {
      return drafts;
    }
    int cue = colon.get().cue().orElseThrow().first();
    int end = t.paragraphStart[t.paragraph[cue] + 1];
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      int content = draft.contents().get(0).first();
      if (draft == colon.get()) {
        kept.add(draft.with(List.of(new Piece(cue + 1, end - 1))));
      } else if (content <= cue || content >= end) {
        kept.add(draft);
      }
    }
    return kept;
  }

  private boolean isHeadlineColon(Draft draft) {
    if (draft.cue().isEmpty() || draft.source().isEmpty()) {
      return false;
    }
    int cue = draft.cue().get().first();
    return draft.cue().get().last() == cue
        && t.paragraphRole[t.paragraph[cue]] == ZoneRole.HEADLINE
        && t.in(cue).equals(":")
        && draft.source().get().last() < cue
        && draft.contents().get(0).first() == cue + 1;
  }

  private String lower(int i) {
    return t.end[i] - t.start[i] > 20 ? "" : t.in(i).toLowerCase(Locale.ROOT);
  }
}

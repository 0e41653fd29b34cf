package org.stemma.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.Attribution;
import org.stemma.model.Span;

/**
 * Tells which attribution of an article claims a quotation. Each answer looks at what overlaps
 * only.
 */
final class Owners {
  private final List<Piece> pieces = new ArrayList<>();

  /** The furthest end among the pieces up to each. */
  private final int[] reach;

  private record Piece(Span span, Attribution attribution) {}

  Owners(List<Attribution> attributions) {
    for (Attribution attribution : attributions) {
      attribution.content().forEach(span -> pieces.add(new Piece(span, attribution)));
    }
    pieces.sort(Comparator.comparing(Piece::span));
    reach = new int[pieces.size()];
    for (int i = 0; i < reach.length; i++) {
      reach[i] = Math.max(i == 0 ? 0 : reach[i - 1], pieces.get(i).span().end());
    }
  }

  /** The attribution whose content covers most of a quotation, of several the shortest. */
  Optional<Attribution> of(Span quotation) {
    Map<Attribution, Integer> covered = new HashMap<>();
    for (int i = firstFrom(quotation.end()) - 1; i >= 0 && reach[i] > quotation.start(); i--) {
      int overlap = pieces.get(i).span().overlap(quotation);
      if (overlap > 0) {
        covered.merge(pieces.get(i).attribution(), overlap, Integer::sum);
      }
    }
    return covered.keySet().stream()
        .max(
            Comparator.comparing((Attribution a) -> covered.get(a))
                .thenComparing(a -> -a.extent().length())
                .thenComparing(a -> -a.extent().start()));
  }

  /** Index of the first piece that starts at or after a place. */
  private int firstFrom(int place) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).span().start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

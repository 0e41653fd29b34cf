package org.stemma.check;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Attribution;
import org.stemma.model.Span;

/** Finds the attribution that a stretch of text belongs to. */
final class Attributions {
  private final List<Attribution> all;

  /** Greatest length, so that a search need not look further back than that. */
  private final int longest;

  Attributions(List<Attribution> byStart) {
    all = byStart;
    longest = byStart.stream().mapToInt(a -> a.extent().length()).max().orElse(0);
  }

  /** The one whose content has most of the stretch; of several the shortest, then the first. */
  Optional<Attribution> of(Span stretch) {
    return all.subList(firstFrom(stretch.start() - longest), firstFrom(stretch.end())).stream()
        .filter(a -> overlap(a, stretch) > 0)
        .min(
            comparing((Attribution a) -> overlap(a, stretch), Comparator.reverseOrder())
                .thenComparing(a -> a.extent().length()));
  }

  /** The one that another's content holds: what somebody who speaks lets somebody else say. */
  Optional<Attribution> inside(Span stretch) {
    return of(stretch).stream()
        .flatMap(outer -> outer.nested().stream())
        .filter(a -> overlap(a, stretch) > 0)
        .min(comparing(a -> a.extent().length()));
  }

  private int firstFrom(int offset) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).extent().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int overlap(Attribution attribution, Span stretch) {
    List<Span> content = attribution.content();
    int low = 0;
    int high = content.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (content.get(middle).end() <= stretch.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int overlap = 0;
    for (int i = low; i < content.size() && content.get(i).start() < stretch.end(); i++) {
      overlap += content.get(i).overlap(stretch);
    }
    return overlap;
  }
}

package org.stemma.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stemma.model.Span;

/** Sets of characters, given as spans that may overlap. */
final class Spans {
  private Spans() {}

  /** Number of characters that they cover. */
  static int length(List<Span> spans) {
    return merged(spans).stream().mapToInt(Span::length).sum();
  }

  /** The same characters as spans that are apart, in text order. */
  static List<Span> merged(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    Collections.sort(sorted);
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && span.start() <= merged.get(last).end()) {
        merged.set(last, merged.get(last).union(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** Number of characters that {@code spans} cover and {@code others} do not. */
  static int beyond(List<Span> spans, List<Span> others) {
    List<Span> both = new ArrayList<>(spans);
    both.addAll(others);
    return length(both) - length(others);
  }

  /** Those of {@code spans} of which {@code others} cover less than half. */
  static List<Span> without(List<Span> spans, List<Span> others) {
    List<Span> apart = merged(others);
    List<Span> left = new ArrayList<>();
    for (Span span : spans) {
      int covered = apart.stream().mapToInt(other -> other.overlap(span)).sum();
      if (2 * covered < span.length()) {
        left.add(span);
      }
    }
    return left;
  }
}

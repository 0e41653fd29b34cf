package org.stemma.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.Alteration;
import org.stemma.model.Span;

/** A wording with its changed words in brackets. */
final class Marked {
  static final String OPEN = "[";
  static final String CLOSE = "]";

  /** Stands where the outlet's own words come between the parts. */
  private static final String BETWEEN = " ... ";

  private Marked() {}

  /** The wording as it is. */
  static String plain(String text, List<Span> parts) {
    return marked(text, parts, List.of());
  }

  /** The wording with what these alterations concern on one side of them. */
  static String of(
      String text,
      List<Span> parts,
      List<Alteration> alterations,
      Function<Alteration, Optional<Span>> side) {
    List<Span> marks = new ArrayList<>();
    for (Alteration alteration : alterations) {
      if (Phrases.concernsWords(alteration.kind())) {
        side.apply(alteration).ifPresent(marks::add);
      }
    }
    marks.sort(null);
    return marked(text, parts, marks);
  }

  /**
   * A stretch of a text with some of its words in brackets.
   *
   * @param words in text order
   */
  static String words(String text, Span stretch, List<Span> words) {
    return marked(text, stretch, words);
  }

  private static String marked(String text, List<Span> parts, List<Span> marks) {
    List<String> pieces = new ArrayList<>();
    for (Span part : parts) {
      pieces.add(marked(text, part, marks));
    }
    return String.join(BETWEEN, pieces);
  }

  private static String marked(String text, Span part, List<Span> marks) {
    StringBuilder piece = new StringBuilder();
    int at = part.start();
    for (Span mark : marks) {
      int start = Math.max(at, mark.start());
      int end = Math.min(part.end(), mark.end());
      if (start < end) {
        piece.append(text, at, start).append(OPEN).append(text, start, end).append(CLOSE);
        at = end;
      }
    }
    return piece.append(text, at, part.end()).toString();
  }
}

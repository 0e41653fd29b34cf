package org.stemma.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.stemma.model.Span;
import org.stemma.text.Numbers;
import org.stemma.text.Sentences;
import org.stemma.text.Words;

/**
 * A number of dead in a text: "23 people died", "killed 23", "the number of dead is 17".
 *
 * @param span from the number to the word that tells what is counted, or the reverse
 */
record DeathToll(long value, Span span) {
  /** Words between the number and what is counted: "62 soldiers of the guard dead". */
  private static final int BETWEEN = 5;

  private static final Set<String> DEAD =
      Set.of("dead", "died", "deaths", "bodies", "killed", "drowned", "fatalities", "perished");

  /** With one of these in front, a number after it is a toll. */
  private static final Set<String> DEAD_BEFORE =
      Set.of("dead", "killed", "killing", "toll", "deaths");

  /** After one of these the number is a part or a growth, not a toll. */
  private static final Set<String> NOT_ALL =
      Set.of(
          "more",
          "another",
          "other",
          "further",
          "additional",
          "percent",
          "per",
          "year",
          "years",
          "hours",
          "days",
          "injured",
          "wounded",
          "missing",
          "hurt",
          "survivors");

  /** Words that end the thing counted: "six this morning for the dead" counts no dead. */
  private static final Set<String> ENDS_COUNTED =
      Set.of("for", "at", "in", "on", "after", "before", "when", "this", "and", "but", "or", "as");

  /** A number behind one of these is of another clause: "were killed and some 11 displaced". */
  private static final Set<String> PARTS_CLAUSES =
      Set.of("and", "but", "or", "while", "when", "after", "before", "for", "this");

  /** Tolls in a stretch of text, in order. */
  static List<DeathToll> in(String text, Span range) {
    List<DeathToll> tolls = new ArrayList<>();
    for (Span sentence : Sentences.in(text, range)) {
      Words words = Words.in(text, sentence);
      int free = 0;
      for (int i = 0; i < words.size(); i++) {
        OptionalLong value = i < free ? OptionalLong.empty() : Numbers.value(words, i);
        if (value.isPresent()) {
          int end = Numbers.end(words, i);
          int dead = counted(words, i, end);
          if (dead >= 0) {
            Span span = words.span(Math.min(i, dead)).union(words.span(Math.max(end - 1, dead)));
            tolls.add(new DeathToll(value.getAsLong(), span));
          }
          free = end;
        }
      }
    }
    return tolls;
  }

  /** The word that tells that the number counts dead; -1 where it does not. */
  private static int counted(Words words, int from, int end) {
    if (end < words.size() && "of".equals(words.normal(end))) {
      return -1;
    }
    for (int i = end; i < Math.min(words.size(), end + BETWEEN); i++) {
      if (DEAD.contains(words.normal(i))) {
        return i;
      }
      if (NOT_ALL.contains(words.normal(i))) {
        return -1;
      }
      if (ENDS_COUNTED.contains(words.normal(i)) || Numbers.value(words, i).isPresent()) {
        break;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - BETWEEN); i--) {
      if (PARTS_CLAUSES.contains(words.normal(i))) {
        return -1;
      }
      if (DEAD_BEFORE.contains(words.normal(i))) {
        return i;
      }
      if (NOT_ALL.contains(words.normal(i))) {
        return -1;
      }
    }
    return -1;
  }
}

package org.stemma.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stemma.model.Span;

/**
 * Cuts paragraphs into sentences. Own rules and not a trained splitter, because news sentences end
 * inside quotation marks and go on after them: “Why?” she asked is one sentence. Linear time,
 * thread-safe.
 */
public final class Sentences {
  /** Abbreviations that a name, a number or a month follows, lower case. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "mx", "dr", "prof", "st", "sr", "jr", "gen", "lt", "col", "maj", "sgt",
          "capt", "cmdr", "adm", "cpl", "pvt", "brig", "sen", "sens", "rep", "reps", "gov", "govs",
          "pres", "rev", "fr", "hon", "vs", "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul",
          "aug", "sept", "sep", "oct", "nov", "dec", "approx", "est", "dept", "fig", "al", "cf",
          "messrs", "supt", "insp", "det", "ald", "atty", "ft", "mt");

  private Sentences() {}

  /**
   * The sentences of {@code range}, paragraph by paragraph, in text order; white space between them
   * belongs to none. Closing quotation marks stay with the sentence they end.
   *
   * @throws IndexOutOfBoundsException when the range does not lie in the text
   */
  public static List<Span> in(CharSequence text, Span range) {
    List<Span> sentences = new ArrayList<>();
    for (Span paragraph : Paragraphs.in(text, range)) {
      cut(text, paragraph, sentences);
    }
    return sentences;
  }

  private static void cut(CharSequence text, Span paragraph, List<Span> sentences) {
    int start = paragraph.start();
    int i = start;
    while (i < paragraph.end()) {
      if (!isStop(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < paragraph.end() && (isStop(text.charAt(end)) || isCloser(text.charAt(end)))) {
        end++;
      }
      int next = end;
      while (next < paragraph.end() && Paragraphs.isSpace(text.charAt(next))) {
        next++;
      }
      if (next > end && next < paragraph.end() && begins(text, next, paragraph.end())) {
        boolean single = end == i + 1 && text.charAt(i) == '.';
        if (!(single && endsAbbreviation(text, start, i))) {
          sentences.add(new Span(start, end));
          start = next;
        }
      }
      i = Math.max(end, i + 1);
    }
    if (start < paragraph.end()) {
      sentences.add(new Span(start, paragraph.end()));
    }
  }

  private static boolean begins(CharSequence text, int at, int limit) {
    int first = at;
    while (first < limit && first < at + 3 && !Character.isLetterOrDigit(text.charAt(first))) {
      first++;
    }
    return first < limit && !Character.isLowerCase(text.charAt(first));
  }

  private static boolean endsAbbreviation(CharSequence text, int start, int stop) {
    int first = stop;
    while (first > start && Character.isLetter(text.charAt(first - 1)) && stop - first < 8) {
      first--;
    }
    int length = stop - first;
    if (length == 0) {
      return false;
    }
    if (length == 1) {
      // An initial, or the last letter of "U.S.", which more often stands inside a sentence.
      return Character.isUpperCase(text.charAt(first));
    }
    String word = text.subSequence(first, stop).toString().toLowerCase(Locale.ROOT);
    return Character.isUpperCase(text.charAt(first)) && ABBREVIATIONS.contains(word);
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…' || c == '。';
  }

  private static boolean isCloser(char c) {
    return "\"”’'»)]“".indexOf(c) >= 0;
  }
}

package org.stemma.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;
import org.stemma.store.Sought;
import org.stemma.text.Sentences;

/**
 * Where something that was found stands in its article.
 *
 * @param sentences whole sentences, unless they are thousands of characters long
 * @param words the sought words in them, in text order, each once
 */
public record Place(Span sentences, List<Span> words) {
  /** More than this is no sentence, and only the part from the stretch on is told. */
  private static final int LONGEST = 4_000;

  public Place {
    requireNonNull(sentences, "sentences");
    words = List.copyOf(words);
  }

  /**
   * The sentences in which a stretch of a text stands.
   *
   * @param sought what is marked in them
   */
  public static Place of(String text, Span stretch, List<Sought> sought) {
    int from = text.lastIndexOf('\n', stretch.start()) + 1;
    int to = text.indexOf('\n', stretch.end());
    Span paragraphs = new Span(Math.min(from, stretch.start()), to < 0 ? text.length() : to);
    Span sentences = stretch;
    for (Span sentence : Sentences.in(text, paragraphs)) {
      if (sentence.overlaps(stretch)) {
        sentences = sentences.union(sentence);
      }
    }
    Span all = clipped(text, sentences, stretch);
    List<Span> words = new ArrayList<>();
    sought.forEach(each -> words.addAll(each.in(text, all)));
    return new Place(all, words.stream().distinct().sorted().toList());
  }

  private static Span clipped(String text, Span sentences, Span stretch) {
    if (sentences.length() <= LONGEST) {
      return sentences;
    }
    int start = Math.max(sentences.start(), Math.min(stretch.start(), sentences.end() - LONGEST));
    int end = Math.min(sentences.end(), start + LONGEST);
    return new Span(whole(text, start, -1), whole(text, end, 1));
  }

  /** A bound that splits no character. */
  private static int whole(String text, int at, int aside) {
    boolean splits =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return splits ? at + aside : at;
  }
}

package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;
import org.stemma.text.Words;

/**
 * The words of a quotation, or of a passage on record, in the order in which they are read. Its
 * pieces leave out what stands between them, such as the cue in “We stay,” she said, “and we wait.”
 */
final class Wording {
  /**
   * One word.
   *
   * @param normal with case and typography folded
   * @param piece index of the piece it stands in
   * @param bracketed true when it stands in square brackets: an outlet's word, not the speaker's
   */
  record Word(String normal, int start, int end, int piece, boolean bracketed) {}

  private final String text;
  private final List<Span> pieces;
  private final List<Word> words = new ArrayList<>();
  private final List<String> normals;

  /**
   * @param pieces in text order, not empty
   */
  Wording(String text, List<Span> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      addWords(i);
    }
    normals = words.stream().map(Word::normal).toList();
  }

  String text() {
    return text;
  }

  List<Span> pieces() {
    return pieces;
  }

  int size() {
    return words.size();
  }

  Word word(int i) {
    return words.get(i);
  }

  List<String> normals() {
    return normals;
  }

  boolean hasBrackets() {
    return words.stream().anyMatch(Word::bracketed);
  }

  /**
   * True when a piece breaks off, or ends a sentence, so that what follows may belong to it: “We
   * stay,” she said, “and we wait.” A word in marks does not: the “so-called” and “free” press.
   *
   * @param piece its last character may be followed by a closing mark and a comma
   */
  static boolean breaksOff(String text, Span piece) {
    return isBreak(text, piece.end() - 1)
        || isBreak(text, piece.end())
        || isBreak(text, piece.end() + 1);
  }

  private static boolean isBreak(String text, int at) {
    return at < text.length() && ".,;!?:\u2026\u2013\u2014-".indexOf(text.charAt(at)) >= 0;
  }

  String raw(int i) {
    return text.substring(words.get(i).start(), words.get(i).end());
  }

  /** From the first to the last character of some words. */
  Span span(int from, int to) {
    return new Span(words.get(from).start(), words.get(to - 1).end());
  }

  /** From the first to the last character of all words, of which there is one at least. */
  Span whole() {
    return span(0, words.size());
  }

  /** The stretches of text that some words fill, one for each piece concerned. */
  List<Span> pieces(int from, int to) {
    List<Span> found = new ArrayList<>();
    int first = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || words.get(i).piece() != words.get(first).piece()) {
        found.add(span(first, i));
        first = i;
      }
    }
    return found;
  }

  /** Index of the first word that ends behind an offset; the number of words when none does. */
  int indexAt(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What stands before word {@code i}, back to the word before it or to the start of its piece. */
  String before(int i) {
    int start = words.get(i).start();
    int from = pieces.get(words.get(i).piece()).start();
    if (i > 0 && words.get(i - 1).piece() == words.get(i).piece()) {
      from = words.get(i - 1).end();
    }
    return text.substring(from, start);
  }

  /** What stands after word {@code i}, up to the next word or to the end of its piece. */
  String after(int i) {
    int end = words.get(i).end();
    int to = pieces.get(words.get(i).piece()).end();
    if (i + 1 < words.size() && words.get(i + 1).piece() == words.get(i).piece()) {
      to = words.get(i + 1).start();
    }
    return text.substring(end, Math.max(end, to));
  }

  private void addWords(int piece) {
    Words found = Words.in(text, pieces.get(piece));
    int at = pieces.get(piece).start();
    boolean bracketed = false;
    for (int i = 0; i < found.size(); i++) {
      for (; at < found.start(i); at++) {
        bracketed = isIn(bracketed, text.charAt(at));
      }
      at = found.end(i);
      if (i + 1 < found.size() && isChangedInitial(found, i)) {
        // “[W]e” is “We” with a capital that the outlet set.
        String normal = found.normal(i) + found.normal(i + 1);
        words.add(new Word(normal, found.start(i), found.end(i + 1), piece, false));
        at = found.end(++i);
        bracketed = false;
      } else {
        words.add(new Word(found.normal(i), found.start(i), found.end(i), piece, bracketed));
      }
    }
  }

  private static boolean isIn(boolean bracketed, char c) {
    return c == '[' || (bracketed && c != ']');
  }

  private boolean isChangedInitial(Words found, int i) {
    return found.end(i) - found.start(i) == 1
        && found.start(i) > 0
        && text.charAt(found.start(i) - 1) == '['
        && text.charAt(found.end(i)) == ']'
        && found.start(i + 1) == found.end(i) + 1;
  }
}

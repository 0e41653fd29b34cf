package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.ZoneRole;

/**
 * An article as the encoder reads it: pieces of words in windows of at most a given length. A
 * window holds whole paragraphs where they fit, begins with the paragraphs before it as far as the
 * given context allows, and closes each with a piece of its own. A longer paragraph is cut between
 * words. Depends on the article alone, so that the same article always gives the same.
 */
final class Windows {
  /**
   * How much is read at once. Shorter windows cost less (attention grows with the square of their
   * length) and see less.
   *
   * @param length at most, in pieces
   * @param context how much of a window repeats the one before, in pieces
   */
  record Size(int length, int context) {
    /** What the networks learned in. */
    static final Size WIDE = new Size(256, 48);
  }

  /** How many values {@link Window#spaces} knows. */
  static final int SPACES = 4;

  private static final int AFTER_SPACE = 1;
  private static final int HEADLINE = 2;

  /**
   * What the encoder reads at once; the four columns have one value a piece.
   *
   * @param pieces numbers of {@link WordPieces}
   * @param shapes of {@link Shape}
   * @param quotes where the token stands to quotation marks, as {@link Tokens#quote}
   * @param spaces whether a space stands before, and whether it is a headline
   * @param firstToken first token of the window
   * @param own first token that no window before has as its own
   * @param at for each token of the window, its first piece
   */
  record Window(
      int[] pieces, int[] shapes, int[] quotes, int[] spaces, int firstToken, int own, int[] at) {
    /** The first token after the window. */
    int end() {
      return firstToken + at.length;
    }
  }

  private final Tokens tokens;
  private final int[][] pieces;
  private final Size size;

  private Windows(Tokens tokens, WordPieces vocabulary, Size size) {
    this.tokens = tokens;
    this.size = size;
    pieces = new int[tokens.size][];
    for (int i = 0; i < tokens.size; i++) {
      // Single marks around a quotation are read as double ones.
      boolean marks = tokens.quote[i] == Tokens.OPENS || tokens.quote[i] == Tokens.CLOSES;
      pieces[i] = vocabulary.of(marks ? "\"" : tokens.in(i));
    }
  }

  static List<Window> of(Tokens tokens, WordPieces vocabulary, Size size) {
    return new Windows(tokens, vocabulary, size).all();
  }

  private List<Window> all() {
    List<Window> windows = new ArrayList<>();
    int own = 0;
    while (own < tokens.size) {
      int first = own == 0 ? 0 : contextOf(own);
      int room = size.length - 2;
      for (int i = first; i < own; i++) {
        room -= cost(i);
      }
      int end = own;
      while (end < tokens.size && cost(end) <= room) {
        room -= cost(end);
        end++;
      }
      if (end < tokens.size) {
        int paragraph = tokens.paragraphStart[tokens.paragraph[end]];
        end = paragraph > own ? paragraph : Math.max(end, own + 1);
      }
      windows.add(window(first, own, end));
      own = end;
    }
    return windows;
  }

  /** Where the context of a window begins: with a paragraph, or inside the one that was cut. */
  private int contextOf(int own) {
    int room = size.context;
    int first = own;
    while (first > 0 && cost(first - 1) <= room) {
      room -= cost(first - 1);
      first--;
    }
    int paragraph = tokens.paragraph[first];
    if (first == 0 || tokens.paragraphStart[paragraph] == first) {
      return first;
    }
    return tokens.paragraph[own] == paragraph && tokens.paragraphStart[paragraph] != own
        ? first
        : Math.min(own, tokens.paragraphStart[paragraph + 1]);
  }

  /** Its pieces, and the one that closes its paragraph. */
  private int cost(int token) {
    return pieces[token].length + (closes(token) ? 1 : 0);
  }

  private boolean closes(int token) {
    return token + 1 == tokens.size || tokens.paragraph[token + 1] != tokens.paragraph[token];
  }

  private Window window(int first, int own, int end) {
    int count = 1;
    for (int i = first; i < end; i++) {
      count += cost(i);
    }
    Window window =
        new Window(
            new int[count],
            new int[count],
            new int[count],
            new int[count],
            first,
            own,
            new int[end - first]);
    window.pieces[0] = WordPieces.OPENS_WINDOW;
    int at = 1;
    for (int i = first; i < end; i++) {
      window.at[i - first] = at;
      for (int piece : pieces[i]) {
        window.pieces[at] = piece;
        window.shapes[at] = tokens.shape[i];
        window.quotes[at] = tokens.quote[i];
        window.spaces[at] = space(i);
        at++;
      }
      if (closes(i)) {
        window.pieces[at++] = WordPieces.ENDS_PARAGRAPH;
      }
    }
    return window;
  }

  private int space(int token) {
    boolean headline = tokens.paragraphRole[tokens.paragraph[token]] == ZoneRole.HEADLINE;
    boolean after = token == 0 || tokens.end[token - 1] < tokens.start[token];
    return (headline ? HEADLINE : 0) + (after ? AFTER_SPACE : 0);
  }
}

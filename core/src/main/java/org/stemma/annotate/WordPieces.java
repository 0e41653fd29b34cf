package org.stemma.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts words into the pieces of a vocabulary, the longest first (Schuster and Nakajima 2012, as
 * BERT uses it): lower case, without accents. One piece a line; the line number is the piece's
 * number. Immutable and thread-safe.
 */
final class WordPieces {
  static final int PADDING = 0;
  static final int UNKNOWN = 1;
  static final int OPENS_WINDOW = 2;
  static final int ENDS_PARAGRAPH = 3;

  /** Longer words are one unknown piece, in UTF-16 units. */
  private static final int LONGEST = 64;

  private final Map<String, Integer> words = new HashMap<>();

  /** Pieces that go on with a word, without their mark. */
  private final Map<String, Integer> tails = new HashMap<>();

  private WordPieces(BufferedReader lines) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("##") && line.length() > 2) {
        tails.put(line.substring(2), number);
      } else {
        words.put(line, number);
      }
      number++;
    }
  }

  /** Reads a vocabulary whose first four pieces are those named here. */
  static WordPieces read(InputStream in) throws IOException {
    return new WordPieces(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
  }

  /** The vocabulary that comes with the program. */
  static WordPieces load() {
    try (InputStream in = WordPieces.class.getResourceAsStream("vocabulary.txt")) {
      if (in == null) {
        throw new IllegalStateException("the vocabulary of the tagger is not on the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the vocabulary of the tagger cannot be read", e);
    }
  }

  /** The pieces of one word or mark; at least one. */
  int[] of(String word) {
    if (word.length() > LONGEST) {
      return new int[] {UNKNOWN};
    }
    String plain = plain(word);
    Integer whole = words.get(plain);
    if (whole != null) {
      return new int[] {whole};
    }
    int[] pieces = new int[plain.length()];
    int count = 0;
    int from = 0;
    while (from < plain.length()) {
      Map<String, Integer> known = from == 0 ? words : tails;
      Integer piece = null;
      int to = plain.length();
      while (to > from && piece == null) {
        piece = known.get(plain.substring(from, to));
        to -= piece == null ? 1 : 0;
      }
      if (piece == null) {
        return new int[] {UNKNOWN};
      }
      pieces[count++] = piece;
      from = to;
    }
    return count == 0 ? new int[] {UNKNOWN} : Arrays.copyOf(pieces, count);
  }

  /** Lower case, no accents, and one form of each mark whatever the house style. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    boolean ascii = true;
    for (int i = 0; i < word.length(); i++) {
      char c = Tokens.plainMark(word.charAt(i));
      ascii &= c < 128;
      plain.append(Character.toLowerCase(c));
    }
    if (ascii) {
      return plain.toString();
    }
    String parted = Normalizer.normalize(plain, Normalizer.Form.NFD);
    plain.setLength(0);
    for (int i = 0; i < parted.length(); i++) {
      if (Character.getType(parted.charAt(i)) != Character.NON_SPACING_MARK) {
        plain.append(parted.charAt(i));
      }
    }
    return plain.toString();
  }
}

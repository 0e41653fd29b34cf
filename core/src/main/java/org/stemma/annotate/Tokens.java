package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.Paragraphs;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.text.Sentences;

/**
 * The words and marks of an article's own text, with what the tagger wants to know of each. Kept as
 * columns, since an article has thousands and each is looked at dozens of times.
 *
 * <p>A token is a run of letters and digits, or one mark (as in {@code score_attribution.py}).
 */
final class Tokens {
  /** Where a token stands to the quotation marks around it. */
  static final byte OUTSIDE = 0;

  static final byte OPENS = 1;
  static final byte INSIDE = 2;
  static final byte CLOSES = 3;

  private static final int MARK = hash("\"");

  final String text;
  final int size;
  final int[] start;
  final int[] end;

  /** Hash of the word in lower case with plain marks and digits as 0. */
  final int[] word;

  /** Hash of its last two letters. */
  final int[] suffix2;

  final byte[] shape;

  /** Index of the act of the lexicon verb it is a form of, from 1; 0 where it is none. */
  final byte[] cue;

  final byte[] quote;

  /** Index into {@link #quotations}, -1 outside. */
  final int[] quotation;

  final int[] sentence;
  final int[] paragraph;

  /** First token of each sentence and, at the end, the number of tokens. */
  final int[] sentenceStart;

  final int[] paragraphStart;
  final ZoneRole[] paragraphRole;
  final List<Quotation> quotations;

  /** First token of each quotation, and the first one after it. */
  final int[] quotationStart;

  final int[] quotationEnd;

  private Tokens(String text, List<Zone> zones, CueLexicon lexicon) {
    this.text = text;
    List<Quotation> quoted = new ArrayList<>();
    Columns found = new Columns();
    List<ZoneRole> roles = new ArrayList<>();
    IntList sentenceStarts = new IntList();
    IntList paragraphStarts = new IntList();
    for (Zone zone : zones) {
      if (!zone.role().isArticle()) {
        continue;
      }
      quoted.addAll(QuotationMarks.in(text, zone.span()));
      for (Span part : Paragraphs.in(text, zone.span())) {
        int before = found.starts.size();
        for (Span piece : Sentences.in(text, part)) {
          int first = found.starts.size();
          split(piece, found);
          if (found.starts.size() > first) {
            sentenceStarts.add(first);
          }
        }
        if (found.starts.size() > before) {
          paragraphStarts.add(before);
          roles.add(zone.role());
        }
      }
    }
    size = found.starts.size();
    start = found.starts.toArray();
    end = found.ends.toArray();
    sentenceStarts.add(size);
    paragraphStarts.add(size);
    sentenceStart = sentenceStarts.toArray();
    paragraphStart = paragraphStarts.toArray();
    paragraphRole = roles.toArray(ZoneRole[]::new);
    quotations = List.copyOf(quoted);
    word = new int[size];
    suffix2 = new int[size];
    shape = new byte[size];
    cue = new byte[size];
    quote = new byte[size];
    quotation = new int[size];
    quotationStart = new int[quotations.size()];
    quotationEnd = new int[quotations.size()];
    sentence = spread(sentenceStart);
    paragraph = spread(paragraphStart);
    describe(lexicon);
    placeQuotations();
  }

  /** The tokens of the zones that are the article itself. */
  static Tokens of(String text, List<Zone> zones, CueLexicon lexicon) {
    return new Tokens(text, zones, lexicon);
  }

  /** The characters of one token. */
  String in(int token) {
    return text.substring(start[token], end[token]);
  }

  /** A word in lower case; empty where it is longer than any that a list has. */
  String lower(int token) {
    return end[token] - start[token] > CueLexicon.LONGEST ? "" : in(token).toLowerCase(Locale.ROOT);
  }

  /** The span from the first to the last of some tokens, both inclusive. */
  Span span(int first, int last) {
    return new Span(start[first], end[last]);
  }

  int sentences() {
    return sentenceStart.length - 1;
  }

  int paragraphs() {
    return paragraphStart.length - 1;
  }

  /** Index of the first token that ends after {@code offset}; the number of tokens if none does. */
  int at(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isWord(int token) {
    return shape[token] < Shape.MARK;
  }

  private void split(Span piece, Columns found) {
    int i = piece.start();
    while (i < piece.end()) {
      int point = text.codePointAt(i);
      int width = Character.charCount(point);
      if (isWordPart(point)) {
        int last = i + width;
        while (last < piece.end() && isWordPart(text.codePointAt(last))) {
          last += Character.charCount(text.codePointAt(last));
        }
        last = Math.min(last, piece.end());
        found.starts.add(i);
        found.ends.add(last);
        i = last;
      } else {
        if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
          found.starts.add(i);
          found.ends.add(Math.min(i + width, piece.end()));
        }
        i += width;
      }
    }
  }

  private static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point)
        || point == '_'
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static int[] spread(int[] starts) {
    int[] group = new int[starts[starts.length - 1]];
    for (int g = 0; g + 1 < starts.length; g++) {
      Arrays.fill(group, starts[g], starts[g + 1], g);
    }
    return group;
  }

  private void describe(CueLexicon lexicon) {
    for (int i = 0; i < size; i++) {
      int length = end[i] - start[i];
      word[i] = hash(text, start[i], end[i]);
      suffix2[i] = suffix(i, Math.min(2, length));
      shape[i] = Shape.of(text, start[i], end[i]);
      cue[i] = length <= CueLexicon.LONGEST ? lexicon.code(in(i)) : 0;
    }
  }

  /** The hash of a word as {@link #word} has it. */
  static int hash(CharSequence word) {
    return hash(word, 0, word.length());
  }

  private static int hash(CharSequence text, int start, int end) {
    int hash = 0x811C9DC5;
    for (int at = start; at < end; at++) {
      hash = (hash ^ folded(text.charAt(at))) * 0x01000193;
    }
    return hash;
  }

  private int suffix(int token, int length) {
    int hash = 0x811C9DC5 ^ length;
    for (int at = end[token] - length; at < end[token]; at++) {
      hash = (hash ^ folded(text.charAt(at))) * 0x01000193;
    }
    return hash;
  }

  private static char folded(char c) {
    char plain = plainMark(c);
    return Character.isDigit(plain) ? '0' : Character.toLowerCase(plain);
  }

  /** One form of each quotation mark, apostrophe and dash, whatever the house style. */
  static char plainMark(char c) {
    return switch (c) {
      case '’', '‘' -> '\'';
      case '“', '”', '«', '»', '„' -> '"';
      case '—' -> '–';
      default -> c;
    };
  }

  private void placeQuotations() {
    Arrays.fill(quotation, -1);
    for (int q = 0; q < quotations.size(); q++) {
      Span outer = quotations.get(q).outer();
      Span inner = quotations.get(q).inner();
      quotationStart[q] = at(outer.start());
      int i = quotationStart[q];
      for (; i < size && start[i] < outer.end(); i++) {
        quotation[i] = q;
        quote[i] = start[i] < inner.start() ? OPENS : start[i] >= inner.end() ? CLOSES : INSIDE;
        if (quote[i] != INSIDE) {
          // Whatever the house style, a mark around a quotation is one and the same to the tagger.
          shape[i] = Shape.QUOTE;
          word[i] = MARK;
        }
      }
      quotationEnd[q] = i;
    }
  }

  private static final class Columns {
    private final IntList starts = new IntList();
    private final IntList ends = new IntList();
  }

  /** A growing list of numbers without boxing. */
  private static final class IntList {
    private int[] values = new int[256];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}

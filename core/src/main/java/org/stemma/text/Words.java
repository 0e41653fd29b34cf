package org.stemma.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.stemma.model.Span;

/**
 * The words of a stretch of text, each with where it stands and with a normal form in which case
 * and typography are folded: {@code U.S.} and {@code US} are both {@code us}, {@code don’t} and
 * {@code Don't} are both {@code don't}, {@code 1,200} is {@code 1200}. Hyphenated words count as
 * several. Immutable and safe to share; made in linear time.
 */
public final class Words {
  private static final int FIRST_CAPACITY = 64;

  /** The last character that needs no Unicode normalising. */
  private static final char LAST_ASCII = 0x7f;

  /** Words met lately, each at a place that its letters tell; a power of two. */
  private static final AtomicReferenceArray<String> MET = new AtomicReferenceArray<>(1 << 15);

  private final CharSequence text;
  private int size;
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY];
  private String[] normals = new String[FIRST_CAPACITY];
  private final BitSet firstOfRange = new BitSet();

  private Words(CharSequence text) {
    this.text = text;
  }

  /** The words of one stretch. */
  public static Words in(CharSequence text, Span range) {
    return in(text, List.of(range));
  }

  /**
   * The words of several stretches, one after the other.
   *
   * @param ranges in text order, inside {@code text}
   */
  public static Words in(CharSequence text, List<Span> ranges) {
    Words words = new Words(text);
    for (Span range : ranges) {
      words.firstOfRange.set(words.size);
      words.scan(range.start(), range.end());
    }
    return words;
  }

  /** All words of a text. */
  public static Words in(CharSequence text) {
    return text.isEmpty() ? new Words(text) : in(text, new Span(0, text.length()));
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Where word {@code i} stands. */
  public Span span(int i) {
    return new Span(start(i), end(i));
  }

  /** First UTF-16 code unit of word {@code i}. */
  public int start(int i) {
    return starts[checked(i)];
  }

  /** One past the last UTF-16 code unit of word {@code i}. */
  public int end(int i) {
    return ends[checked(i)];
  }

  /** Word {@code i} with case and typography folded. */
  public String normal(int i) {
    return normals[checked(i)];
  }

  /** The characters of word {@code i} as they stand in the text. */
  public String raw(int i) {
    return text.subSequence(start(i), end(i)).toString();
  }

  /**
   * The first word that starts at or after an offset; {@link #size} where none does. Of words of
   * several stretches only where those stand in text order.
   */
  public int firstFrom(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The normal forms, in order. */
  public List<String> normals() {
    return normals(0, size);
  }

  /** The normal forms of the words from {@code from} up to, and without, {@code to}. */
  List<String> normals(int from, int to) {
    return new ArrayList<>(Arrays.asList(normals).subList(from, to));
  }

  /** True when word {@code i} begins with a capital. */
  public boolean isCapitalised(int i) {
    return Character.isUpperCase(Character.codePointAt(text, start(i)));
  }

  /** True when word {@code i} is the first of its stretch. */
  boolean startsRange(int i) {
    return firstOfRange.get(i);
  }

  private int checked(int i) {
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException("word " + i + " of " + size);
    }
    return i;
  }

  private void scan(int from, int to) {
    int at = from;
    while (at < to) {
      int point = Character.codePointAt(text, at);
      if (!isWordPart(point)) {
        at += Character.charCount(point);
        continue;
      }
      int end = endOfWord(at, to);
      add(at, end);
      at = end;
    }
  }

  private int endOfWord(int start, int to) {
    int at = start;
    int point = Character.codePointAt(text, at);
    at += Character.charCount(point);
    if (Character.isIdeographic(point)) {
      return at;
    }
    int segment = 1;
    while (at < to) {
      point = Character.codePointAt(text, at);
      if (isWordPart(point) && !Character.isIdeographic(point)) {
        segment++;
      } else if (joins(point, at, start, segment, to)) {
        segment = 0;
      } else if (!isInvisible(point)) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  /** True for an apostrophe in a word, the dots of an abbreviation, the signs inside a number. */
  private boolean joins(int point, int at, int start, int segment, int to) {
    if (at + 1 >= to || segment == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (isApostrophe(point)) {
      return Character.isLetter(before) && Character.isLetter(after);
    }
    if (point == '.' || point == ',') {
      boolean number = Character.isDigit(before) && Character.isDigit(after);
      boolean initials = point == '.' && segment == 1 && isInitial(after, at + 1, to);
      return number || (initials && Character.isLetter(text.charAt(start)));
    }
    return false;
  }

  private boolean isInitial(char c, int at, int to) {
    return Character.isUpperCase(c)
        && (at + 1 >= to || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  /** Soft hyphens and zero-width signs, which a reader does not see. */
  private static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT;
  }

  static boolean isApostrophe(int point) {
    return point == '\'' || point == '\u2019' || point == '\u2018' || point == '\u02bc';
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      normals = Arrays.copyOf(normals, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    normals[size++] = normal(start, end);
  }

  private String normal(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = lowerCase(text.charAt(i));
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return folded(start, end);
      }
      hash = 31 * hash + c;
    }
    return plain(start, end, hash);
  }

  /**
   * A word of plain letters and digits. One that was met lately is given as the same string, which
   * knows its hash already: texts repeat their words, and making them anew was most of the work of
   * reading one.
   *
   * @param hash of its normal form, as {@link String#hashCode} tells it
   */
  private String plain(int start, int end, int hash) {
    int place = (hash ^ (hash >>> 15)) & (MET.length() - 1);
    String met = MET.get(place);
    if (met != null && isNormalOf(met, start, end)) {
      return met;
    }
    char[] normal = new char[end - start];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = lowerCase(text.charAt(start + i));
    }
    String made = new String(normal);
    MET.set(place, made);
    return made;
  }

  private boolean isNormalOf(String word, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lowerCase(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  private String folded(int start, int end) {
    StringBuilder folded = new StringBuilder(end - start);
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isApostrophe(c)) {
        folded.append('\'');
      } else if (c <= LAST_ASCII && Character.isLetterOrDigit(c)) {
        folded.append(lowerCase(c));
      } else if (c == '.' && i > start && Character.isDigit(text.charAt(i - 1))) {
        folded.append(c);
      } else if (c > LAST_ASCII && !isInvisible(c)) {
        folded.append(c);
        ascii = false;
      }
    }
    return ascii
        ? folded.toString()
        : Normalizer.normalize(folded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}

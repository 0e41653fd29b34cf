package org.stemma.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stemma.model.Span;

/**
 * Finds what stands in quotation marks, whatever the house style: curly, straight, guillemets both
 * ways round, „German“, 「corner」 and ‘British’ marks. Stateless and thread-safe; linear time.
 *
 * <p>A paragraph is a line, joined to the next where that goes on in lower case. A quotation ends
 * with its paragraph: news style leaves the mark open there and opens it again in the next
 * paragraph, and each paragraph then gives one quotation. A mark turned the wrong way is read by
 * the spaces beside it.
 */
public final class QuotationMarks {
  /** Words that begin with an apostrophe, lower case. */
  private static final Set<String> ELISIONS =
      Set.of("em", "n", "tis", "twas", "til", "till", "cause", "bout", "round", "cos", "cuz");

  private enum Family {
    CURLY,
    STRAIGHT,
    LOW,
    GUILLEMETS,
    INWARD_GUILLEMETS,
    CORNER
  }

  private final CharSequence text;
  private final List<Quotation> found = new ArrayList<>();

  /** Bounds of the paragraph in hand. */
  private int from;

  private int to;

  /** Double marks of the paragraph in hand, in text order. */
  private final Positions marks = new Positions();

  private final Positions singles = new Positions();

  private QuotationMarks(CharSequence text) {
    this.text = text;
  }

  /**
   * The outermost quotations in {@code range}, in text order; what is quoted inside them is not
   * listed. A quotation holds at least one letter or digit.
   *
   * @throws IndexOutOfBoundsException when the range does not lie in the text
   */
  public static List<Quotation> in(CharSequence text, Span range) {
    QuotationMarks search = new QuotationMarks(text);
    search.search(range);
    return List.copyOf(search.found);
  }

  private void search(Span range) {
    boolean carried = false;
    for (Span paragraph : Paragraphs.in(text, range)) {
      from = paragraph.start();
      to = paragraph.end();
      carried = searchParagraph(carried);
    }
  }

  /**
   * @param carried true when the paragraph before left a quotation open
   * @return true when this one does
   */
  private boolean searchParagraph(boolean carried) {
    collectMarks();
    int nextSingle = 0;
    int mark = 0;
    int free = from;
    if (carried && closesWhatWasCarried()) {
      add(from, marks.get(0) + 1, 0, 1);
      free = marks.get(0) + 1;
      mark = 1;
    }
    while (true) {
      while (mark < marks.size() && (marks.get(mark) < free || !opens(marks.get(mark)))) {
        mark++;
      }
      int open = mark < marks.size() ? marks.get(mark) : to;
      while (nextSingle < singles.size() && singles.get(nextSingle) < free) {
        nextSingle++;
      }
      int single = nextSingle < singles.size() ? singles.get(nextSingle) : to;
      if (single < open) {
        int end = opensSingle(single) ? singleEnd(nextSingle) : -1;
        if (end > 0) {
          add(single, end, 1, 1);
          free = end;
        }
        nextSingle++;
      } else if (open < to) {
        int closing = closingMark(mark);
        if (closing < 0) {
          add(open, to, 1, 0);
          return true;
        }
        boolean reopened = reopens(mark, closing);
        int end = reopened ? trimmedEnd(marks.get(closing)) : marks.get(closing) + 1;
        add(open, end, 1, reopened ? 0 : 1);
        free = end;
        mark = reopened ? closing : closing + 1;
      } else {
        return false;
      }
    }
  }

  private void collectMarks() {
    marks.clear();
    singles.clear();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (isDouble(c)) {
        marks.add(i);
      } else if (isSingle(c)) {
        singles.add(i);
      }
    }
  }

  private boolean closesWhatWasCarried() {
    if (marks.size() == 0) {
      return false;
    }
    int first = marks.get(0);
    return isClosing(text.charAt(first)) && first > from && !opens(first);
  }

  private boolean opens(int at) {
    char c = text.charAt(at);
    if (at + 1 >= to) {
      return false;
    }
    if (isOpening(c)) {
      return !Paragraphs.isSpace(after(at)) || Paragraphs.isSpace(before(at));
    }
    boolean spaceAfter = Paragraphs.isSpace(after(at));
    if (c == '"') {
      boolean spaceBefore = Paragraphs.isSpace(before(at));
      return spaceAfter ? spaceBefore : !Character.isLetterOrDigit(before(at));
    }
    boolean freeBefore = Paragraphs.isSpace(before(at)) || isBracketOrDash(before(at));
    return freeBefore && Character.isLetterOrDigit(after(at));
  }

  private Family family(int at) {
    return switch (text.charAt(at)) {
      case '"' -> Family.STRAIGHT;
      case '„' -> Family.LOW;
      case '«' -> Family.GUILLEMETS;
      case '»' -> Family.INWARD_GUILLEMETS;
      case '「', '『' -> Family.CORNER;
      default -> Family.CURLY;
    };
  }

  /**
   * Index of the mark that ends the quotation opened by mark {@code open}: its closing mark, or an
   * opening one before which it must have ended; -1 when it runs to the end of the paragraph.
   */
  private int closingMark(int open) {
    Family family = family(marks.get(open));
    int depth = 0;
    for (int i = open + 1; i < marks.size(); i++) {
      int at = marks.get(i);
      if (opensInside(family, i)) {
        if (!isNested(family, i)) {
          return i;
        }
        depth++;
      } else if (closes(family, i) && depth-- == 0) {
        return i;
      }
      if (at + 1 >= to && closes(family, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean opensInside(Family family, int mark) {
    int at = marks.get(mark);
    boolean opensByPlace =
        at + 1 < to && Paragraphs.isSpace(before(at)) && Character.isLetterOrDigit(after(at));
    return switch (family) {
      case CURLY -> text.charAt(at) == '“' && at + 1 < to && !Paragraphs.isSpace(after(at));
      case STRAIGHT -> text.charAt(at) == '"' && opensByPlace;
      case GUILLEMETS -> text.charAt(at) == '«';
      default -> false;
    };
  }

  /** True when the two marks after this one both close, so that this one is a quotation inside. */
  private boolean isNested(Family family, int mark) {
    return mark + 2 < marks.size()
        && !opensInside(family, mark + 1)
        && !opensInside(family, mark + 2)
        && closes(family, mark + 1)
        && closes(family, mark + 2);
  }

  private boolean reopens(int open, int closing) {
    return opensInside(family(marks.get(open)), closing);
  }

  private boolean closes(Family family, int mark) {
    char c = text.charAt(marks.get(mark));
    return switch (family) {
      case CURLY -> c == '”' || c == '“' || (c == '"' && !isClosingNext(mark));
      case STRAIGHT -> c == '"' || c == '”';
      case LOW -> c == '“' || c == '”' || c == '"';
      case GUILLEMETS -> c == '»';
      case INWARD_GUILLEMETS -> c == '«' || c == '»';
      case CORNER -> c == '」' || c == '』';
    };
  }

  private boolean isClosingNext(int mark) {
    return mark + 1 < marks.size() && text.charAt(marks.get(mark + 1)) == '”';
  }

  private boolean opensSingle(int at) {
    char c = text.charAt(at);
    if (c == '’' || at + 1 >= to || Character.isLetterOrDigit(before(at))) {
      return false;
    }
    char next = after(at);
    if (Paragraphs.isSpace(next) || isSingle(next) || isClosing(next)) {
      return false;
    }
    return c == '‘' || !startsElision(at + 1);
  }

  private boolean startsElision(int start) {
    int end = start;
    while (end < to && Character.isLetterOrDigit(text.charAt(end)) && end - start < 6) {
      end++;
    }
    String word = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    return ELISIONS.contains(word) || Character.isDigit(text.charAt(start));
  }

  /**
   * End of the quotation that the single mark opens, or -1. An apostrophe after a plural ("the
   * workers’ union") ends it only where no surer mark follows before the next opening one.
   */
  private int singleEnd(int opening) {
    int doubt = -1;
    for (int i = opening + 1; i < singles.size(); i++) {
      int at = singles.get(i);
      if (opensSingle(at)) {
        break;
      }
      if (closesSingle(at)) {
        if (!mayBePossessive(at)) {
          doubt = at;
          break;
        }
        doubt = doubt < 0 ? at : doubt;
      }
    }
    int start = singles.get(opening);
    return doubt > start + 1 && doublesBetween(start, doubt) % 2 == 0 ? doubt + 1 : -1;
  }

  private boolean closesSingle(int at) {
    return text.charAt(at) != '‘'
        && !Paragraphs.isSpace(before(at))
        && !(at + 1 < to && Character.isLetterOrDigit(after(at)));
  }

  private boolean mayBePossessive(int at) {
    char last = before(at);
    return (last == 's' || last == 'S')
        && at + 2 < to
        && Paragraphs.isSpace(after(at))
        && Character.isLetterOrDigit(text.charAt(at + 2));
  }

  private int doublesBetween(int start, int end) {
    return marks.countBefore(end) - marks.countBefore(start);
  }

  private void add(int start, int end, int openingLength, int closingLength) {
    int first = start + openingLength;
    int last = end - closingLength;
    while (first < last && Paragraphs.isSpace(text.charAt(first))) {
      first++;
    }
    while (last > first && Paragraphs.isSpace(text.charAt(last - 1))) {
      last--;
    }
    if (hasWord(first, last)) {
      found.add(new Quotation(new Span(start, end), new Span(first, last)));
    }
  }

  private boolean hasWord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(Character.codePointAt(text, i))) {
        return true;
      }
    }
    return false;
  }

  private int trimmedEnd(int end) {
    int trimmed = end;
    while (trimmed > from && Paragraphs.isSpace(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }

  private char before(int at) {
    return at > from ? text.charAt(at - 1) : ' ';
  }

  private char after(int at) {
    return at + 1 < to ? text.charAt(at + 1) : ' ';
  }

  private static boolean isDouble(char c) {
    return c == '"' || isOpening(c) || isClosing(c);
  }

  private static boolean isOpening(char c) {
    return c == '“' || c == '„' || c == '‟' || c == '«' || c == '「' || c == '『';
  }

  private static boolean isClosing(char c) {
    return c == '”' || c == '»' || c == '」' || c == '』';
  }

  private static boolean isSingle(char c) {
    return c == '\'' || c == '‘' || c == '’';
  }

  private static boolean isBracketOrDash(char c) {
    return c == '(' || c == '[' || c == '–' || c == '—' || c == '-' || c == ':';
  }

  /** A growing list of offsets without boxing. */
  private static final class Positions {
    private int[] values = new int[16];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int get(int index) {
      return values[index];
    }

    int size() {
      return size;
    }

    void clear() {
      size = 0;
    }

    /** How many lie before {@code offset}. */
    int countBefore(int offset) {
      int at = Arrays.binarySearch(values, 0, size, offset);
      return at < 0 ? -at - 1 : at;
    }
  }
}

package org.stemma.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.stemma.model.Span;

/**
 * The visible text of a page, block by block, as a reader would see it: paragraphs are parted by a
 * blank line, lines by a line break, and white space in the markup is one blank.
 */
final class HtmlBlocks implements NodeFilter {
  /**
   * A block of text in its element.
   *
   * @param box the innermost block element
   * @param inner the innermost element that holds all of it, inside the box or the box itself
   * @param linked number of its characters that stand in links
   * @param leading number of its first characters that do
   */
  record Piece(Span span, Box box, Element inner, int linked, int leading) {
    double linkShare() {
      return (double) linked / span.length();
    }
  }

  /** Elements whose text nobody sees, or which are controls. */
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "svg",
          "iframe",
          "object",
          "select",
          "button",
          "textarea",
          "input",
          "canvas",
          "audio",
          "video",
          "math",
          "map",
          "datalist");

  private static final Set<String> HEADINGS = Set.of("h1", "h2");

  private static final Set<String> ALSO_BLOCKS =
      Set.of("td", "th", "li", "dt", "dd", "figcaption", "caption", "option", "summary", "body");

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final Deque<Box> open = new ArrayDeque<>();
  private final List<Element> headings = new ArrayList<>();
  private String whole = "";
  private int start = -1;
  private int linked;
  private int leading;
  private int links;
  private boolean plain;
  private boolean blank;
  private int breaks;
  private Element inner;
  private int innerDepth;

  private HtmlBlocks(Element page) {
    Box outermost = Box.outermost(page);
    boxes.add(outermost);
    open.push(outermost);
    inner = page;
  }

  static HtmlBlocks of(Element page) {
    HtmlBlocks blocks = new HtmlBlocks(page);
    page.filter(blocks);
    blocks.end();
    blocks.boxes.get(0).close(blocks.pieces.size());
    blocks.whole = blocks.text.toString();
    return blocks;
  }

  /** All boxes in page order; the first holds all others. */
  List<Box> boxes() {
    return boxes;
  }

  /** The headings of first and second rank, in page order. */
  List<Element> headings() {
    return headings;
  }

  String text() {
    return whole;
  }

  List<Piece> pieces() {
    return pieces;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words, depth);
    } else if (node instanceof Element element) {
      if (isUnseen(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      enter(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      links -= element.normalName().equals("a") ? 1 : 0;
      if (isBox(element)) {
        end();
        open.pop().close(pieces.size());
      }
    }
    return FilterResult.CONTINUE;
  }

  private void enter(Element element) {
    links += element.normalName().equals("a") ? 1 : 0;
    if (element.normalName().equals("img")) {
      open.element().addPicture();
    }
    if (element.normalName().equals("br")) {
      breaks++;
      if (breaks > 1) {
        end();
      }
    } else if (isBox(element)) {
      end();
      Box box = open.element().inner(element, boxes.size(), pieces.size());
      boxes.add(box);
      open.push(box);
      if (HEADINGS.contains(element.normalName())) {
        headings.add(element);
      }
    }
  }

  private void append(TextNode node, int depth) {
    boolean begun = start >= 0;
    int before = text.length();
    append(node.getWholeText());
    if (text.length() > before) {
      if (begun) {
        narrow(node.parent(), depth - 1);
      } else {
        inner = node.parent();
        innerDepth = depth - 1;
      }
    }
  }

  /** Climbs to the innermost element that holds both what was read and what comes. */
  private void narrow(Element other, int otherDepth) {
    Element b = other;
    int depth = otherDepth;
    while (!inner.equals(b) && innerDepth > 0 && depth > 0) {
      if (depth >= innerDepth) {
        b = b.parent();
        depth--;
      } else {
        inner = inner.parent();
        innerDepth--;
      }
    }
  }

  private void append(String words) {
    int i = 0;
    while (i < words.length()) {
      int from = i;
      while (i < words.length() && !isGap(words, i)) {
        i++;
      }
      if (i > from) {
        appendRun(words.substring(from, i));
      } else {
        blank = true;
        i++;
      }
    }
  }

  /** True for white space that is more, or other, than one blank between two characters. */
  private static boolean isGap(String words, int i) {
    boolean single =
        words.charAt(i) == ' '
            && i > 0
            && i + 1 < words.length()
            && !isWhite(words.charAt(i - 1))
            && !isWhite(words.charAt(i + 1));
    return !single && isWhite(words.charAt(i));
  }

  private static boolean isWhite(char c) {
    return c <= ' ' || c == '\u200b' || c == '\ufeff';
  }

  /** Appends characters between which single blanks stand at most. */
  private void appendRun(String words) {
    String run = words;
    if (start < 0) {
      run = words.substring(leadingBlanks(words));
      if (run.isEmpty()) {
        return;
      }
      text.append(text.isEmpty() ? "" : "\n\n");
      start = text.length();
    } else if (breaks > 0) {
      text.append('\n');
    } else if (blank) {
      text.append(' ');
    }
    blank = false;
    breaks = 0;
    text.append(run);
    if (links > 0) {
      int signs = withoutBlanks(run);
      linked += signs;
      leading += plain ? 0 : signs;
    } else {
      plain = true;
    }
  }

  /** No-break blanks begin no block. */
  private static int leadingBlanks(String run) {
    int first = 0;
    while (first < run.length() && (run.charAt(first) == '\u00a0' || run.charAt(first) == ' ')) {
      first++;
    }
    return first;
  }

  private static int withoutBlanks(String run) {
    int signs = 0;
    for (int i = 0; i < run.length(); i++) {
      signs += run.charAt(i) == ' ' ? 0 : 1;
    }
    return signs;
  }

  private void end() {
    if (start >= 0) {
      int end = text.length();
      while (Block.isBlank(text.charAt(end - 1))) {
        end--;
      }
      text.setLength(end);
      pieces.add(
          new Piece(
              new Span(start, end), open.element(), inner, Math.min(linked, end - start), leading));
    }
    start = -1;
    linked = 0;
    leading = 0;
    plain = false;
    blank = false;
    breaks = 0;
  }

  private static boolean isBox(Element element) {
    return element.isBlock() || ALSO_BLOCKS.contains(element.normalName());
  }

  private static boolean isUnseen(Element element) {
    if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.length() < 1000
        && style.replace(" ", "").contains("display:none");
  }
}

package org.stemma.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.stemma.model.Comment;
import org.stemma.model.Span;

/**
 * The comments that a page's markup tells: schema.org's Comment, ARIA's comment role, or elements
 * that blogs and comment services name so, with a writer or a time in them. A comment inside a
 * comment answers it.
 */
final class HtmlComments implements NodeVisitor {
  /** A reader's name is shorter. */
  private static final int LONGEST_NAME = 80;

  /** A time as printed is shorter. */
  private static final int LONGEST_TIME = 60;

  private static final Pattern SAYS =
      Pattern.compile("(?:\\s+(?:says|said|wrote|writes))?\\s*:$", Pattern.CASE_INSENSITIVE);

  private static final Pattern REPLY_TO =
      Pattern.compile("^(?:in )?(?:reply|replying|replied) to:? @?|^@", Pattern.CASE_INSENSITIVE);

  /** Comments in comments; deeper ones answer the last that is counted. */
  private static final int DEEPEST = 64;

  /** Words that stand beside "comment" in names of what is more or less than one comment. */
  private static final Set<String> NO_COMMENT =
      Set.of(
          "list",
          "lists",
          "section",
          "area",
          "thread",
          "threads",
          "form",
          "respond",
          "reply",
          "count",
          "counter",
          "number",
          "link",
          "links",
          "policy",
          "notice",
          "notes",
          "title",
          "header",
          "head",
          "heading",
          "footer",
          "meta",
          "metadata",
          "author",
          "avatar",
          "date",
          "time",
          "content",
          "body",
          "text",
          "message",
          "button",
          "buttons",
          "action",
          "actions",
          "toolbar",
          "tools",
          "vote",
          "votes",
          "info",
          "name",
          "user",
          "username",
          "bar",
          "icon",
          "nav",
          "navigation",
          "rules",
          "login",
          "box",
          "inner");

  private static final Set<String> WRITER =
      Set.of(
          "author", "writer", "user", "username", "nickname", "nick", "commenter", "fn", "poster");

  private static final Set<String> NO_WRITER =
      Set.of(
          "avatar", "image", "img", "photo", "pic", "picture", "url", "email", "link", "links",
          "rank", "badge", "info", "meta", "content", "text", "comment");

  private static final Set<String> TIME =
      Set.of("date", "time", "timestamp", "timeago", "datetime", "published", "posted", "ago");

  private static final Set<String> TEXT = Set.of("content", "text", "body", "message");

  /** One comment that is being read. */
  private static final class Open {
    private final Element element;
    private final Box box;
    private final Optional<Open> around;
    private final List<Box> inside = new ArrayList<>();
    private Optional<String> writer = Optional.empty();
    private Optional<String> time = Optional.empty();
    private Optional<String> replyTo = Optional.empty();
    private Optional<Box> text = Optional.empty();

    /** The comment inside that this element was only a frame of. */
    private Optional<Open> framed = Optional.empty();

    Open(Element element, Box box, Optional<Open> around) {
      this.element = element;
      this.box = box;
      this.around = around;
    }
  }

  private final HtmlBlocks visible;
  private final List<Block> blocks;
  private final IdentityHashMap<Element, Box> boxes = new IdentityHashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Comment> found = new ArrayList<>();
  private final boolean[] written;

  private HtmlComments(HtmlBlocks visible, List<Block> blocks) {
    this.visible = visible;
    this.blocks = blocks;
    this.written = new boolean[blocks.size()];
    for (Box box : visible.boxes()) {
      boxes.put(box.element(), box);
    }
  }

  /**
   * Reads the comments in some boxes.
   *
   * @param around boxes that hold nothing but what belongs to comments, none inside another
   */
  static HtmlComments in(List<Box> around, HtmlBlocks visible, List<Block> blocks) {
    HtmlComments comments = new HtmlComments(visible, blocks);
    for (Box box : around) {
      box.element().traverse(comments);
    }
    return comments;
  }

  /** All comments in text order. */
  List<Comment> comments() {
    return found.stream().sorted(Comparator.comparingInt(c -> c.span().start())).toList();
  }

  /** True for a piece that belongs to a comment: its words, its writer, its time, its buttons. */
  boolean holds(int piece) {
    return written[piece];
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    Box box = boxes.get(element);
    if (box != null && box.end() > box.first() && open.size() < DEEPEST && isComment(element)) {
      open.push(new Open(element, box, Optional.ofNullable(open.peek())));
    } else if (!open.isEmpty() && element.attributesSize() > 0) {
      read(element, box, open.element());
    } else if (!open.isEmpty() && element.normalName().equals("cite")) {
      writer(element, open.element());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!open.isEmpty() && open.element().element.equals(node)) {
      close(open.pop());
    }
  }

  private void close(Open comment) {
    if (comment.framed.isPresent() || (comment.writer.isEmpty() && comment.time.isEmpty())) {
      return;
    }
    Optional<Span> words = words(comment);
    if (words.isEmpty()) {
      return;
    }
    Optional<String> answered = comment.replyTo.or(() -> answered(comment));
    found.add(new Comment(words.get(), comment.writer, answered, comment.time));
    Arrays.fill(written, comment.box.first(), comment.box.end(), true);
    comment.around.ifPresent(around -> around.inside.add(comment.box));
    comment
        .around
        .filter(around -> around.writer.isEmpty() && around.framed.isEmpty())
        .ifPresent(around -> around.framed = Optional.of(comment));
  }

  /** The writer of the comment around this one; a frame stands for what it frames. */
  private static Optional<String> answered(Open comment) {
    Optional<Open> around = comment.around;
    while (around.isPresent()) {
      Open outer = around.get();
      if (outer.framed.isPresent() && !isBeside(comment, outer.framed.get())) {
        return outer.framed.get().writer;
      }
      if (outer.writer.isPresent()) {
        return outer.writer;
      }
      around = outer.around;
    }
    return Optional.empty();
  }

  private static boolean isBeside(Open one, Open other) {
    return Objects.equals(one.element.parent(), other.element.parent());
  }

  /** From the first to the last piece of the comment's own words, answers not included. */
  private Optional<Span> words(Open comment) {
    Box text = comment.text.orElse(comment.box);
    int first = -1;
    int last = -1;
    for (int i = text.first(); i < text.end(); i++) {
      if (isAnswer(comment, i)) {
        break;
      }
      boolean own = comment.text.isPresent() || isWords(i);
      first = own && first < 0 ? i : first;
      last = own ? i : last;
    }
    return first < 0 ? Optional.empty() : Optional.of(span(first).union(span(last)));
  }

  private Span span(int piece) {
    return visible.pieces().get(piece).span();
  }

  private static boolean isAnswer(Open comment, int piece) {
    List<Box> inside = comment.inside;
    return !inside.isEmpty() && inside.get(0).holds(piece);
  }

  /** True for a paragraph, false for a name, a time, a button. */
  private boolean isWords(int piece) {
    HtmlBlocks.Piece it = visible.pieces().get(piece);
    return (it.box().tag().equals("p") && it.linked() < span(piece).length() / 2)
        || blocks.get(piece).isProse(visible.text());
  }

  private void read(Element element, Box box, Open comment) {
    List<String> names = Hints.words(element.className());
    String property = element.attr("itemprop").toLowerCase(Locale.ROOT);
    if (element.normalName().equals("time")
        || property.startsWith("date")
        || property.endsWith("time")) {
      time(element, comment);
    } else if (saysReplyTo(names)) {
      replyTo(element, comment);
    } else if (property.equals("text") || property.equals("commenttext")) {
      text(box, comment);
    } else if (property.equals("author")
        || property.equals("creator")
        || isOne(names, WRITER, NO_WRITER)) {
      writer(element, comment);
    } else if (isOne(names, TIME, Set.of())) {
      time(element, comment);
    } else if (isOne(names, TEXT, Set.of()) && comment.writer.isPresent()) {
      text(box, comment);
    }
  }

  private static void writer(Element element, Open comment) {
    if (comment.writer.isPresent()) {
      return;
    }
    Element name = element.selectFirst("[itemprop=name], .fn");
    String words = (name == null ? element : name).text().strip();
    String bare = SAYS.matcher(words).replaceFirst("");
    if (!bare.isEmpty() && bare.length() <= LONGEST_NAME) {
      comment.writer = Optional.of(bare);
    }
  }

  /** "in-reply-to", "replyTo"; a "reply" alone is a button. */
  private static boolean saysReplyTo(List<String> names) {
    String before = "";
    for (String name : names) {
      if (name.equals("to") && (before.equals("reply") || before.equals("replying"))) {
        return true;
      }
      before = name;
    }
    return false;
  }

  private static void replyTo(Element element, Open comment) {
    String words = element.text().strip();
    String name = REPLY_TO.matcher(words).replaceFirst("");
    if (!name.isEmpty() && name.length() <= LONGEST_NAME && !name.equals(words)) {
      comment.replyTo = Optional.of(name);
    }
  }

  private static void time(Element element, Open comment) {
    if (comment.time.isPresent()) {
      return;
    }
    String told = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
    String words = told.isBlank() ? element.text().strip() : told.strip();
    boolean known = words.chars().anyMatch(Character::isDigit) || words.endsWith(" ago");
    if (known && words.length() <= LONGEST_TIME) {
      comment.time = Optional.of(words);
    }
  }

  private static void text(Box box, Open comment) {
    if (box != null && comment.text.isEmpty() && box.end() > box.first()) {
      comment.text = Optional.of(box);
    }
  }

  private static boolean isComment(Element element) {
    return Hints.isComment(element)
        || isOne(Hints.words(element.className()), Set.of("comment"), NO_COMMENT);
  }

  /** True where one of an element's names has one of the words and none of the others. */
  private static boolean isOne(List<String> names, Set<String> words, Set<String> others) {
    boolean one = false;
    boolean other = false;
    for (String word : names) {
      if (word.equals("|")) {
        if (one && !other) {
          return true;
        }
        one = false;
        other = false;
      }
      one |= words.contains(word);
      other |= others.contains(word);
    }
    return one && !other;
  }
}

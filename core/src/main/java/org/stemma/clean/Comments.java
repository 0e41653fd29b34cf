package org.stemma.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Comment;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

/**
 * Parts the readers' section of a page into comments, as its layout tells: by the lines that name
 * writers, and by the buttons under each comment. Text that nothing parts makes no comment.
 */
final class Comments {
  /** A name that stands alone on a line has so many words at most. */
  private static final int MOST_NAMES = 4;

  private static final int LONGEST_NAME = 40;

  /** "Name: text" is how this page writes its comments, where so many lines look so. */
  private static final int FEWEST_NAMED = 2;

  private static final Pattern NAMED =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){0,2})(?: ?\\([^)]{1,40}\\))?: .+");

  private static final Pattern QUOTED =
      Pattern.compile(
          "^(?:\\d{1,5}[.)] )?(?i:quote from|quoting|originally posted by|zitat von|cita de|citation de|цитата)[: ]+([^.!?]{2,40}?):?$");

  private static final Pattern INITIAL = Pattern.compile(" \\p{Lu}\\.$");

  private static final Pattern ADDRESSED = Pattern.compile("^@([\\p{L}\\p{N}_.-]{2,40})");

  private final String text;
  private final List<Block> blocks;
  private final boolean withButtons;
  private final boolean withNames;
  private final List<Comment> found = new ArrayList<>();
  private final Set<String> writers = new HashSet<>();

  private Optional<String> quotedAbove = Optional.empty();
  private boolean open;
  private boolean sure;
  private Optional<String> writer = Optional.empty();
  private Optional<String> replyTo = Optional.empty();
  private Optional<String> time = Optional.empty();
  private Optional<Span> words = Optional.empty();

  private Comments(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
    this.withButtons = blocks.stream().anyMatch(CommentButtons::isRow);
    long named = blocks.stream().filter(b -> NAMED.matcher(b.line()).matches()).count();
    this.withNames = !withButtons && named >= FEWEST_NAMED && 2 * named >= blocks.size();
  }

  /** The comments in the blocks that are readers' words, in text order. */
  static List<Comment> of(String text, List<Block> blocks, List<ZoneRole> roles) {
    List<Block> section = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (roles.get(i) == ZoneRole.COMMENT) {
        section.add(blocks.get(i));
      }
    }
    return new Comments(text, section).read();
  }

  private List<Comment> read() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Optional<CommentHeader> header = CommentHeader.of(block);
      if (isBetween(block, header.isPresent())) {
        close();
      } else if (CommentButtons.isRow(block)) {
        buttons(block);
      } else if (header.isPresent() && !isText(header.get(), i) && !isQuoted(block)) {
        header(header.get(), block);
      } else if (CommentTime.fills(block.line()).isPresent()) {
        time(CommentTime.fills(block.line()));
      } else if (!quotes(block) && !CommentButtons.isVotes(block)) {
        line(i);
      }
    }
    close();
    return found;
  }

  private static boolean isBetween(Block block, boolean header) {
    return CommentSection.isHeading(block)
        || (!header && (CommentButtons.isLink(block) || CommentButtons.isBox(block)));
  }

  /** A line that would name a writer at another place. */
  private boolean isText(CommentHeader header, int i) {
    boolean weak = header.form() == CommentHeader.Form.AMONG_COMMENTS;
    return weak && words.isPresent() && withButtons && i + 1 < blocks.size() && isEnd(i + 1);
  }

  private boolean isEnd(int i) {
    return CommentButtons.isRow(blocks.get(i));
  }

  private void header(CommentHeader header, Block block) {
    boolean bare = open && words.isEmpty();
    if (bare && writer.isPresent() && isPlace(header)) {
      time = time.or(header::time);
      return;
    }
    boolean quoted =
        bare
            && writer.isPresent()
            && header.form() == CommentHeader.Form.SAYS
            && header.time().isEmpty();
    if (quoted) {
      replyTo = header.writer();
      return;
    }
    boolean goesOn = bare && writer.isEmpty();
    if (!goesOn) {
      close();
    }
    open = true;
    writer = header.writer();
    replyTo = header.replyTo().or(() -> quotedAbove);
    quotedAbove = Optional.empty();
    sure = header.form() == CommentHeader.Form.SURE;
    partAnswered();
    time = header.time().or(() -> goesOn ? time : Optional.empty());
    if (header.form() == CommentHeader.Form.INLINE) {
      inline(block);
    }
  }

  /** "Northport May 4" under the line that named the writer. */
  private boolean isPlace(CommentHeader header) {
    return sure && header.form() == CommentHeader.Form.AMONG_COMMENTS && header.time().isPresent();
  }

  /** "writer answered": two names without the arrow that stood between them. */
  private void partAnswered() {
    if (writer.isEmpty() || replyTo.isPresent() || writers.contains(writer.get())) {
      return;
    }
    String both = writer.get();
    for (int blank = both.indexOf(' '); blank > 0; blank = both.indexOf(' ', blank + 1)) {
      if (writers.contains(both.substring(blank + 1))) {
        writer = Optional.of(both.substring(0, blank));
        replyTo = Optional.of(both.substring(blank + 1));
        return;
      }
    }
  }

  private boolean isQuoted(Block block) {
    return words.isEmpty() && QUOTED.matcher(block.line()).matches();
  }

  /** "Quote from X" stands above or in the comment that quotes. */
  private boolean quotes(Block block) {
    Matcher quoted = QUOTED.matcher(block.line());
    if (!quoted.matches() || words.isPresent()) {
      return false;
    }
    if (open) {
      replyTo = Optional.of(quoted.group(1));
    } else {
      quotedAbove = Optional.of(quoted.group(1));
    }
    return true;
  }

  private void inline(Block block) {
    int colon = text.indexOf(':', block.span().start());
    words = Blocks.trimmed(text, colon + 1, block.span().end());
  }

  private void time(Optional<String> printed) {
    if (open && time.isEmpty()) {
      time = printed;
    } else if (open && words.isPresent()) {
      close();
      open = true;
      time = printed;
    } else if (!open) {
      open = true;
      time = printed;
    }
  }

  private void buttons(Block block) {
    if (words.isPresent()) {
      time = time.or(() -> CommentButtons.time(block));
      found();
      reset();
    } else if (open) {
      time = time.or(() -> CommentButtons.time(block));
    }
  }

  private void line(int i) {
    Block block = blocks.get(i);
    if (withNames && NAMED.matcher(block.line()).matches()) {
      Matcher named = NAMED.matcher(block.line());
      close();
      open = named.matches();
      writer = Optional.of(named.group(1));
      inline(block);
    } else if (open && words.isEmpty() && writer.filter(block.line()::equals).isPresent()) {
      return;
    } else if (isName(i)) {
      Optional<String> before = words.isEmpty() ? time : Optional.empty();
      close();
      open = true;
      time = before;
      writer = Optional.of(name(block));
      partAnswered();
    } else if (open && words.isEmpty() && block.line().startsWith(">")) {
      return;
    } else {
      words = Optional.of(words.map(w -> w.union(block.span())).orElse(block.span()));
    }
  }

  private static String name(Block block) {
    return block.line().replaceFirst("^[•*@] ?", "").replaceFirst("[,:]$", "");
  }

  /** A short line that stands where this page puts its readers' names. */
  private boolean isName(int i) {
    Block block = blocks.get(i);
    boolean fits =
        block.words() > 0
            && block.words() <= MOST_NAMES
            && block.line().length() <= LONGEST_NAME
            && (!block.endsSentence(text) || INITIAL.matcher(block.line()).find())
            && block.line().indexOf(',') < 0;
    if (!fits || i + 1 >= blocks.size() || CommentHeader.of(blocks.get(i + 1)).isPresent()) {
      return false;
    }
    Block next = blocks.get(i + 1);
    boolean timed = CommentTime.fills(next.line()).isPresent();
    boolean expected = words.isEmpty() && writer.isEmpty() && (withButtons || open);
    return timed || (expected && !CommentButtons.isRow(next) && !CommentSection.isHeading(next));
  }

  /** Ends a comment that a header opened; text without header and buttons is nobody's. */
  private void close() {
    if (open && words.isPresent()) {
      found();
    }
    reset();
  }

  private void found() {
    Span span = words.orElseThrow();
    found.add(new Comment(span, writer, replyTo.or(() -> addressed(span)), time));
    writer.ifPresent(writers::add);
  }

  private Optional<String> addressed(Span span) {
    int end = Math.min(span.end(), span.start() + LONGEST_NAME + 1);
    String start = text.substring(span.start(), end);
    if (!start.startsWith("@")) {
      return Optional.empty();
    }
    for (int to = start.length(); to > 1; to--) {
      if (writers.contains(start.substring(1, to))) {
        return Optional.of(start.substring(1, to));
      }
    }
    Matcher name = ADDRESSED.matcher(start);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private void reset() {
    open = false;
    sure = false;
    writer = Optional.empty();
    replyTo = Optional.empty();
    time = Optional.empty();
    words = Optional.empty();
  }
}

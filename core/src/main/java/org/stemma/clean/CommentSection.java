package org.stemma.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.stemma.model.ZoneRole;

/**
 * Finds where readers begin to speak. A heading such as "12 Comments" is not enough, because such
 * buttons also stand above an article: what follows must look like comments, by their headers
 * ("name: text", "Posted by X at 10:15", "2 hours ago") or buttons ("Reply", "Report").
 */
final class CommentSection {
  /** The first comment is longer than this only by exception. */
  private static final int WORDS_BEFORE_FIRST_SIGN = 150;

  /** How many paragraphs of prose come with each sign of a comment at most. */
  private static final int PROSE_PER_SIGN = 5;

  /** A name line stands at most so many blocks above the "Reply" under its text. */
  private static final int NAME_ABOVE_REPLY = 4;

  /** So many entries by one or two writers are the outlet's own, as it reports live. */
  private static final int ENTRIES_OF_A_LIVE_PAGE = 4;

  /** Votes and the like stand between a header and its text. */
  private static final int LINES_TO_TEXT = 3;

  /** Blocks under a heading in which two comments begin. */
  private static final int HEADERS_LOOKED_FOR = 20;

  /** A heading is not longer. */
  private static final int LONGEST_HEADING = 25;

  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:(?:\\(?\\d{1,6}\\)? )?(?:readers?'?s? |user |facebook |all |top |your )?(?:comments?|replies|responses)"
              + "(?: ?\\(?\\d{1,6}\\)?)?(?: (?:on|to) .{1,150})?:?"
              + "|comment via .*|.{0,40}discussion(?: \\(?\\d+\\)?)?|comments? section"
              + "|\\d{1,6} thoughts (?:on|to) .{1,150}"
              + "|(?:leave|post|add|write|submit|make) (?:a|your|an) (?:comment|reply).{0,60}"
              + "|join the (?:conversation|discussion|debate).{0,60}|have your say.{0,60}"
              + "|what do you think\\?.{0,80}|sort(?:ed)? by\\b.{0,40}|log ?in to (?:comment|reply).{0,60}"
              + "|(?:\\d{1,6} )?(?:leser)?kommentare?(?: ?\\(?\\d{1,6}\\)?)?(?: zu .{1,150})?:?"
              + "|(?:\\d{1,6} )?comentarios?(?: ?\\(?\\d{1,6}\\)?)?(?: (?:en|sobre) .{1,150})?:?"
              + "|(?:\\d{1,6} )?commentaires?(?: ?\\(?\\d{1,6}\\)?)?(?: sur .{1,150})?:?|vos (?:réactions|commentaires)"
              + "|(?:\\d{1,6} )?комментари(?:и|й|я|ев)(?: ?\\(?\\d{1,6}\\)?)?(?: к .{1,150})?:?"
              + "|\\d{1,6} beiträge|(?:\\d{1,6} )?commenti(?: ?\\(?\\d{1,6}\\)?)?|(?:\\d{1,6} )?reacties(?: ?\\(?\\d{1,6}\\)?)?)$");

  private CommentSection() {}

  /**
   * Index of the first block that belongs to the comments.
   *
   * @param prose true for blocks that look like running text
   * @param first index of the first block of the article's text
   */
  static OptionalInt start(String text, List<Block> blocks, boolean[] prose, int first) {
    boolean[] sign = signs(text, blocks, prose, first);
    int[] wordsAfter = new int[blocks.size() + 1];
    int[] nextSign = new int[blocks.size() + 1];
    nextSign[blocks.size()] = -1;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      wordsAfter[i] = wordsAfter[i + 1] + (prose[i] ? blocks.get(i).words() : 0);
      nextSign[i] = sign[i] ? i : nextSign[i + 1];
    }
    OptionalInt headed = headed(text, blocks, first, wordsAfter, nextSign);
    return headed.isPresent() ? headed : unheaded(blocks, prose, sign, first);
  }

  static boolean isHeading(Block block) {
    return block.words() <= LONGEST_HEADING
        && block.isWhole()
        && HEADING.matcher(block.lower()).matches();
  }

  private static boolean[] signs(String text, List<Block> blocks, boolean[] prose, int first) {
    boolean[] sign = new boolean[blocks.size()];
    Map<String, Integer> entries = new HashMap<>();
    List<Integer> named = new ArrayList<>();
    for (int i = first + 1; i < blocks.size(); i++) {
      Optional<CommentHeader> header = header(text, blocks, prose, i);
      sign[i] =
          header.isPresent()
              || CommentButtons.isRow(blocks.get(i))
              || CommentButtons.isLink(blocks.get(i));
      if (header.isPresent() && header.get().writer().isPresent()) {
        entries.merge(header.get().writer().get(), 1, Integer::sum);
        named.add(i);
      }
    }
    if (named.size() >= ENTRIES_OF_A_LIVE_PAGE && entries.size() <= 2) {
      for (int i : named) {
        sign[i] = false;
      }
    }
    return sign;
  }

  /** The header that a line is for sure, because a comment's text or buttons follow. */
  private static Optional<CommentHeader> header(
      String text, List<Block> blocks, boolean[] prose, int i) {
    if (prose[i] && blocks.get(i).line().indexOf(':') < 0) {
      return Optional.empty();
    }
    Optional<CommentHeader> header = CommentHeader.of(blocks.get(i));
    return header.filter(
        h ->
            switch (h.form()) {
              case SURE -> h.time().isEmpty() || isFollowed(text, blocks, i);
              case SAYS ->
                  h.time().isPresent()
                      || isDated(blocks, i + 1)
                      || (blocks.get(i).line().endsWith(".") && isDated(blocks, i + 2));
              case INLINE -> true;
              case AMONG_COMMENTS -> false;
            });
  }

  /** Lists of headlines have such lines too, with the next headline below. */
  private static boolean isFollowed(String text, List<Block> blocks, int i) {
    for (int j = i + 1; j < blocks.size() && j <= i + LINES_TO_TEXT; j++) {
      boolean sentence = blocks.get(j).endsSentence(text) && blocks.get(j).lastSign(text) != ':';
      if (sentence || CommentButtons.isRow(blocks.get(j))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDated(List<Block> blocks, int i) {
    return i < blocks.size() && CommentTime.fills(blocks.get(i).line()).isPresent();
  }

  private static OptionalInt headed(
      String text, List<Block> blocks, int first, int[] wordsAfter, int[] nextSign) {
    int[] nextHeading = new int[blocks.size() + 1];
    nextHeading[blocks.size()] = -1;
    for (int i = blocks.size() - 1; i > first; i--) {
      nextHeading[i] = isHeading(blocks.get(i)) ? i : nextHeading[i + 1];
    }
    for (int i = first + 1; i < blocks.size(); i++) {
      if (nextHeading[i] == i
          && (opens(i, nextHeading[i + 1], first, wordsAfter, nextSign)
              || isFollowedByHeaders(text, blocks, i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Headers that mean something only among comments, near the heading and more than one. */
  private static boolean isFollowedByHeaders(String text, List<Block> blocks, int heading) {
    int headers = 0;
    int end = Math.min(blocks.size(), heading + HEADERS_LOOKED_FOR);
    for (int i = heading + 1; i < end; i++) {
      boolean header =
          CommentHeader.of(blocks.get(i))
              .filter(h -> h.writer().isPresent() && h.form() != CommentHeader.Form.SAYS)
              .isPresent();
      headers += header && isFollowed(text, blocks, i) ? 1 : 0;
      if (headers == 0 && i > heading + NAME_ABOVE_REPLY) {
        return false;
      }
    }
    return headers > 1;
  }

  private static boolean opens(int heading, int next, int first, int[] wordsAfter, int[] nextSign) {
    int before = wordsAfter[first] - wordsAfter[heading];
    int sign = nextSign[heading + 1];
    if (sign < 0) {
      return 2 * wordsAfter[heading] < before
          && (next < 0 || wordsAfter[heading] == wordsAfter[next]);
    }
    int between = wordsAfter[heading] - wordsAfter[sign];
    // A button above the story's last paragraphs, with the real heading below them.
    boolean button = next > 0 && next < sign && wordsAfter[heading] > wordsAfter[next];
    return between <= WORDS_BEFORE_FIRST_SIGN && between <= before && !button;
  }

  /** Comments that no heading opens: from the first sign on, where signs are dense to the end. */
  private static OptionalInt unheaded(
      List<Block> blocks, boolean[] prose, boolean[] sign, int first) {
    int signs = 0;
    int paragraphs = 0;
    int start = -1;
    for (int i = blocks.size() - 1; i > first; i--) {
      paragraphs += prose[i] ? 1 : 0;
      if (sign[i]) {
        signs++;
        boolean alone = signs == 1 && isInline(blocks.get(i)) && paragraphs <= 1;
        boolean dense = signs >= 2 && paragraphs <= PROSE_PER_SIGN * signs;
        start = alone || dense ? i : start;
      }
    }
    return start < 0 ? OptionalInt.empty() : OptionalInt.of(nameAbove(blocks, start, first));
  }

  private static boolean isInline(Block block) {
    return CommentHeader.of(block).filter(h -> h.form() == CommentHeader.Form.INLINE).isPresent();
  }

  private static int nameAbove(List<Block> blocks, int start, int first) {
    if (!CommentButtons.isRow(blocks.get(start))) {
      return start;
    }
    for (int i = start - 1; i > first && i >= start - NAME_ABOVE_REPLY; i--) {
      Block block = blocks.get(i);
      if (block.words() <= 4 && Character.isLetterOrDigit(lastOf(block.line()))) {
        return i;
      }
    }
    return start;
  }

  private static char lastOf(String line) {
    return line.charAt(line.length() - 1);
  }

  /**
   * Where the page's foot begins under the comments: menus, notices and lists of headlines behind
   * the last comment's buttons. The number of blocks where nothing follows.
   *
   * @param wording what each line's wording says, {@code null} where it says nothing
   */
  static int end(List<Block> blocks, ZoneRole[] wording, int start) {
    int last = start;
    for (int i = start; i < blocks.size(); i++) {
      boolean buttons = CommentButtons.isRow(blocks.get(i)) || CommentButtons.isLink(blocks.get(i));
      last = buttons || CommentHeader.of(blocks.get(i)).isPresent() ? i : last;
    }
    boolean buttons =
        CommentButtons.isRow(blocks.get(last)) || CommentButtons.isLink(blocks.get(last));
    for (int i = last + 1; i < blocks.size(); i++) {
      boolean words = i == last + 1 && !buttons && wording[i] != ZoneRole.LEGAL;
      if (!words && isFoot(wording[i], buttons)) {
        return i;
      }
    }
    return blocks.size();
  }

  private static boolean isFoot(ZoneRole wording, boolean afterButtons) {
    boolean foot = wording == ZoneRole.LEGAL || wording == ZoneRole.NAVIGATION;
    boolean more = wording == ZoneRole.RELATED || wording == ZoneRole.PROMOTION;
    return foot || (afterButtons && (more || wording == ZoneRole.TAGS));
  }
}

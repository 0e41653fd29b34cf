package org.stemma.clean;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:(?:\\(?\\d{1,6}\\)? )?(?:readers?'?s? |user |facebook |all |top |your )?(?:comments?|replies|responses)"
              + "(?: ?\\(?\\d{1,6}\\)?)?(?: (?:on|to) .{1,150})?:?"
              + "|comment via .*|.{0,40}discussion(?: \\(?\\d+\\)?)?|comments? section"
              + "|\\d{1,6} thoughts (?:on|to) .{1,150}"
              + "|(?:leave|post|add|write|submit|make) (?:a|your|an) (?:comment|reply).{0,60}"
              + "|join the (?:conversation|discussion|debate).{0,60}|have your say.{0,60}"
              + "|what do you think\\?.{0,80}|sort(?:ed)? by .{0,40}|log ?in to (?:comment|reply).{0,60})$");

  private static final Pattern BUTTON =
      Pattern.compile(
          "(?:^|\\b|\\()(?:show|hide|view|load|see|read) ?(?:all |more |new |older )?(?:\\d{1,6} )?(?:comments?|replies)\\b"
              + "|^(?:in )?reply to .{1,80}");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Set<String> BUTTON_WORDS =
      Set.of(
          "reply",
          "replies",
          "report",
          "like",
          "likes",
          "liked",
          "share",
          "flag",
          "upvote",
          "downvote",
          "permalink",
          "quote",
          "up",
          "down",
          "vote",
          "votes",
          "recommend",
          "abuse",
          "block",
          "points",
          "dislike",
          "as",
          "inappropriate",
          "offensive",
          "spam",
          "thumbs");

  private static final Pattern HEADER =
      Pattern.compile(
          "^(?:[•*-] ?)?avatar\\b.*|.{1,60}\\bin ?reply to .{1,60}|^posted by .{1,60}"
              + "|^.{0,60}\\b(?:\\d{1,3}|an?) (?:sec|second|min|minute|hour|hr|day|week|month|year)s? ago\\b.{0,30}"
              + "|^.{1,40} \\d{1,4} (?:points?|karma)\\b.{0,40}"
              + "|^.{1,40} (?:wrote|commented|replied) (?:on|at) .{3,40}$");

  private static final Pattern SAYS = Pattern.compile("^[^.,]{1,40} (?:says|wrote|said):$");

  /** A nickname, not a name: small first letter, or digits or an underscore in it. */
  private static final Pattern HANDLE =
      Pattern.compile(
          "^(?:@?[a-z][\\w.-]{2,29}|@?[A-Za-z][A-Za-z.-]{0,29}[0-9_][\\w.-]{0,29})(?: ?\\([^)]{1,40}\\))?: .*");

  /** Small words that open a line with a colon in any article. */
  private static final Set<String> NO_HANDLES = Set.of("http", "https", "note", "update", "q", "a");

  private CommentSection() {}

  /**
   * Index of the first block that belongs to the comments.
   *
   * @param prose true for blocks that look like running text
   * @param first index of the first block of the article's text
   */
  static OptionalInt start(List<Block> blocks, boolean[] prose, int first) {
    boolean[] sign = signs(blocks, first);
    int[] wordsAfter = new int[blocks.size() + 1];
    int[] nextSign = new int[blocks.size() + 1];
    nextSign[blocks.size()] = -1;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      wordsAfter[i] = wordsAfter[i + 1] + (prose[i] ? blocks.get(i).words() : 0);
      nextSign[i] = sign[i] ? i : nextSign[i + 1];
    }
    for (int i = first + 1; i < blocks.size(); i++) {
      if (isHeading(blocks.get(i)) && opens(i, first, wordsAfter, nextSign)) {
        return OptionalInt.of(i);
      }
    }
    return unheaded(blocks, prose, sign, first);
  }

  private static boolean[] signs(List<Block> blocks, int first) {
    boolean[] sign = new boolean[blocks.size()];
    for (int i = first + 1; i < blocks.size(); i++) {
      sign[i] = isSign(blocks.get(i)) || (isSays(blocks.get(i)) && isDated(blocks, i + 1));
    }
    return sign;
  }

  private static boolean isDated(List<Block> blocks, int i) {
    return i < blocks.size() && WrittenDates.isAlone(blocks.get(i).line());
  }

  private static boolean opens(int heading, int first, int[] wordsAfter, int[] nextSign) {
    int before = wordsAfter[first] - wordsAfter[heading];
    int sign = nextSign[heading + 1];
    if (sign < 0) {
      return 2 * wordsAfter[heading] < before;
    }
    int between = wordsAfter[heading] - wordsAfter[sign];
    return between <= WORDS_BEFORE_FIRST_SIGN && between <= before;
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
        boolean alone = signs == 1 && isHandle(blocks.get(i)) && paragraphs <= 1;
        boolean dense = signs >= 2 && paragraphs <= PROSE_PER_SIGN * signs;
        start = alone || dense ? i : start;
      }
    }
    return start < 0 ? OptionalInt.empty() : OptionalInt.of(nameAbove(blocks, start, first));
  }

  private static int nameAbove(List<Block> blocks, int start, int first) {
    if (!isButtons(blocks.get(start))) {
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

  static boolean isHeading(Block block) {
    return block.words() <= 25 && block.isWhole() && HEADING.matcher(block.lower()).matches();
  }

  private static boolean isSign(Block block) {
    return isHandle(block)
        || (block.words() <= 25
            && block.isWhole()
            && (isButtons(block)
                || BUTTON.matcher(block.lower()).find()
                || HEADER.matcher(block.lower()).matches()));
  }

  private static boolean isSays(Block block) {
    return block.words() <= 5 && SAYS.matcher(block.lower()).matches();
  }

  private static boolean isHandle(Block block) {
    String line = block.line();
    int colon = line.indexOf(':');
    return colon > 0
        && colon < 70
        && !NO_HANDLES.contains(line.substring(0, colon))
        && HANDLE.matcher(line).matches();
  }

  private static boolean isButtons(Block block) {
    if (block.words() > 8) {
      return false;
    }
    boolean reply = false;
    for (String word : NO_WORD.split(block.lower())) {
      boolean number = word.chars().allMatch(Character::isDigit);
      if (!number && !BUTTON_WORDS.contains(word)) {
        return false;
      }
      reply |= word.startsWith("repl") || word.equals("report") || word.equals("upvote");
    }
    return reply;
  }
}

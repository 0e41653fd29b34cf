package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that names who wrote a comment.
 *
 * @param replyTo whom the comment answers, by name
 * @param time as printed
 */
record CommentHeader(
    Form form, Optional<String> writer, Optional<String> replyTo, Optional<String> time) {
  /** How a header is told. */
  enum Form {
    /** No other line of a page looks like it. */
    SURE,
    /** "Name says:": also a line of articles, so it needs more than itself. */
    SAYS,
    /** "nickname: text": the text goes on in the line. */
    INLINE,
    /** A line that means something only among comments: "12. Name", "• Name". */
    AMONG_COMMENTS
  }

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /** The words in a name that readers go by at most. */
  private static final int MOST_NAMES = 5;

  private static final String WRITER = "(?<w>[\\p{L}\\p{N}@_][^,:;|•·>›→▶➤»()]{0,39}?)";
  private static final String REPLIED = "(?<r>[\\p{L}\\p{N}@_][^,:;|•·>›→▶➤»()]{0,59}?)";
  private static final String TIME = "(?<t>" + CommentTime.ANY + ")";
  private static final String TAIL = "(?:[^\\p{L}\\p{N}.!?][^.!?:]{0,30})?";
  private static final String SAYS =
      "(?:says|wrote|said|writes|sagt|sagte|schreibt|schrieb|dice|dijo|escribió|a écrit|a dit|écrit|dit|пишет|написала?|говорит|scrive|ha scritto)";

  private static final List<String> SAYINGS =
      List.of(
          "says",
          "wrote",
          "said",
          "writes",
          "sagt",
          "schreibt",
          "schrieb",
          "dice",
          "dijo",
          "escribió",
          "écrit",
          "dit",
          "пишет",
          "написал",
          "говорит",
          "scrive",
          "ha scritto");

  /**
   * A shape of headers.
   *
   * @param timed no header of this shape is without a time
   * @param pieces in lower case, one of which each header of this shape holds unless there are
   *     none. Looking for them first spares most lines the pattern.
   */
  private record Rule(Form form, boolean timed, List<String> pieces, Pattern pattern) {
    static Rule of(Form form, boolean timed, List<String> pieces, String regex) {
      return new Rule(form, timed, pieces, Pattern.compile(regex, FLAGS));
    }

    boolean mayFit(Block block, boolean mayHoldTime) {
      return (mayHoldTime || !timed) && (pieces.isEmpty() || block.holdsAny(pieces));
    }
  }

  /** The first that fits decides. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              Form.SURE,
              false,
              List.of("reply to"),
              "^(?:[•*-] ?)?(?<w>.{1,40}?) ?\\bin ?reply to ?(?<r>.{1,60}?)(?: ?\\(show.*)?(?:[ •·|,-]+"
                  + TIME
                  + TAIL
                  + ")?$"),
          Rule.of(
              Form.SURE,
              false,
              List.of("in reply to"),
              "^(?:[•*-] ?)?(?<w>\\S{1,40})in reply to ?(?<r>.{1,60}?)(?: ?\\(show.*)?$"),
          Rule.of(
              Form.SURE,
              true,
              List.of(">", "›", "→", "▶", "➤", "»"),
              "^" + WRITER + " ?[>›→▶➤»] ?" + REPLIED + "[ •·|,–—-]+" + TIME + TAIL + "$"),
          Rule.of(
              Form.SURE,
              false,
              List.of(
                  "posted", "comment", "submitted", "geschrieben", "verfasst", "escrito", "posté"),
              "^(?:posted|comment|submitted|geschrieben|verfasst|escrito|posté) (?:by|von|por|par):? ?"
                  + WRITER
                  + "(?:(?:,| at| on| am| um| el| le| à| a las| @| \\||[ •·—–-])+"
                  + TIME
                  + TAIL
                  + ")?$"),
          Rule.of(
              Form.SURE,
              true,
              List.of("commented", "replied", "wrote", "posted", "schrieb", "escribió", "a écrit"),
              "^"
                  + WRITER
                  + " (?:commented|replied|wrote|posted|schrieb|escribió|a écrit)(?: to "
                  + REPLIED
                  + ")?(?:,| on| at| am| um| el| le)* "
                  + TIME
                  + ":?$"),
          Rule.of(
              Form.SURE,
              false,
              List.of("point"),
              "^"
                  + WRITER
                  + "(?: \\[\\p{L}{1,6}\\])?[ •·|]+\\d{1,5} points?\\b(?:[ •·|,]+"
                  + TIME
                  + ")?"
                  + TAIL
                  + "$"),
          Rule.of(
              Form.SURE,
              true,
              List.of("•", "·", "|"),
              "^" + WRITER + "(?:, ?[^,:;.]{2,40}){0,3} ?[•·|] ?" + TIME + TAIL + "$"),
          Rule.of(
              Form.SURE,
              true,
              List.of(),
              "^"
                  + WRITER
                  + "(?:, ?[^,:;.]{2,40}){0,3}[ ,•·|(–—-]+(?<t>"
                  + CommentTime.COUNTED
                  + ")\\)?"
                  + TAIL
                  + "$"),
          Rule.of(
              Form.SURE,
              false,
              List.of(" · "),
              "^"
                  + WRITER
                  + " · (?:works? (?:at|for)|top (?:commenter|fan)|arbeitet bei|trabaja en|travaille chez)\\b.{0,80}$"),
          Rule.of(
              Form.SURE,
              true,
              SAYINGS,
              "^" + WRITER + " (?:on|am|el|le) " + TIME + ",? " + SAYS + " ?:$"),
          Rule.of(
              Form.SAYS,
              false,
              SAYINGS,
              "^"
                  + WRITER
                  + " "
                  + SAYS
                  + "(?:,| on| at| am| um| el| le)*(?: "
                  + TIME
                  + ")? ?(?::|\\.\\.\\.|…)$"),
          Rule.of(
              Form.AMONG_COMMENTS,
              false,
              List.of(
                  "replied to",
                  "replying to",
                  "antwortet",
                  "en respuesta a",
                  "en réponse à",
                  "ответил"),
              "^"
                  + WRITER
                  + " (?:replied to|replying to|antwortet|en respuesta a|en réponse à|ответил[аи]?) "
                  + REPLIED
                  + "(?:[ •·|,–—-]+"
                  + TIME
                  + TAIL
                  + ")?:?$"),
          Rule.of(
              Form.AMONG_COMMENTS,
              false,
              List.of(),
              "^(?:№ ?|#)?\\d{1,5}[.):]? "
                  + WRITER
                  + "(?:[ ,•·|(–—-]+"
                  + TIME
                  + "\\)?"
                  + TAIL
                  + ")?$"),
          Rule.of(
              Form.AMONG_COMMENTS,
              true,
              List.of(),
              "^"
                  + WRITER
                  + "(?:, ?[^,:;.]{2,40}){0,3}(?:,| on| am| el| le| @|[ (–—-])+ ?"
                  + TIME
                  + "\\)?"
                  + TAIL
                  + "$"),
          Rule.of(Form.AMONG_COMMENTS, false, List.of(" · "), "^" + WRITER + " · [^·.]{2,60}$"),
          Rule.of(Form.AMONG_COMMENTS, false, List.of(" #"), "^" + WRITER + " #\\d{1,5}$"),
          Rule.of(Form.AMONG_COMMENTS, false, List.of(), "^[•*] ?" + WRITER + "$"));

  private static final Pattern AVATAR = Pattern.compile("^(?:[•*-] ?)?avatar\\b.{0,40}$", FLAGS);

  /** A nickname, not a name: small first letter, or digits or an underscore in it. */
  private static final Pattern HANDLE =
      Pattern.compile(
          "^(@?[a-z][\\w.-]{2,29}|@?[A-Za-z][A-Za-z.-]{0,29}[0-9_][\\w.-]{0,29})(?: ?\\([^)]{1,40}\\))?: .*");

  /** Small words that open a line with a colon in any article. */
  private static final Set<String> NO_HANDLES = Set.of("http", "https", "note", "update", "q", "a");

  /** No header is longer than this. */
  private static final int LONGEST = 25;

  /** The colon behind a nickname is one of so many first characters. */
  private static final int LONGEST_HANDLE = 70;

  /** The header that a line is; empty where it is none. */
  static Optional<CommentHeader> of(Block block) {
    if (isHandle(block)) {
      Matcher handle = HANDLE.matcher(block.line());
      return handle.matches()
          ? Optional.of(new CommentHeader(Form.INLINE, name(handle.group(1)), none(), none()))
          : Optional.empty();
    }
    if (block.words() > LONGEST
        || !block.isWhole()
        || CommentTime.fills(block.line()).isPresent()) {
      return Optional.empty();
    }
    if (AVATAR.matcher(block.line()).matches()) {
      return Optional.of(new CommentHeader(Form.SURE, none(), none(), none()));
    }
    boolean mayHoldTime = CommentTime.isPossible(block.lower());
    for (Rule rule : RULES) {
      if (!rule.mayFit(block, mayHoldTime)) {
        continue;
      }
      Matcher found = rule.pattern().matcher(block.line());
      if (found.matches() && fits(found)) {
        return Optional.of(
            new CommentHeader(
                rule.form(), group(found, "w"), group(found, "r"), group(found, "t")));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Matcher found) {
    Optional<String> writer = group(found, "w");
    return writer.isPresent()
        && writer.get().split(" ").length <= MOST_NAMES
        && CommentTime.fills(writer.get()).isEmpty();
  }

  private static Optional<String> group(Matcher found, String name) {
    if (!found.pattern().pattern().contains("(?<" + name + ">")) {
      return Optional.empty();
    }
    return Optional.ofNullable(found.group(name)).flatMap(CommentHeader::name);
  }

  private static Optional<String> name(String written) {
    String name = written.strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static boolean isHandle(Block block) {
    String line = block.line();
    int colon = line.indexOf(':');
    return colon > 0
        && colon < LONGEST_HANDLE
        && !NO_HANDLES.contains(line.substring(0, colon))
        && HANDLE.matcher(line).matches();
  }
}

package org.stemma.clean;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The buttons that stand around readers' comments: "Reply", "Report", "Show more comments". */
final class CommentButtons {
  private static final int MOST_WORDS = 9;

  private static final int LONGEST_LINK = 10;

  private static final int LONGEST_COUNT = 12;

  private static final Wording LINK =
      Wording.of(
          "(?:^|\\b|\\()(?:show|hide|view|load|see|read) ?(?:all |more |new |older )?(?:\\d{1,6} )?(?:more )?(?:comments?|replies)\\b"
              + "|^(?:in )?reply to .{1,80}"
              + "|^(?:alle |weitere |mehr )(?:\\d{1,6} )?(?:kommentare|antworten)(?: (?:anzeigen|laden))?$"
              + "|^(?:ver|mostrar|cargar) (?:más|todos los|los \\d{1,6}) comentarios$"
              + "|^(?:voir|afficher) (?:plus de|tous les|les) (?:\\d{1,6} )?commentaires$"
              + "|^показать (?:ещё|еще|все)?.{0,12}комментари.{0,4}$");

  /** What boxes for comments show beside them. */
  private static final Pattern BOX =
      Pattern.compile(
          "^\\d{1,6} (?:comments?|kommentare?|comentarios?|commentaires?)\\b.{0,40}$|^(?:♥ ?)?(?:favorite|recommend(?: \\d+)?|tweet|share ?›?|facebook|twitter|x|whatsapp|copy link|newest|oldest|best|subscribe|community|log ?in|all readers' picks|order by .{1,30})$"
              + "|^(?:join the|start the|log ?in with|or sign up with|add a comment|write a comment|also on|this comment was deleted|see more|avatar$|load more)\\b.{0,60}$"
              + "|^facebook comments.{0,20}$|^add disqus.{0,40}$|^(?:pingback|trackback)\\s?:.{0,200}$|^your email address will not be published.{0,80}$");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Each link holds one of these, which are quicker to look for. */
  private static final List<String> PIECES_OF_LINK =
      List.of(
          "comment", "replies", "reply to", "kommentare", "antworten", "comentarios", "комментари");

  /** One of these must stand in a row of buttons. */
  private static final List<String> ANSWER =
      List.of(
          "reply",
          "replies",
          "report",
          "flag",
          "upvote",
          "antworten",
          "melden",
          "responder",
          "denunciar",
          "répondre",
          "signaler",
          "ответить",
          "пожаловаться",
          "rispondi",
          "segnala",
          "odpowiedz",
          "reageren",
          "svara",
          "svar");

  private static final Set<String> WORDS =
      Set.of(
          "like",
          "likes",
          "liked",
          "share",
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
          "point",
          "dislike",
          "as",
          "inappropriate",
          "offensive",
          "spam",
          "thumbs",
          "edited",
          "link",
          "save",
          "parent",
          "context",
          "teilen",
          "gefällt",
          "mir",
          "zitieren",
          "empfehlen",
          "me",
          "gusta",
          "compartir",
          "citar",
          "aime",
          "partager",
          "citer",
          "j",
          "нравится",
          "поделиться",
          "цитировать",
          "mi",
          "piace",
          "condividi");

  private CommentButtons() {}

  /** A row of buttons, perhaps with a number of votes and the comment's time. */
  static boolean isRow(Block block) {
    if (block.words() > MOST_WORDS + 4 || !block.isWhole() || !block.holdsAny(ANSWER)) {
      return false;
    }
    Optional<String> time = time(block);
    String line = time.map(t -> block.line().replace(t, " ")).orElse(block.line());
    boolean answer = false;
    int words = 0;
    for (String word : NO_WORD.split(line.toLowerCase(Locale.ROOT))) {
      boolean number = word.chars().allMatch(Character::isDigit);
      if (!number && !ANSWER.contains(word) && !WORDS.contains(word)) {
        return false;
      }
      words++;
      answer |= ANSWER.contains(word);
    }
    return answer && words <= MOST_WORDS;
  }

  /** "Show more comments". */
  static boolean isLink(Block block) {
    return block.words() <= LONGEST_LINK
        && block.isWhole()
        && block.holdsAny(PIECES_OF_LINK)
        && LINK.isIn(block.lower());
  }

  /** A line of the box that holds the comments. */
  static boolean isBox(Block block) {
    return block.isWhole() && BOX.matcher(block.lower()).matches();
  }

  /** "12", "+3", "▲ 14 ▼": how many readers liked a comment; and a letter for a picture. */
  static boolean isVotes(Block block) {
    boolean fits = block.words() <= 2 && block.line().length() <= LONGEST_COUNT;
    return block.line().length() == 1
        || (fits && block.line().chars().noneMatch(Character::isLetter));
  }

  /** The time of the comment, which some pages print between its buttons. */
  static Optional<String> time(Block block) {
    return CommentTime.in(block.line());
  }
}

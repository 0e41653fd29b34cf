package org.stemma.clean;

import java.util.List;
import java.util.regex.Pattern;
import org.stemma.model.ZoneRole;

/**
 * Tells pages that show the start of a story and keep the rest for those who pay or log in. Many
 * outlets send the whole text under such words and hide it only on the screen, so a long text is
 * whole whatever the page says.
 */
final class Paywall {
  /** A free start is shorter: few outlets give away more than five or six paragraphs. */
  private static final int LONGEST_START = 250;

  /** A whole story that is told in markup to be paid for, and yet shown, is longer. */
  private static final int LONGEST_START_WHERE_TOLD = 150;

  /** What goes on under the notice is no start: the notice was a box inside the story. */
  private static final int MOST_WORDS_BELOW = 40;

  private static final int LONGEST_NOTICE = 45;

  /** These say that there is more of this story. */
  private static final Wording NOTICE =
      Wording.of(
          "\\b(?:to|and) (?:continue|keep) (?:on )?reading\\b(?:(?: this| the)? (?:article|story)| with| for|[,.!:]|$)"
              + "|\\b(?:subscribe|log ?in|sign in|sign up|register|pay|subscription)\\b.{0,60}\\bto (?:read|see|view|access|unlock) (?:the (?:full|whole|rest|entire|complete)|this|more of this|the rest of)\\b"
              + "|\\bto (?:read|see|view|access|unlock) (?:the (?:full|whole|rest|entire|complete)|this|the rest of)\\b.{0,40}\\b(?:subscribe|log ?in|sign in|sign up|register|subscription)\\b"
              + "|\\bthis (?:article|story|content|page) is (?:only |exclusively )?(?:available )?(?:only |exclusively )?(?:to|for) (?:our |paying |registered )?(?:subscribers|members|premium)"
              + "|\\b(?:subscriber|member|subscribers|members)[ -](?:only|exclusive)\\b(?: (?:article|story|content))?[.!]?$"
              + "|^(?:exclusively |exclusive )?(?:for|to) (?:our )?(?:subscribers|members) only\\b"
              + "|\\byou(?:'ve| have) (?:reached|read|used|hit)\\b.{0,40}\\b(?:limit|free (?:articles?|stories|story))\\b"
              + "|\\byou have no (?:more )?free (?:articles|stories)\\b|\\b(?:the )?rest of this (?:article|story) is (?:for|available|behind)\\b"
              + "|^\\d{1,5} (?:more )?words (?:remaining|left)\\b"
              + "|\\bnur für (?:abonnenten|mitglieder|registrierte)|\\bexklusiv für abonnenten|^(?:jetzt )?weiterlesen mit\\b"
              + "|^(?:um|zum) (?:den artikel |den text )?weiter(?:zu)?lesen\\b|\\bdiesen artikel (?:weiterlesen|lesen sie) mit\\b"
              + "|\\bpara (?:seguir|continuar) leyendo\\b|\\b(?:contenido|artículo|noticia) (?:exclusiv[oa] )?(?:solo )?para (?:suscriptores|socios)"
              + "|\\b(?:réservée?|réservés) aux abonnés|\\bil vous reste \\d{1,2}\\s?% de cet article|\\bpour lire la suite\\b"
              + "|\\b(?:contenuto|articolo) riservato agli abbonati"
              + "|чтобы (?:продолжить чтение|дочитать|читать дальше|прочитать полностью)|доступен? (?:только )?(?:по подписке|подписчикам|для подписчиков)|только для подписчиков",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Each notice holds one of these; looking for them first costs a tenth of the pattern. */
  private static final List<String> PIECES =
      List.of(
          "read",
          "log in",
          "login",
          "sign in",
          "sign up",
          "subscri",
          "member",
          "limit",
          "free ",
          "words ",
          "unlock",
          "abonn",
          "weiter",
          "leyendo",
          "suscript",
          "socios",
          "registrierte",
          "mitglieder",
          "lire",
          "il vous reste",
          "abbonati",
          "чита",
          "чтени",
          "подпис");

  private Paywall() {}

  /** True for a line that asks to pay or log in for the rest of the story. */
  static boolean isNotice(Block block) {
    return block.words() <= LONGEST_NOTICE
        && block.isWhole()
        && !block.holdsQuotation()
        && block.holdsAny(PIECES)
        && NOTICE.isIn(block.lower());
  }

  /**
   * True where the blocks are the free start of a story.
   *
   * @param told the page's markup says that its story is not free
   */
  static boolean cuts(List<Block> blocks, List<ZoneRole> roles, boolean told) {
    int body = 0;
    int below = 0;
    boolean notice = false;
    for (int i = 0; i < blocks.size() && roles.get(i) != ZoneRole.COMMENT; i++) {
      if (body > LONGEST_START) {
        return false;
      }
      // Above the text a notice says nothing of it.
      boolean near = body > 0 ? roles.get(i) != ZoneRole.HEADLINE : roles.get(i) == ZoneRole.BODY;
      if (near && isNotice(blocks.get(i))) {
        notice |= body > 0;
      } else if (roles.get(i) == ZoneRole.BODY) {
        body += blocks.get(i).words();
        below += notice ? blocks.get(i).words() : 0;
      }
    }
    return (notice && body <= LONGEST_START && below <= MOST_WORDS_BELOW)
        || (told && body <= LONGEST_START_WHERE_TOLD);
  }
}

package org.stemma.clean;

import java.util.List;
import java.util.regex.Pattern;

/** Lines on rights, terms, cookies and on who is to answer for the text. */
final class LegalNotices {
  private static final Wording RIGHTS =
      Wording.of(
          "^(?:©|\\(c\\) |copyright\\b(?! law| act| case| claim| infring))|^copyright ©"
              + "|all rights reserved|alle rechte vorbehalten|todos los derechos reservados"
              + "|tous droits r[ée]serv[ée]s|tutti i diritti riservati|todos os direitos reservados"
              + "|все права защищены|wszelkie prawa zastrzeżone"
              + "|may not be (?:published|reproduced|rewritten|republished|copied)"
              + "|при (?:использовании|цитировании|перепечатке) материалов"
              + "|(?:nachdruck|vervielfältigung).{0,40}(?:verboten|nur mit|genehmigung)");

  private static final Wording OPINIONS =
      Wording.of(
          "^(?:the )?(?:views|opinions) (?:and opinions )?expressed (?:(?:in|by|here)\\b.{0,80}\\b(?:are|is|those|own|not)|are)\\b"
              + "|do(?:es)? not necessarily (?:reflect|represent) (?:the |our |those )"
              + "|^(?:die )?in (?:diesem|dem) (?:beitrag|text|artikel) geäußerten? (?:meinung|ansicht)"
              + "|^las opiniones (?:expresadas|vertidas)|^les opinions exprimées"
              + "|^мнение (?:автора|редакции).{0,40}(?:не совпада|не отража)"
              + "|^disclaimer\\s?:");

  private static final Wording COOKIES =
      Wording.of(
          "\\b(?:we|site|website|partners|vendors) (?:may )?uses?\\b.{0,40}\\bcookies?\\b"
              + "|\\bby continuing\\b.*\\bcookies?\\b|\\bcookies?\\b.{0,60}\\byour experience\\b"
              + "|^(?:accept|manage|reject|allow) (?:all |our |your )?cookies?\\b"
              + "|^(?:your )?cookie (?:policy|settings|preferences|notice|consent)\\b"
              + "|^(?:wir|diese (?:web)?seite|unsere (?:web)?seite) (?:verwende[nt]|nutz[et]n?|setzt)\\b.{0,30}\\bcookies\\b"
              + "|^(?:utilizamos|usamos|este sitio (?:web )?utiliza|nous utilisons|ce site utilise|utilizziamo)\\b.{0,40}\\bcookies\\b"
              + "|^(?:мы используем|(?:этот |наш )?сайт использует)(?: файлы)? (?:cookies?|куки)"
              + "|^(?:alle )?cookies? (?:akzeptieren|ablehnen|einstellungen)$|^aceptar (?:todas las )?cookies$");

  /** Links to the small print. */
  private static final Wording LINKS =
      Wording.of(
          "\\b(?:privacy policy|privacy notice|terms (?:of|and|&) (?:use|service|conditions|sale))\\b"
              + "|^(?:impressum|datenschutz(?:erklärung)?|agb|aviso legal|mentions légales|imprint|privacy|terms)"
              + "(?: ?[|·•,/] ?.{1,60})?$|^política de privacidad|^пользовательское соглашение"
              + "|^политика конфиденциальности");

  private static final Pattern LEADING =
      Pattern.compile(
          "©|copyright|privacy|terms|cookie|legal|impressum|datenschutz|aviso legal|mentions légales");

  /** Each notice of a kind holds one of its pieces, which are quicker to look for. */
  private static final List<String> PIECES_OF_RIGHTS =
      List.of(
          "©",
          "(c) ",
          "right",
          "vorbehalten",
          "reservado",
          "serv",
          "riservati",
          "прав",
          "материал",
          "zastrze",
          "may not be",
          "nachdruck",
          "vervielfältigung");

  private static final List<String> PIECES_OF_OPINIONS =
      List.of(
          "express", "necessarily", "geäußert", "opiniones", "opinions", "мнение", "disclaimer");

  private static final List<String> PIECES_OF_COOKIES = List.of("cookie", "куки");

  private static final List<String> PIECES_OF_LINKS =
      List.of(
          "privacy",
          "terms",
          "impressum",
          "datenschutz",
          "agb",
          "aviso legal",
          "mentions légales",
          "imprint",
          "política de",
          "пользовательское",
          "политика");

  private static final Pattern SENTENCE = Pattern.compile("[.!?]$");

  /** A sentence on terms of use that speaks to the reader is a notice; others are reports. */
  private static final Pattern ADDRESSED = Pattern.compile("\\b(?:you|your|our)\\b");

  private static final int LONGEST_LINKS = 20;

  private LegalNotices() {}

  /** True for a row of links that begins with the small print. */
  static boolean leads(Block block) {
    return LEADING.matcher(block.lower()).lookingAt();
  }

  static boolean isNotice(Block block) {
    String line = block.lower();
    return (block.holdsAny(PIECES_OF_RIGHTS) && RIGHTS.isIn(line))
        || (block.holdsAny(PIECES_OF_OPINIONS) && OPINIONS.isIn(line))
        || (block.holdsAny(PIECES_OF_COOKIES) && COOKIES.isIn(line))
        || (block.words() <= LONGEST_LINKS
            && block.holdsAny(PIECES_OF_LINKS)
            && LINKS.isIn(line)
            && (!SENTENCE.matcher(line).find() || ADDRESSED.matcher(line).find()));
  }
}

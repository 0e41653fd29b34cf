package org.stemma.clean;

import java.util.Set;
import java.util.regex.Pattern;

/** Lines that lead elsewhere on the site: menus, breadcrumbs, links to the next page. */
final class Menus {
  /** Entries that stand on a line of their own. */
  private static final Set<String> ENTRIES =
      Set.of(
          "menu",
          "search",
          "home",
          "homepage",
          "log in",
          "login",
          "log out",
          "sign in",
          "register",
          "close",
          "next",
          "previous",
          "prev",
          "top",
          "news",
          "world",
          "politics",
          "sport",
          "sports",
          "business",
          "toggle navigation",
          "contact us",
          "contact",
          "about us",
          "about",
          "close menu",
          "open menu",
          "main menu",
          "sections",
          "all sections",
          "my account",
          "site map",
          "sitemap",
          "archive",
          "view all",
          "see all",
          "load more",
          "load more stories",
          "older",
          "newer",
          "next page",
          "previous page",
          "next article",
          "previous article",
          "next story",
          "previous story",
          "older posts",
          "newer posts",
          "next post",
          "previous post",
          "startseite",
          "suche",
          "anmelden",
          "menü",
          "nach oben",
          "weiter",
          "zurück",
          "kontakt",
          "politik",
          "wirtschaft",
          "inicio",
          "portada",
          "buscar",
          "menú",
          "iniciar sesión",
          "siguiente",
          "anterior",
          "contacto",
          "accueil",
          "rechercher",
          "se connecter",
          "connexion",
          "suivant",
          "précédent",
          "главная",
          "поиск",
          "войти",
          "меню",
          "вход",
          "далее",
          "назад",
          "контакты");

  private static final Wording LINK =
      Wording.of(
          "^(?:skip|jump) to (?:the )?(?:main |site |page )?(?:content|navigation|menu|search|footer|article|comments|text)\\b.{0,20}$"
              + "|^skip to\\b|^(?:back|return|go) to (?:the )?(?:top|home|homepage|all|news|start|front page|index|contents|search)\\b"
              + "|^(?:zum|zur) (?:inhalt|hauptinhalt|navigation|startseite|suche)(?: (?:springen|wechseln))?$"
              + "|^(?:saltar|ir) al? (?:contenido|menú|inicio)\\b|^(?:aller|passer|retour) (?:au|à l[ae']).{0,20}$"
              + "|^перейти к (?:содержанию|содержимому|основному|навигации).{0,20}$"
              + "|^page \\d{1,4} (?:of|/) \\d{1,4}$|^(?:seite|página|страница) \\d{1,4}(?: (?:von|de|из) \\d{1,4})?$"
              + "|^you are here\\b.{0,100}|^(?:sie sind hier|usted está aquí|vous êtes ici|вы здесь)\\s?:.{0,100}"
              + "|^(?:next|previous|older|newer|prev|nächster|vorheriger) (?:article|story|post|page|entry|entries|posts|artikel|beitrag)\\s?:"
              + "|^(?:log ?in|sign in) ?(?:/|\\||or) ?(?:register|sign up|join|subscribe)$");

  private static final Pattern PAGES =
      Pattern.compile(
          "^(?:(?:page|pages|previous|prev|next|first|last|[«»<>‹›…]+|\\.\\.\\.|\\d{1,3})[ ,|]*){3,}$");

  private static final Pattern HOME =
      Pattern.compile(
          "(?:home(?: ?page)?|startseite|inicio|portada|accueil|главная|front page|start) ?[>»›/|→]");

  /** So many blanks part items. */
  private static final int WIDE = 3;

  private static final Pattern BETWEEN_ITEMS = Pattern.compile("\\s*[|>»›•·→]\\s*|\\s{3,}|\\t");

  private Menus() {}

  /** True for a line of a menu, by its own wording and form. */
  static boolean isMenu(String text, Block block) {
    if (HOME.matcher(block.lower()).lookingAt() && !block.endsSentence(text)) {
      return true;
    }
    if (block.endsSentence(text) || block.holdsQuotation()) {
      return block.words() <= 4 && LINK.startsAndFills(block.lower());
    }
    return isEntry(block)
        || LINK.isIn(block.lower())
        || PAGES.matcher(block.lower()).matches()
        || hasItems(text, block);
  }

  private static boolean isEntry(Block block) {
    return block.words() <= 3 && ENTRIES.contains(Words.trimmed(block.lower()));
  }

  /** "News | World | Sport", "News World Sport" with wide blanks. */
  private static boolean hasItems(String text, Block block) {
    String line = block.span().in(text);
    if (!mayHaveItems(line)) {
      return false;
    }
    String[] items = BETWEEN_ITEMS.split(line, -1);
    if (items.length < 3) {
      return false;
    }
    int words = 0;
    for (String item : items) {
      words += item.isBlank() ? 0 : item.strip().split(" ").length;
    }
    return words > 0 && words <= 3 * items.length;
  }

  /** True for a line with one of the signs that part items, or with so many blanks. */
  private static boolean mayHaveItems(String line) {
    int blanks = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      blanks = c == ' ' || c >= '\n' && c <= '\r' ? blanks + 1 : 0;
      if (blanks == WIDE || "|>»›•·→\t".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}

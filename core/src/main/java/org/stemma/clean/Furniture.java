package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stemma.model.ZoneRole;

/**
 * Lines that tell by their own wording that they are not the article: share bars, menus, notices,
 * newsletter boxes, links to other stories, credits. Where the wording could also stand in a
 * report, the line counts as report. Patterns see at most {@link Block#line}, so their time is
 * bounded.
 */
final class Furniture {
  /** The longest notice; longer blocks are looked at for nothing but their length. */
  private static final int LONGEST = 60;

  private record Rule(ZoneRole role, int mostWords, Wording wording) {
    static Rule of(ZoneRole role, int mostWords, String regex) {
      return new Rule(role, mostWords, Wording.of(regex));
    }
  }

  /** On lower-cased lines without quotation marks; the first that is found decides. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              ZoneRole.BOILERPLATE,
              20,
              "^(?:from|to|cc|subject|sent|reply-to|betreff|gesendet|an|von)\\s?: \\S"
                  + "|^(?:please )?enable javascript\\b|\\bjavascript (?:is (?:disabled|required)|to view)\\b"
                  + "|^this (?:entry|post|article) was (?:posted|published|filed|written)\\b"),
          Rule.of(
              ZoneRole.BOILERPLATE,
              20,
              "^share (?:this|on|via|with|it|the|article)\\b|^get short url|^copy (?:the )?link\\b"
                  + "|^(?:click|tap) to (?:share|print|copy|open)"
                  + "|^\\d{1,3} (?:min|mins|minute|minutes) read$|^reading time\\b"
                  + "|^(?:listen to|print) this (?:article|page|story)\\b"
                  + "|^(?:report|spotted) (?:a|an) (?:typo|error|mistake)\\b"),
          Rule.of(
              ZoneRole.BOILERPLATE,
              40,
              "^please (?:keep|note that|read our).*\\bcomments?\\b|^comments (?:are|will be) (?:moderated|closed|subject)"
                  + "|^community (?:standards|guidelines)|\\bcontact (?:the|our) (?:desk|newsroom|editors?)\\b"
                  + "|^(?:got|have) (?:a|any) (?:news )?(?:tip|story)\\b"
                  + "|^follow .*\\bon (?:twitter|facebook|x|instagram|telegram|linkedin|mastodon|threads|bluesky)\\b"
                  + "|\\bfollow (?:him|her|them|us|me) on\\b|\\breach (?:him|her|them) (?:directly )?at\\b"),
          Rule.of(
              ZoneRole.BOILERPLATE,
              15,
              "^(?:first |last |originally )?(?:published|posted|updated|modified|created|edited)(?: on| at|:| \\d|$)"
                  + "|^(?:originally )?(?:published|posted|filed) (?:by|in)\\b.*[^.!?]$"
                  + "|^(?:date|time|updated|published)\\s*:"),
          Rule.of(
              ZoneRole.PROMOTION,
              40,
              "\\b(?:to|in) your inbox\\b|\\b(?:sign|signing) up (?:for|to) (?:our|the|free|daily|this|weekly|a|my)\\b.*\\b(?:newsletters?|emails?|alerts?|updates?|briefing|news|app)\\b"
                  + "|^(?:sign up|subscribe|register|join|log in|sign in)\\b.*\\b(?:newsletters?|emails?|alerts?|updates|briefing|now|today|free|here|continue reading|unlimited|access)\\b"
                  + "|^get (?:the|our|all the|more|daily|breaking|unlimited)\\b.*\\b(?:newsletters?|emails?|alerts?|app|headlines|briefing|access|stories)\\b"
                  + "|^download (?:the|our)\\b.*\\bapp\\b|^become a (?:member|subscriber|supporter|patron)\\b"
                  + "|^(?:support|donate to) (?:our|us|independent)\\b|^already a (?:subscriber|member)\\b"
                  + "|^(?:want|like) (?:more|to read more|this)\\b.*\\b(?:subscribe|sign up|join)\\b"
                  + "|\\bnewsletters?\\b.{0,40}\\b(?:abonnieren|bestellen|anmelden|suscr[íi]b\\p{L}*)|^(?:suscr[íi]b\\p{L}*|inscrivez|abonnez|abonnieren sie|melden sie sich)\\b.*\\b(?:newsletters?|boletín)\\b"
                  + "|^(?:подпишитесь|подписывайтесь) на "),
          Rule.of(
              ZoneRole.PROMOTION,
              8,
              "^(?:promoted|sponsored|paid|partner) (?:links?|content|stories|story|post|by|message)\\b"
                  + "|^advert(?:isement|ising|orial)?s?\\b|^ad$|^ads by\\b|^subscribe$|^newsletters?$"
                  + "|^(?:story|article) continues (?:below|after)\\b|^(?:our|daily|free|morning|evening|weekly) newsletters?$"),
          Rule.of(
              ZoneRole.TAGS,
              LONGEST,
              "^(?:tags?|labels?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|themes?|subjects?|in this story|more about"
                  + "|schlagwörter|themen|stichwörter|etiquetas|temas|mots[- ]clés|thèmes|теги|метки|темы)\\s?:"
                  + "|^(?:tags|topics|keywords|filed under|schlagwörter|etiquetas|mots-clés|теги)$"
                  + "|^#\\w+(?:[ ,]+#\\w+)+$"),
          Rule.of(
              ZoneRole.CREDIT,
              40,
              "^\\W{0,3}(?:additional )?(?:reporting|reported|writing|written|editing|edited|compiled|translated|production) by\\b"
                  + "|^\\W{0,3}(?:with|additional) (?:files|reporting|additional reporting|material|agencies|inputs?) (?:from|by)\\b"
                  + "|\\bcontributed (?:reporting )?to this (?:report|story|article)\\b|\\bcontributed reporting\\b"),
          Rule.of(ZoneRole.CREDIT, 12, "^\\W{0,3}(?:sources?|credits?|agency)\\s?: ?\\S"),
          Rule.of(
              ZoneRole.CAPTION,
              LONGEST,
              "^(?:file )?(?:photo|picture|image|pictured|caption|photograph|illustration|video)(?: credit| caption)?\\s?[:|]"
                  + "|[(\\[/|](?: ?file)? ?(?:photo|picture|image|photograph|pic|credit|photo credit)s?\\s?[:/][^)\\]]{0,80}[)\\]]?$"
                  + "|\\((?:file (?:photo|picture|image)|ap photo[^)]{0,60}|getty(?: images)?|archive)\\)\\.?$"
                  + "|[/|,(] ?(?:getty images|afp via getty images|reuters/[a-z. ]{2,40}|ap photo[^)]{0,60})\\)?\\.?$"
                  + "|\\b(?:photo|photograph|picture|image|illustration)s?: [^.:]{2,60}\\.?$"
                  + "|^file (?:photo|picture|image)\\b"));

  /** Labels that stand on a line of their own. */
  private static final Set<String> LABELS =
      Set.of(
          "image",
          "images",
          "photo",
          "photos",
          "video",
          "audio",
          "gallery",
          "listen",
          "loading",
          "loading...",
          "loading…",
          "open image",
          "image copyright",
          "image caption",
          "media caption",
          "read aloud",
          "play",
          "pause",
          "mute",
          "enlarge",
          "expand",
          "breaking",
          "breaking news",
          "live",
          "opinion",
          "exclusive",
          "analysis",
          "comment is free",
          "report this ad",
          "font size",
          "a a",
          "print version",
          "via email",
          "short url",
          "avatar");

  /** Words of share bars: a line of nothing else is one. */
  private static final Set<String> BUTTONS =
      Set.of(
          "share",
          "shares",
          "tweet",
          "print",
          "email",
          "e-mail",
          "mail",
          "save",
          "copy",
          "link",
          "facebook",
          "twitter",
          "whatsapp",
          "telegram",
          "linkedin",
          "pinterest",
          "reddit",
          "messenger",
          "pocket",
          "flipboard",
          "bookmark",
          "vk",
          "viber",
          "line",
          "pin",
          "it",
          "x",
          "on",
          "via",
          "and",
          "to",
          "this",
          "by",
          "like",
          "google",
          "plus",
          "instagram",
          "youtube",
          "rss",
          "tumblr",
          "more",
          "comments",
          "comment",
          "bluesky",
          "threads",
          "mastodon",
          "sms",
          "follow",
          "us",
          "send",
          "gift",
          "article",
          "loading");

  private static final Pattern AGENCY =
      Pattern.compile(
          "^\\W{0,3}(?:(?:press association|pa media|associated press|reuters|afp|agence france-presse"
              + "|ap|dpa|upi|tass|itar-tass|xinhua|ansa|efe|interfax|bloomberg|anadolu|kyodo|agencies|staff"
              + "|wires?|wire reports?|staff and agencies|news agencies|with agencies)"
              + "(?: ?[,/&] ?| and |$)){1,4}\\W{0,3}$");

  /** What names of news agencies end with. */
  private static final Set<String> AGENCY_ENDINGS =
      Set.of("association", "agency", "agencies", "wire", "press", "newswire", "service", "media");

  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:by|By|BY|Author:|(?:Words|Written|Report|Story|Analysis|Opinion|Review|Text) by) ?:? ?"
              + "(?!The |the |A |An |All |Its |His |Her |Our |This |Far )\\p{Lu}[\\p{L}.'’-]+(?: .{1,120})?$");

  /** Such words open sentences too, so nothing but a name may follow. */
  private static final Pattern FOREIGN_BYLINE =
      Pattern.compile(
          "^(?:Von|Por|Par|Di|Door|Автор:?|Текст:|Autor:|Autorin:|Auteur ?:) "
              + "\\p{Lu}[\\p{L}.'’-]+(?: (?:(?:von|van|de|del|da) )?\\p{Lu}[\\p{L}.'’-]+){1,2}$");

  /** What stands under an author's name. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?:[\\p{L}-]+ ){0,4}(?i:correspondent|editor|reporter|columnist|writer|staff)(?:,? (?:at |in |for )?[\\p{Lu}].{0,40})?$");

  private static final int LONGEST_OFFICE = 9;

  /** Each post is one of these, which are quicker to look for. */
  private static final List<String> POSTS =
      List.of("correspondent", "editor", "reporter", "columnist", "writer");

  private static final Pattern POST =
      Pattern.compile(
          "^\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){1,3},? (?:in \\p{Lu}[\\p{L} ]{2,30},? )?"
              + "(?i:(?:chief |senior |political |foreign |diplomatic |defence |staff |news |world |home |[a-z]+ ){0,3}"
              + "(?:correspondent|editor|reporter|columnist|writer))(?:,? .{0,60})?$");

  /** "© Agency/ Photographer": whose picture it is, not whose page. */
  private static final Pattern PHOTOGRAPHER = Pattern.compile("^© ?[^\\d/]{2,40}/ ?[^\\d/]{2,40}$");

  private Furniture() {}

  /** The role that a line's wording gives it; empty where it may be the article's text. */
  static Optional<ZoneRole> role(String text, Block block) {
    if (block.words() > LONGEST || !block.isWhole()) {
      return Optional.empty();
    }
    if (isLabel(block) || isShareBar(block)) {
      return Optional.of(ZoneRole.BOILERPLATE);
    }
    if (Menus.isMenu(text, block)) {
      return Optional.of(LegalNotices.leads(block) ? ZoneRole.LEGAL : ZoneRole.NAVIGATION);
    }
    if (isByline(text, block)) {
      return Optional.of(ZoneRole.BYLINE);
    }
    if (Teasers.isLabelled(block)) {
      return Optional.of(ZoneRole.RELATED);
    }
    return block.holdsQuotation() ? Optional.empty() : unquoted(block);
  }

  private static Optional<ZoneRole> unquoted(Block block) {
    if (isAgency(block)) {
      return Optional.of(ZoneRole.CREDIT);
    }
    if (PHOTOGRAPHER.matcher(block.line()).matches()) {
      return Optional.of(ZoneRole.CAPTION);
    }
    if (LegalNotices.isNotice(block)) {
      return Optional.of(ZoneRole.LEGAL);
    }
    if (Paywall.isNotice(block)) {
      return Optional.of(ZoneRole.PROMOTION);
    }
    if (Teasers.isLead(block)) {
      return Optional.of(ZoneRole.RELATED);
    }
    for (Rule rule : RULES) {
      if (block.words() <= rule.mostWords() && rule.wording().isIn(block.lower())) {
        return Optional.of(rule.role());
      }
    }
    return Optional.empty();
  }

  /** True for a name such as news agencies have, alone on a line. For the foot of an article. */
  static boolean looksLikeAgency(Block block) {
    String[] words = block.lower().split(" ", 6);
    String last = words[words.length - 1].replaceAll("\\W", "");
    boolean ending = AGENCY_ENDINGS.contains(last);
    return isAgency(block) || (words.length <= 4 && words.length > 1 && ending);
  }

  /** An author's office, for lines under a byline. */
  static boolean looksLikeOffice(Block block) {
    return block.words() <= LONGEST_OFFICE && OFFICE.matcher(block.line()).matches();
  }

  /** A list of names and things, each short, with commas between: what tags look like. */
  static boolean looksLikeTags(String text, Block block) {
    if (block.endsSentence(text) || block.holdsQuotation()) {
      return false;
    }
    String[] items = block.line().split(", ?", -1);
    if (items.length < 3) {
      return false;
    }
    int longest = 0;
    for (String item : items) {
      longest = Math.max(longest, item.split(" ").length);
    }
    return longest <= 5;
  }

  private static boolean isLabel(Block block) {
    String label = Words.trimmed(block.lower(), ".…");
    return label.isEmpty() || LABELS.contains(label);
  }

  private static boolean isShareBar(Block block) {
    if (block.words() > 16) {
      return false;
    }
    return Words.allMatch(block.lower(), '-', word -> BUTTONS.contains(word) || isCount(word))
        && !Words.allMatch(block.lower(), '-', word -> word.length() <= 2 || isCount(word));
  }

  /** "12", "3k". */
  private static boolean isCount(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i)) && word.charAt(i) != 'k') {
        return false;
      }
    }
    return true;
  }

  private static boolean isByline(String text, Block block) {
    if (block.words() > 20 || block.lastSign(text) == '.' || block.lastSign(text) == ':') {
      return false;
    }
    boolean by =
        BYLINE.matcher(block.line()).matches() || FOREIGN_BYLINE.matcher(block.line()).matches();
    return (by && block.words() <= 16)
        || (block.words() <= 10 && block.holdsAny(POSTS) && POST.matcher(block.line()).matches());
  }

  private static boolean isAgency(Block block) {
    return block.words() <= 8
        && !block.lower().equals("staff")
        && AGENCY.matcher(block.lower()).matches();
  }
}

package org.stemma.clean;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

/** News agencies: told by name, or by a name such as agencies have. */
final class Agencies {
  /** The large ones and how they sign, in lower case without dots. */
  private static final Set<String> NAMES =
      Set.copyOf(
          List.of(
              "reuters",
              "thomson reuters",
              "associated press",
              "the associated press",
              "ap",
              "afp",
              "agence france-presse",
              "agence france presse",
              "dpa",
              "deutsche presse-agentur",
              "dpa-afx",
              "press association",
              "pa",
              "pa media",
              "pa news agency",
              "upi",
              "united press international",
              "tass",
              "itar-tass",
              "ria novosti",
              "interfax",
              "interfax-ukraine",
              "ukrinform",
              "xinhua",
              "xinhua news agency",
              "ansa",
              "adnkronos",
              "agi",
              "efe",
              "europa press",
              "lusa",
              "apa",
              "keystone-sda",
              "sda",
              "belga",
              "anp",
              "ntb",
              "ritzau",
              "tt",
              "stt",
              "pap",
              "čtk",
              "ctk",
              "mti",
              "agerpres",
              "anadolu",
              "anadolu agency",
              "anadolu ajansı",
              "aa",
              "dha",
              "iha",
              "irna",
              "isna",
              "sana",
              "wam",
              "kuna",
              "mena",
              "pti",
              "press trust of india",
              "ani",
              "ians",
              "uni",
              "app",
              "kyodo",
              "kyodo news",
              "jiji",
              "jiji press",
              "yonhap",
              "kcna",
              "aap",
              "canadian press",
              "the canadian press",
              "bloomberg",
              "bloomberg news",
              "antara",
              "bernama",
              "vna",
              "notimex",
              "telam",
              "télam",
              "agência brasil",
              "agencia brasil",
              "prensa latina",
              "sputnik",
              "epd",
              "kna",
              "sid",
              "afp-jiji",
              "dow jones",
              "dow jones newswires",
              "inter press service",
              "states news service",
              "marketwatch wire"));

  /** "Northern Wire", "Lake News Agency": what such names end with. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.'’-]*[ -]){1,3}(?:Wire|Newswire|News Agency|Press Agency|News Service|Wire Service"
              + "|Press Association|Presse-Agentur|Nachrichtenagentur|Telegraph Agency)");

  /** A short name in small letters is more often a word or somebody's first name. */
  private static final int ACRONYM = 4;

  private static final Set<String> MIXED = Set.of("dpa", "epd", "Tass", "Ansa");

  /** No agency's name is longer. */
  private static final int LONGEST = 60;

  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{2,60})\\)");

  /** What may stand in front of an agency's name on a line that credits it. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:\\W{1,3}|(?:source|sources|agency|quelle|fuente|fonte|источник|credit)\\s?: ?|by |from |©|\\(c\\)|copyright|\\d{4}|the )+");

  private static final Pattern AT_END =
      Pattern.compile("(?:[(/\\[]|[—–-] ?)([\\p{L}.& -]{2,40})[)/\\]]?\\.?$");

  /** How each is called where it is called by several names. */
  private static final Map<String, String> SHORT_FOR =
      Map.of("the associated press", "Associated Press");

  private Agencies() {}

  static boolean isAgency(String name) {
    String bare = name.length() > LONGEST ? "" : bare(name);
    boolean listed = NAMES.contains(bare.toLowerCase(Locale.ROOT));
    boolean signs = bare.length() > ACRONYM || MIXED.contains(bare) || isCapitals(bare);
    return (listed && signs) || SHAPE.matcher(bare).matches();
  }

  private static boolean isCapitals(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** The agency among the words of a byline or a credit line, as printed. */
  static Optional<String> in(String words) {
    String line = LEAD.matcher(words.strip()).replaceFirst("");
    for (String part : line.split("\\s*[/,;|()\\[\\]•·]\\s*|\\s+(?:and|und|et|y|with|[-–—])\\s+")) {
      String name = LEAD.matcher(part.strip()).replaceFirst("").replaceFirst("(?i) staff$", "");
      if (isAgency(name)) {
        return Optional.of(SHORT_FOR.getOrDefault(name.toLowerCase(Locale.ROOT), bare(name)));
      }
    }
    return Optional.empty();
  }

  /** The agency in the brackets of a dateline. */
  static Optional<String> inDateline(String words) {
    Matcher brackets = BRACKETS.matcher(words);
    // Whatever stands in a dateline's brackets is whom the outlet has it from.
    return brackets.find() ? Optional.of(brackets.group(1).strip()) : Optional.empty();
  }

  /** The agency that a page's foot credits: on a line of its own, or behind the last paragraph. */
  static Optional<String> atFoot(String text, List<Block> blocks, List<ZoneRole> roles) {
    Optional<String> found = Optional.empty();
    int last = roles.lastIndexOf(ZoneRole.BODY);
    if (last >= 0) {
      found = atEnd(text, blocks.get(last).span());
    }
    for (int i = 0; i < roles.size() && found.isEmpty(); i++) {
      boolean credit = roles.get(i) == ZoneRole.CREDIT && blocks.get(i).isWhole();
      boolean whole =
          !blocks.get(i).lower().contains("reporting") && !blocks.get(i).lower().contains(" by ");
      found = credit && whole ? in(blocks.get(i).line()) : found;
    }
    return found;
  }

  private static Optional<String> atEnd(String text, Span paragraph) {
    int from = Math.max(paragraph.start(), paragraph.end() - 60);
    Matcher end = AT_END.matcher(text.substring(from, paragraph.end()));
    while (end.find()) {
      if (isAgency(end.group(1).strip())) {
        return Optional.of(bare(end.group(1).strip()));
      }
    }
    return Optional.empty();
  }

  private static String bare(String name) {
    String stripped = name.strip();
    boolean dotted = stripped.indexOf('.') > 0 && stripped.length() <= 8;
    return dotted ? stripped.replace(".", "") : stripped.replaceFirst("\\.$", "");
  }
}

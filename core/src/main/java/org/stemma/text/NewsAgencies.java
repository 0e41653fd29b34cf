package org.stemma.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** News agencies: told by name, or by a name such as agencies have. */
public final class NewsAgencies {
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
              "marketwatch wire",
              "tasnim",
              "fars news agency",
              "belta",
              "agencia efe",
              "ats",
              "tanjug",
              "hina",
              "srna",
              "fena",
              "bta",
              "itar tass"));

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

  private NewsAgencies() {}

  /**
   * True for the name of a news agency, as printed. Short names count only in the capitals in which
   * agencies sign.
   */
  public static boolean isAgency(String name) {
    String bare = name.length() > LONGEST ? "" : bare(name);
    boolean listed = NAMES.contains(bare.toLowerCase(Locale.ROOT));
    boolean signs = bare.length() > ACRONYM || MIXED.contains(bare) || isCapitals(bare);
    return (listed && signs) || SHAPE.matcher(bare).matches();
  }

  private static boolean isCapitals(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** A name without the dots of an abbreviation and the full stop behind it. */
  public static String bare(String name) {
    String stripped = name.strip();
    boolean dotted = stripped.indexOf('.') > 0 && stripped.length() <= 8;
    return dotted ? stripped.replace(".", "") : stripped.replaceFirst("\\.$", "");
  }
}

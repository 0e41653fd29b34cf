package org.stemma.clean;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.ZoneRole;
import org.stemma.text.NewsAgencies;

/** The names of newspapers and sites, as pages give them. */
final class Outlets {
  /** No name is longer, in characters. */
  private static final int LONGEST = 80;

  /** Hosts with fewer letters are found in too many words. */
  private static final int FEWEST_LETTERS = 4;

  /** "© 2031 The Castrel Tribune. All rights reserved", with the year, which pictures lack. */
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?:©|\\(c\\)|copyright)\\W{0,4}(?:copyright\\W{0,3})?(?:19|20)\\d\\d(?: ?[-–] ?(?:19|20)?\\d\\d)?,? (?:by )?"
              + "(\\p{Lu}[^.|©•·]{2,60}?)"
              + "(?=\\.|$| ?[|©•·]|,? all rights|,? alle rechte|,? tous droits|,? todos los|,? tutti i)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern COMPANY =
      Pattern.compile(
          "(?:,? (?:Ltd|Limited|Inc|LLC|PLC|plc|GmbH|AG|S\\.?A|SAS|S\\.?p\\.?A|S\\.?r\\.?l|AB|AS|A/S|Oy|BV|Corp|Co))+\\.?$");

  private Outlets() {}

  /** False for a handle, an address, a number, a sentence. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && !name.startsWith("@")
        && !name.contains("://")
        && !name.startsWith("www.")
        && name.chars().anyMatch(Character::isLetter);
  }

  /** True for a name that is no more than the host or its first label. */
  static boolean isHost(String address, String name) {
    String host = Addresses.host(address).orElse("");
    boolean small = name.equals(name.toLowerCase(Locale.ROOT));
    return small
        && (name.equals(host) || name.equals("www." + host) || host.startsWith(name + "."));
  }

  /** "The Daily Skerry | News from the island" without what stands behind the bar. */
  static String withoutMotto(String name) {
    int bar = name.indexOf(" | ");
    return bar > 1 ? name.substring(0, bar).strip() : name;
  }

  /**
   * True where the letters of a name are those of a host: "The Daily Skerry", dailyskerry.example.
   */
  static boolean isNamedLike(String address, String name) {
    Optional<String> host = Addresses.host(address);
    if (host.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    String bare = bare(name);
    if (bare.equals(Titles.bare(host.get()))) {
      return true;
    }
    for (String label : host.get().split("\\.")) {
      String letters = bare(label);
      boolean same = letters.equals(bare);
      boolean start = letters.length() >= FEWEST_LETTERS && bare.startsWith(letters);
      if (same || (start && Titles.words(name) <= 4)) {
        return bare.length() >= 2;
      }
    }
    return false;
  }

  /**
   * The name in the page's line on copyright; not an agency's, whose notice stands in many papers.
   */
  static Optional<String> inCopyright(List<Block> blocks, List<ZoneRole> roles) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (isNotice(blocks.get(i), roles.get(i))) {
        Optional<String> name = holder(blocks.get(i).line());
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /** The agency that a page's line on copyright names. */
  static Optional<String> agencyInCopyright(List<Block> blocks, List<ZoneRole> roles) {
    for (int i = 0; i < blocks.size(); i++) {
      if (isNotice(blocks.get(i), roles.get(i))) {
        Matcher found = COPYRIGHT.matcher(blocks.get(i).line());
        if (found.find() && NewsAgencies.isAgency(found.group(1).strip())) {
          return Optional.of(found.group(1).strip());
        }
      }
    }
    return Optional.empty();
  }

  /** A name by which two printings of it are compared. */
  static String bare(String name) {
    String bare = Titles.bare(name);
    return bare.startsWith("the") && bare.length() > 6 ? bare.substring(3) : bare;
  }

  private static boolean isNotice(Block block, ZoneRole role) {
    String line = block.lower();
    boolean sign = line.contains("©") || line.contains("copyright") || line.contains("(c)");
    return sign && !role.isArticle() && role != ZoneRole.COMMENT;
  }

  private static Optional<String> holder(String line) {
    Matcher found = COPYRIGHT.matcher(line);
    return found.find()
        ? Optional.of(COMPANY.matcher(found.group(1).strip()).replaceFirst("").strip())
            .filter(Outlets::isName)
            .filter(name -> !NewsAgencies.isAgency(name) && Titles.words(name) <= 6)
        : Optional.empty();
  }
}

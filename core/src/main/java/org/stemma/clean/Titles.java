package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles of pages: the headline, and what the site adds to it: its name, a section. */
final class Titles {
  /** A site's or a section's name has at most so many words. */
  private static final int MOST_WORDS_OF_SITE = 6;

  /** No title that people write is longer, in characters. */
  private static final int LONGEST = 400;

  /** What parts headline and site; a dash without blanks stands inside a word. */
  private static final Pattern SEPARATOR = Pattern.compile(" *\\| *| [-–—»«·•:/]{1,2} |: (?=\\S)");

  private Titles() {}

  /**
   * A title without the site's name and section.
   *
   * <p>Behind a bar or a guillemet nothing belongs to a headline. Behind a dash anything may ("Port
   * to close – union"), so there only what is known to be the site's name goes, or what looks like
   * a name behind a hyphen.
   *
   * @param isSite tells the names of the site
   */
  static String headline(String title, Predicate<String> isSite) {
    String rest = title.strip().replaceAll("\\s+", " ");
    if (rest.length() > LONGEST) {
      return rest;
    }
    for (boolean again = true; again; ) {
      Optional<String> shorter = withoutLast(rest, isSite);
      shorter = shorter.isPresent() ? shorter : withoutFirst(rest, isSite);
      again = shorter.isPresent();
      rest = shorter.orElse(rest);
    }
    return rest;
  }

  /** A headline as printed, without the site's name where it was printed with it. */
  static String printed(String heading, Predicate<String> isSite) {
    Optional<Matcher> last = last(heading.strip());
    return last.filter(sign -> isSite.test(heading.strip().substring(sign.end())))
        .map(sign -> heading.strip().substring(0, sign.start()).strip())
        .filter(rest -> !rest.isEmpty())
        .orElse(heading.strip());
  }

  /** The site's name: what a title has behind the headline that is known from elsewhere. */
  static Optional<String> site(String title, String headline) {
    String whole = title.strip();
    String known = headline.strip();
    int at = known.isEmpty() || whole.length() > LONGEST ? -1 : whole.indexOf(known);
    if (at < 0) {
      return Optional.empty();
    }
    return last(whole)
        .filter(sign -> sign.start() >= at + known.length())
        .map(sign -> whole.substring(sign.end()).strip())
        .filter(Titles::isName);
  }

  /** The last part of a title, where one stands behind a sign that parts it. */
  static Optional<String> lastPart(String title) {
    String whole = title.strip();
    return whole.length() > LONGEST
        ? Optional.empty()
        : last(whole).map(sign -> whole.substring(sign.end()).strip()).filter(Titles::isName);
  }

  /** Letters and digits in lower case, by which two printings of one name or title are compared. */
  static String bare(String words) {
    StringBuilder bare = new StringBuilder();
    words.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static Optional<String> withoutLast(String title, Predicate<String> isSite) {
    Optional<Matcher> last = last(title);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    String rest = title.substring(0, last.get().start()).strip();
    String part = title.substring(last.get().end()).strip();
    String sign = last.get().group().strip();
    boolean bar = sign.equals("|") || sign.equals("»") || sign.equals("«");
    boolean shorter = words(part) <= MOST_WORDS_OF_SITE && words(part) <= words(rest);
    boolean name = sign.equals("-") && isTitleCase(part);
    boolean site = isSite.test(part) || (shorter && (bar || name));
    boolean enough = isSite.test(part) ? !rest.isEmpty() : words(rest) >= Headlines.FEWEST_WORDS;
    return site && enough ? Optional.of(rest) : Optional.empty();
  }

  private static Optional<String> withoutFirst(String title, Predicate<String> isSite) {
    Matcher sign = SEPARATOR.matcher(title);
    if (!sign.find()) {
      return Optional.empty();
    }
    String part = title.substring(0, sign.start()).strip();
    String rest = title.substring(sign.end()).strip();
    boolean label = sign.group().strip().equals("|") && words(part) < Headlines.FEWEST_WORDS;
    boolean site = isSite.test(part) || (label && words(rest) >= Headlines.FEWEST_WORDS);
    return site && !rest.isEmpty() ? Optional.of(rest) : Optional.empty();
  }

  private static Optional<Matcher> last(String title) {
    Matcher sign = SEPARATOR.matcher(title);
    List<Integer> ends = new ArrayList<>();
    while (sign.find()) {
      if (!sign.group().startsWith(":")) {
        ends.add(sign.start());
      }
    }
    if (ends.isEmpty() || !sign.reset().find(ends.get(ends.size() - 1))) {
      return Optional.empty();
    }
    return Optional.of(sign);
  }

  private static boolean isName(String part) {
    return !part.isEmpty() && words(part) <= MOST_WORDS_OF_SITE && !part.endsWith(".");
  }

  private static boolean isTitleCase(String part) {
    String[] words = part.split("\\s+");
    for (String word : words) {
      boolean small = word.length() <= 3;
      if (!Character.isUpperCase(word.codePointAt(0)) && !small) {
        return false;
      }
    }
    return words.length >= 2 && Character.isUpperCase(part.codePointAt(0));
  }
}

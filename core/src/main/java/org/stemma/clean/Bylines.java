package org.stemma.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stemma.text.NewsAgencies;
import org.stemma.text.WebAddresses;

/** The people in a byline: "By Ana Ruiz and Tom Brel in Port Soren" names two. */
final class Bylines {
  /** No byline is longer, in characters. */
  private static final int LONGEST = 300;

  /** A person's name has at most so many words. */
  private static final int MOST_WORDS = 5;

  /** A line with a byline and its date has at most so many. */
  private static final int MOST_WORDS_OF_LINE = 16;

  /** People who sign one text. */
  private static final int MOST_PEOPLE = 20;

  private static final Pattern BY =
      Pattern.compile(
          "^(?:words by|written by|report by|reported by|reporting by|story by|analysis by|text by|posted by|published by"
              + "|by|author|authors|von|par|por|di|door|av|af|od|autor|autora|auteur|autore|foto und text|text|текст|автор|авторы"
              + "|autorin|redazione di|a cura di|κείμενο|yazan|skrevet av|tekst)(?:\\b|(?<=[^\\x00-\\x7f]))\\s*:?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Where the byline as it is kept ends: a bracket, a bar, a dash, a date. */
  private static final Pattern AFTER =
      Pattern.compile(
          " ?[(|•·].*| [–—-] .*|,? (?:published|updated|posted)\\b.*|,? ?\\d.*",
          Pattern.CASE_INSENSITIVE);

  /** Where a name ends: its place, its outlet, its address. */
  private static final Pattern NAME_ENDS =
      Pattern.compile(
          "\\s+(?:in|for|at|aus|für|à|pour|en|da|per|fra|i|from|reports|reporting|of|is|has|was)\\s+.*|\\s*[<@\\[(].*|['’]s\\b.*|\\s+on (?=\\p{Lu}|\\d).*");

  private static final Pattern APART =
      Pattern.compile(
          "\\s*[,;/|•·&\\n]\\s*|\\s+[–—-]+\\s+|\\s+(?i:and|und|et|y|e|og|och|en|ja|with|mit|avec|и|та|ve|con|com)\\s+");

  private static final Pattern ENDS = Pattern.compile("(?:[\\s,|•·(–—-]| on| at)+$");

  private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*|https?:\\S+|www\\.\\S+");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "van",
          "von", "der", "den", "ter", "ten", "te", "zu", "zum", "zur", "af", "av", "al", "el",
          "bin", "ibn", "ben", "bint", "abu", "e", "y", "'t", "st", "mac", "dem", "lo", "los",
          "las", "i");

  /** Words that make a name a body's, a post's or nobody's, folded. */
  private static final Set<String> NOBODY =
      Set.copyOf(
          List.of(
              ("staff admin administrator editor editors editorial editoria reporter reporters correspondent correspondents"
                      + " columnist writer writers journalist contributor contributors desk bureau newsroom team news newspaper press agency"
                      + " agencies wire wires service services media redaktion redaction redaccion redacao redazione redactie redaksjonen"
                      + " redaktionen toimitus redakcja redakce redakcia redactia szerkesztoseg редакция редакція guest anonymous unknown webmaster user times tribune post herald gazette"
                      + " chronicle telegraph magazine online digital tv radio network group institute foundation university company"
                      + " inc ltd llc gmbh corp association society committee council office department ministry party union"
                      + " chief head director president professor special political senior deputy diplomatic foreign economics business"
                      + " sport sports science health world national local breaking producer photographer photo video photography"
                      + " published updated posted read min share home about contact subscribe tweet facebook twitter follow blog official"
                      + " monday tuesday wednesday thursday friday saturday sunday www com author authors archive view all more the our com"
                      + " freelance analyst commentator critic fact checker checkers daily weekly report reports communications insider today")
                  .split(" ")));

  private Bylines() {}

  /**
   * True for a line that begins like a byline in any of some languages and names nothing but
   * people.
   */
  static boolean isLine(Block block) {
    String line = block.line();
    if (block.words() > MOST_WORDS_OF_LINE || !block.isWhole() || !BY.matcher(line).find()) {
      return false;
    }
    String names = BY.matcher(withoutDate(line)).replaceFirst("");
    int words = people(names).stream().mapToInt(Titles::words).sum();
    return words > 0 && Titles.words(names) <= words + people(names).size();
  }

  /** The names of a byline without "by", dates and links; empty where nothing is left. */
  static Optional<String> name(String line) {
    String start = withoutDate(line.substring(0, Math.min(line.length(), LONGEST)).strip());
    String name = AFTER.matcher(BY.matcher(start).replaceFirst("")).replaceFirst("").strip();
    boolean word = name.chars().anyMatch(Character::isLetter);
    boolean nobody = name.indexOf('@') == 0 || WebAddresses.isWeb(name);
    return word && !nobody ? Optional.of(name) : Optional.empty();
  }

  private static String withoutDate(String line) {
    if (!WrittenDates.hasDigit(line)) {
      return line;
    }
    Optional<WrittenDates.Written> date = WrittenDates.first(line, DayOrder.DAY_FIRST);
    if (date.isEmpty() || date.get().start() == 0) {
      return line;
    }
    String rest = ENDS.matcher(line.substring(0, date.get().start())).replaceFirst("");
    String last = rest.substring(rest.lastIndexOf(' ') + 1);
    boolean day = last.length() > 2 && CalendarWords.isDay(last);
    return day
        ? ENDS.matcher(rest.substring(0, rest.length() - last.length())).replaceFirst("")
        : rest;
  }

  /** The people whom a byline names, each once, in its order. */
  static List<String> people(String byline) {
    return people(List.of(byline));
  }

  /** The people whom several names or bylines name. */
  static List<String> people(List<String> bylines) {
    Map<String, String> people = new LinkedHashMap<>();
    for (String byline : bylines) {
      if (byline.length() <= LONGEST) {
        for (String name : names(byline)) {
          if (people.size() < MOST_PEOPLE) {
            people.putIfAbsent(Titles.bare(name), name);
          }
        }
      }
    }
    return List.copyOf(people.values());
  }

  private static List<String> names(String byline) {
    List<String> names = new ArrayList<>();
    String line = ADDRESS.matcher(withoutDate(byline.strip())).replaceAll(" , ");
    for (String part : APART.split(BY.matcher(line.strip()).replaceFirst(""))) {
      String name =
          NAME_ENDS.matcher(BY.matcher(part.strip()).replaceFirst("")).replaceFirst("").strip();
      if (isPerson(name)) {
        names.add(recased(name));
      }
    }
    return names;
  }

  private static boolean isPerson(String name) {
    String[] words = name.split("\\s+");
    if (name.isEmpty() || words.length > MOST_WORDS || NewsAgencies.isAgency(name)) {
      return false;
    }
    int named = 0;
    for (String word : words) {
      if (!isNameWord(word)) {
        return false;
      }
      named += PARTICLES.contains(word) ? 0 : 1;
    }
    return named >= 2 || (words.length == 1 && isUncased(name));
  }

  private static boolean isNameWord(String word) {
    String folded = CalendarWords.folded(word);
    boolean nobody = NOBODY.contains(folded) || isPost(folded);
    if (nobody || word.codePoints().anyMatch(Character::isDigit)) {
      return false;
    }
    int first = word.codePointAt(0);
    boolean apostrophe = first == '\'' || first == '’' || first == '“' || first == '"';
    boolean capital = Character.isUpperCase(first) || Character.isTitleCase(first);
    boolean uncased = Character.isLetter(first) && !Character.isLowerCase(first) && !capital;
    boolean inner = word.length() > 2 && (word.startsWith("d'") || word.startsWith("d’"));
    boolean letters = word.codePoints().allMatch(c -> Character.isLetter(c) || isInName(c));
    return letters && (capital || uncased || apostrophe || inner || PARTICLES.contains(word));
  }

  /** "Editor-at-large". */
  private static boolean isPost(String word) {
    int dash = word.indexOf('-');
    return dash > 0 && NOBODY.contains(word.substring(0, dash));
  }

  private static boolean isInName(int c) {
    return "'’.-‐“”\"".indexOf(c) >= 0 || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Chinese, Japanese and Korean names are one word without capitals. */
  private static boolean isUncased(String name) {
    return name.length() >= 2
        && name.length() <= 5
        && name.codePoints().allMatch(c -> Character.isIdeographic(c) || isHangul(c));
  }

  private static boolean isHangul(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  /** "ANA RUIZ" as people write it, so that one person has one name. */
  private static String recased(String name) {
    boolean shouted =
        name.equals(name.toUpperCase(Locale.ROOT)) && name.chars().anyMatch(Character::isUpperCase);
    if (!shouted) {
      return name;
    }
    StringBuilder recased = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      recased.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return recased.toString();
  }
}

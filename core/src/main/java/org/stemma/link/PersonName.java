package org.stemma.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stemma.text.Spelling;

/**
 * A person's name taken apart.
 *
 * @param titles what stood before it
 * @param parts of the name itself, as {@link Spelling#folded} gives them; initials are one letter
 * @param generation "jr", "sr", "ii" and so on
 */
record PersonName(List<String> titles, List<String> parts, Optional<String> generation) {
  private static final Pattern NICKNAME = Pattern.compile("[“\"(‘][^”\")’]{1,30}[”\")’]");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\u2010\u2011\u2013.]+");
  private static final Set<String> GENERATIONS =
      Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "vi", "vii", "viii");

  /** The Arabic article, also where it takes the sound of what follows it. */
  private static final Set<String> ARTICLES =
      Set.of(
          "al", "el", "ul", "ad", "ed", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az",
          "ez");

  PersonName {
    titles = List.copyOf(titles);
    parts = List.copyOf(parts);
  }

  static PersonName of(String written) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(NICKNAME.matcher(written).replaceAll(" "))) {
      String folded = Spelling.folded(withoutPossessive(word));
      if (!folded.isEmpty()) {
        words.add(folded);
      }
    }
    List<String> titles = new ArrayList<>();
    while (words.size() > 1 && (Offices.isTitle(words.get(0)) || opensOffice(words))) {
      titles.add(words.remove(0));
    }
    Optional<String> generation = Optional.empty();
    if (words.size() > 1 && GENERATIONS.contains(words.get(words.size() - 1))) {
      String last = words.remove(words.size() - 1);
      generation = Optional.of(last.equals("junior") ? "jr" : last.equals("senior") ? "sr" : last);
    }
    List<String> parts = new ArrayList<>(words);
    parts.removeIf(ARTICLES::contains);
    return new PersonName(titles, parts.isEmpty() ? words : parts, generation);
  }

  /** "Prime" in "Prime Minister Sand". */
  private static boolean opensOffice(List<String> words) {
    return words.size() > 2 && Offices.isDomain(words.get(0)) && Offices.isRole(words.get(1));
  }

  static String withoutPossessive(String word) {
    boolean possessive = word.endsWith("'s") || word.endsWith("’s");
    return possessive ? word.substring(0, word.length() - 2) : word;
  }

  /** False for a surname, or whatever one word is. */
  boolean isFull() {
    return parts.size() > 1;
  }

  String first() {
    return parts.get(0);
  }

  String last() {
    return parts.get(parts.size() - 1);
  }

  /** What stands between the first and the last part. */
  Set<String> middles() {
    return parts.size() > 2 ? new LinkedHashSet<>(parts.subList(1, parts.size() - 1)) : Set.of();
  }

  /** True where nothing but the name can be told: a text of signs. */
  boolean isEmpty() {
    return parts.isEmpty();
  }
}

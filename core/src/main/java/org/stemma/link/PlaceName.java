package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stemma.text.Spelling;

/**
 * Names of places under one key: "Deir es-Salm" and "Deir Essalm", "St. Orlan" and "Saint Orlan".
 */
final class PlaceName {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\u2010\u2011\u2013.,]+");
  private static final Map<String, String> SHORT =
      Map.of("st", "saint", "mt", "mount", "ft", "fort");
  private static final Set<String> ARTICLES =
      Set.of("the", "al", "el", "ad", "ed", "ar", "er", "as", "es", "ash", "az", "ez", "at", "et");

  /** "Essalm": the article took the sound of the word and grew into it. */
  private static final Pattern GROWN_ARTICLE = Pattern.compile("^[ae]([dnrstz])\\1");

  /** In a shorter name each letter counts. */
  private static final int ENOUGH_LETTERS = 6;

  /** "U.S." and "US" are letters, not words. */
  private static final int SHORTEST_NAME = 3;

  private PlaceName() {}

  static String key(String written) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(written)) {
      String folded = Spelling.folded(PersonName.withoutPossessive(word));
      if (!folded.isEmpty()) {
        words.add(SHORT.getOrDefault(folded, folded));
      }
    }
    boolean article = words.size() > 1 && words.stream().anyMatch(ARTICLES::contains);
    if (words.size() > 1) {
      words.removeIf(ARTICLES::contains);
    }
    for (int i = 1; i < words.size(); i++) {
      words.set(i, GROWN_ARTICLE.matcher(words.get(i)).replaceFirst("$1"));
    }
    if (words.isEmpty()) {
      return written;
    }
    if (words.get(0).startsWith("abu") && words.size() > 1) {
      words.set(0, words.get(0).substring(1));
      article = true;
    }
    String country = Places.country(String.join("", words));
    if (country.length() < SHORTEST_NAME || !country.equals(String.join("", words))) {
      return country;
    }
    String joined = String.join(article ? "" : " ", words);
    return joined.length() < ENOUGH_LETTERS ? joined : Spelling.plain(joined).replace(" ", "");
  }
}

package org.stemma.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words for what people do, as {@code offices.txt} lists them. All in the form of {@link
 * org.stemma.text.Spelling#folded}.
 */
final class Offices {
  private static final Set<String> NO_WALKS =
      Set.of(
          "open",
          "kin",
          "unique",
          "domain",
          "rank",
          "past",
          "around",
          "generic",
          "law form",
          "no place",
          "she",
          "he",
          "title");

  /** Which lists a word is in. */
  private static final Map<String, Set<String>> LISTS = load();

  private Offices() {}

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> lists = new HashMap<>();
    try (InputStream in = Offices.class.getResourceAsStream("offices.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          for (String word : List.of(line.substring(colon + 1).trim().split("\\s+", -1))) {
            lists.computeIfAbsent(word, w -> new HashSet<>()).add(line.substring(0, colon));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of offices cannot be read", e);
    }
    return lists;
  }

  private static boolean is(String list, String word) {
    return LISTS.getOrDefault(word, Set.of()).contains(list);
  }

  /** The walk of life that a word belongs to. */
  static Optional<String> walk(String word) {
    return LISTS.getOrDefault(word, Set.of()).stream()
        .filter(list -> !NO_WALKS.contains(list))
        .min(String::compareTo);
  }

  /** True for "minister", "surgeon", "leader", "son": what a person is. */
  static boolean isRole(String word) {
    return walk(word).isPresent() || is("open", word) || is("kin", word);
  }

  /** True for "son" and other words that say whose somebody is. */
  static boolean isKin(String word) {
    return is("kin", word);
  }

  /** True for what one person holds at a time, in one country or town. */
  static boolean isUnique(String word) {
    return is("unique", word);
  }

  static boolean isDomain(String word) {
    return is("domain", word);
  }

  static boolean isRank(String word) {
    return is("rank", word);
  }

  static boolean isPast(String word) {
    return is("past", word);
  }

  static boolean isAround(String word) {
    return is("around", word);
  }

  /** True for a word that does not tell one body from another. */
  static boolean isGeneric(String word) {
    return is("generic", word);
  }

  /** True for an adjective that looks like a country's and is not: "Republican". */
  static boolean isNoPlace(String word) {
    return is("no place", word);
  }

  static boolean isLawForm(String word) {
    return is("law form", word);
  }

  /** True for what may stand before a name and is not of it. */
  static boolean isTitle(String word) {
    return is("title", word)
        || is("she", word)
        || is("he", word)
        || isRole(word)
        || isRank(word)
        || isPast(word);
  }

  /** What a title or a role tells of a person's gender. */
  static Optional<Gender> gender(String word) {
    if (is("she", word)) {
      return Optional.of(Gender.FEMALE);
    }
    return is("he", word) ? Optional.of(Gender.MALE) : Optional.empty();
  }

  /** What a title can tell. */
  enum Gender {
    FEMALE,
    MALE
  }

  /** One word for "spokesman" and "spokeswoman", "chair" and "chairman". */
  static String neutral(String word) {
    if (word.equals("chair") || word.equals("chairperson")) {
      return "chair";
    }
    if (word.equals("advisor")) {
      return "adviser";
    }
    if (word.equals("actress")) {
      return "actor";
    }
    if (word.equals("councilor")) {
      return "councillor";
    }
    for (String ending : List.of("woman", "person", "man")) {
      if (word.endsWith(ending) && word.length() > ending.length() + 3) {
        String stem = word.substring(0, word.length() - ending.length());
        return stem.equals("council") ? "councillor" : stem;
      }
    }
    return word;
  }
}

package org.stemma.annotate;

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

/** Words that tell who somebody is: titles, given names, bodies, roles. Immutable. */
final class People {
  /** What is known of a person's gender. */
  enum Gender {
    FEMALE,
    MALE,
    UNKNOWN
  }

  private final Set<String> titles = new HashSet<>();
  private final Map<String, Gender> titleGender = new HashMap<>();
  private final Map<String, Gender> givenGender = new HashMap<>();
  private final Set<String> bodies = new HashSet<>();
  private final Map<String, Set<String>> alike = new HashMap<>();
  private final Set<String> places = new HashSet<>();
  private final Map<String, Gender> nounGender = new HashMap<>();
  private final Set<String> persons = new HashSet<>();
  private final Set<String> nameless = new HashSet<>();
  private final Map<String, String> spelledOut = new HashMap<>();

  /** By what a body is called, the words that tell it in its name. */
  private final Map<String, Set<String>> kinds = new HashMap<>();

  /** All words that tell of what kind a body is. */
  private final Set<String> kindWords = new HashSet<>();

  private People() {}

  /** Reads {@code people.txt} from the class path. */
  static People load() {
    People people = new People();
    try (InputStream in = People.class.getResourceAsStream("people.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int colon = line.indexOf(':');
          people.take(line.substring(0, colon), line.substring(colon + 1).trim());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of titles and names cannot be read", e);
    }
    return people;
  }

  private void take(String list, String words) {
    if (list.equals("place")) {
      places.addAll(List.of(words.split("\\|", -1)));
      return;
    }
    if (list.equals("kind")) {
      takeKind(words);
      return;
    }
    List<String> all = List.of(words.split("\\s+", -1));
    switch (list) {
      case "title" -> titles.addAll(all);
      case "male title" -> all.forEach(w -> titleGender.put(w, Gender.MALE));
      case "female title" -> all.forEach(w -> titleGender.put(w, Gender.FEMALE));
      case "male" -> all.forEach(w -> givenGender.put(w, Gender.MALE));
      case "female" -> all.forEach(w -> givenGender.put(w, Gender.FEMALE));
      case "body" -> bodies.addAll(all);
      case "male noun" -> all.forEach(w -> nounGender.put(w, Gender.MALE));
      case "female noun" -> all.forEach(w -> nounGender.put(w, Gender.FEMALE));
      case "person" -> persons.addAll(all);
      case "short" -> takePairs(all);
      case "nameless" -> nameless.addAll(all);
      case "role" -> all.forEach(w -> alike.computeIfAbsent(w, k -> new HashSet<>()).addAll(all));
      default -> throw new IllegalStateException("people.txt has no list " + list);
    }
  }

  private void takePairs(List<String> all) {
    for (int i = 0; i < all.size(); i += 2) {
      spelledOut.put(all.get(i), all.get(i + 1));
    }
  }

  private void takeKind(String line) {
    int colon = line.indexOf(':');
    List<String> inNames = List.of(line.substring(colon + 1).trim().split("\\s+", -1));
    kindWords.addAll(inNames);
    for (String noun : line.substring(0, colon).trim().split("\\s+", -1)) {
      kinds.computeIfAbsent(noun, k -> new HashSet<>()).addAll(inNames);
    }
  }

  /** True for a word that stands before names; in lower case. */
  boolean isTitle(String word) {
    return titles.contains(word) || titleGender.containsKey(word);
  }

  /** "senator" of "sen"; any other word as it is. */
  String spelledOut(String title) {
    return spelledOut.getOrDefault(title, title);
  }

  Gender titleGender(String word) {
    return titleGender.getOrDefault(word, Gender.UNKNOWN);
  }

  /** The gender that a full name tells, by its first word or the ending of its last. */
  Gender nameGender(List<String> words) {
    Gender given = givenGender.getOrDefault(words.get(0), Gender.UNKNOWN);
    if (given != Gender.UNKNOWN) {
      return given;
    }
    String last = words.get(words.size() - 1);
    boolean slavicDaughter =
        last.endsWith("ova")
            || last.endsWith("eva")
            || last.endsWith("skaya")
            || last.endsWith("ska");
    return slavicDaughter ? Gender.FEMALE : Gender.UNKNOWN;
  }

  boolean isGiven(String word) {
    return givenGender.containsKey(word);
  }

  /** True for a noun that means one person: "minister", "nurse", "woman"; in lower case. */
  boolean isPerson(String noun) {
    return isRole(noun) || persons.contains(noun);
  }

  /** True for what somebody is called whom articles often leave without a name: "an official". */
  boolean isNameless(String noun) {
    return nameless.contains(noun);
  }

  /** The gender that a noun tells: "spokeswoman", "father". */
  Gender nounGender(String noun) {
    if (nounGender.containsKey(noun) || titleGender.containsKey(noun)) {
      return nounGender.getOrDefault(noun, titleGender(noun));
    }
    if (noun.endsWith("woman")) {
      return Gender.FEMALE;
    }
    return noun.endsWith("man") && isPerson(noun) ? Gender.MALE : Gender.UNKNOWN;
  }

  /** True for what a body may be called by its kind: "company", "newspaper"; in lower case. */
  boolean isKind(String noun) {
    return kinds.containsKey(noun);
  }

  /**
   * Whether a body with a name of these words may be called by a noun.
   *
   * @param words in lower case
   * @return empty where no word tells of what kind the body is
   */
  Optional<Boolean> isOfKind(String noun, List<String> words) {
    Set<String> telling = kinds.getOrDefault(noun, Set.of());
    if (words.contains(noun) || words.stream().anyMatch(telling::contains)) {
      return Optional.of(true);
    }
    return words.stream().anyMatch(kindWords::contains) ? Optional.of(false) : Optional.empty();
  }

  /** True where one body may be called by both nouns: "company" and "firm". */
  boolean areOfOneKind(String noun, String other) {
    Set<String> telling = kinds.getOrDefault(other, Set.of());
    return noun.equals(other)
        || kinds.getOrDefault(noun, Set.of()).stream().anyMatch(telling::contains);
  }

  boolean isBody(String word) {
    return bodies.contains(word);
  }

  /** True for "minister", "spokeswoman" and other words for what a person does; in lower case. */
  boolean isRole(String word) {
    return alike.containsKey(word);
  }

  /** True when one who is called by the first word may be called by the second. */
  boolean mayBeCalled(String role, String other) {
    return role.equals(other) || alike.getOrDefault(role, Set.of()).contains(other);
  }

  /** True for a country or a capital, which can speak but is no person. */
  boolean isPlace(String name) {
    return places.contains(name);
  }
}

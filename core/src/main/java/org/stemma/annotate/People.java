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
    List<String> all = List.of(words.split("\\s+", -1));
    switch (list) {
      case "title" -> titles.addAll(all);
      case "male title" -> all.forEach(w -> titleGender.put(w, Gender.MALE));
      case "female title" -> all.forEach(w -> titleGender.put(w, Gender.FEMALE));
      case "male" -> all.forEach(w -> givenGender.put(w, Gender.MALE));
      case "female" -> all.forEach(w -> givenGender.put(w, Gender.FEMALE));
      case "body" -> bodies.addAll(all);
      case "role" -> all.forEach(w -> alike.computeIfAbsent(w, k -> new HashSet<>()).addAll(all));
      default -> throw new IllegalStateException("people.txt has no list " + list);
    }
  }

  /** True for a word that stands before names; in lower case. */
  boolean isTitle(String word) {
    return titles.contains(word) || titleGender.containsKey(word);
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

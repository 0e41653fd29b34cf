package org.stemma.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that a user knows to be of one. As a text: one person or body a line, its names with {@code
 * =} between them; empty lines and what follows a {@code #} are passed over.
 *
 * @param entities the names of each, as they are written; two or more
 */
public record KnownNames(List<List<String>> entities) {
  /** No names. */
  public static final KnownNames NONE = new KnownNames(List.of());

  public KnownNames {
    entities = entities.stream().map(List::copyOf).toList();
    for (List<String> names : entities) {
      if (names.size() < 2 || names.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("an entity needs two names or more, not " + names);
      }
    }
  }

  /**
   * Reads the form that is described above.
   *
   * @throws IllegalArgumentException when a line is no list of names; the message is one sentence,
   *     for people, with the number of the line
   */
  public static KnownNames of(String text) {
    List<List<String>> entities = new ArrayList<>();
    Map<String, Integer> lineOf = new HashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String told = line.replaceFirst("#.*", "").replace("\ufeff", "").strip();
      if (told.isEmpty()) {
        continue;
      }
      List<String> names = new ArrayList<>();
      for (String name : told.split("=", -1)) {
        names.add(name.strip());
      }
      if (names.size() < 2 || names.stream().anyMatch(String::isEmpty)) {
        throw new IllegalArgumentException(
            "Line " + number + " must be names with = between them: \"" + told + "\".");
      }
      for (String name : names) {
        Integer before = lineOf.putIfAbsent(name, number);
        if (before != null && before != number) {
          throw new IllegalArgumentException(
              "Lines "
                  + before
                  + " and "
                  + number
                  + " both have \""
                  + name
                  + "\": put them into one line.");
        }
      }
      entities.add(names);
    }
    return new KnownNames(entities);
  }
}

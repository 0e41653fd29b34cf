package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stemma.model.Entity;
import org.stemma.model.NameKind;
import org.stemma.text.GivenNames;
import org.stemma.text.Spelling;
import org.stemma.text.Words;

/**
 * Finds speakers who are perhaps one and whom the record keeps apart, for want of evidence: a last
 * name alone beside one full name that has it, and two full names that differ in a short form, an
 * initial or one letter. People decide.
 */
final class Namesakes {
  /** Speakers that are looked at: those with the most statements. */
  private static final int MOST = 5_000;

  /** Bearers of one last name: a common one tells nothing. */
  private static final int MOST_OF_A_NAME = 6;

  private static final int FEWEST_LETTERS = 4;

  private record Named(Entity entity, List<String> words) {}

  private Namesakes() {}

  /**
   * @param speakers those with the most statements first
   * @return pairs, the one with more statements first in each and among them
   */
  static List<List<Entity>> among(List<Entity> speakers) {
    Map<String, List<Named>> byLast = new LinkedHashMap<>();
    for (Entity entity : speakers.subList(0, Math.min(MOST, speakers.size()))) {
      if (entity.kind() == NameKind.PERSON) {
        List<String> words = new ArrayList<>();
        Words.in(entity.name()).normals().forEach(word -> words.add(Spelling.folded(word)));
        words.removeIf(String::isEmpty);
        if (!words.isEmpty()) {
          byLast
              .computeIfAbsent(Spelling.plain(words.get(words.size() - 1)), w -> new ArrayList<>())
              .add(new Named(entity, words));
        }
      }
    }
    List<List<Entity>> pairs = new ArrayList<>();
    byLast.values().stream()
        .filter(bearers -> bearers.size() <= MOST_OF_A_NAME)
        .forEach(bearers -> pair(bearers, pairs));
    return pairs;
  }

  private static void pair(List<Named> bearers, List<List<Entity>> pairs) {
    long full = bearers.stream().filter(b -> b.words().size() > 1).count();
    for (int i = 0; i < bearers.size(); i++) {
      for (int k = i + 1; k < bearers.size(); k++) {
        if (mayBeOne(bearers.get(i).words(), bearers.get(k).words(), full == 1)) {
          pairs.add(List.of(bearers.get(i).entity(), bearers.get(k).entity()));
        }
      }
    }
  }

  private static boolean mayBeOne(List<String> one, List<String> other, boolean oneFullName) {
    if (one.size() == 1 || other.size() == 1) {
      return oneFullName && one.size() != other.size();
    }
    String first = one.get(0);
    String second = other.get(0);
    boolean initial =
        Math.min(first.length(), second.length()) == 1 && first.charAt(0) == second.charAt(0);
    boolean slip =
        Math.min(first.length(), second.length()) >= FEWEST_LETTERS
            && Spelling.isOneSlip(first, second);
    return initial || slip || first.equals(second) || GivenNames.areVariants(first, second);
  }
}

package org.stemma.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stemma.model.Decision;

/**
 * What became of the decisions of another desk.
 *
 * @param added those that are new in this desk's log, with its numbers
 * @param known number of those that were in it before
 */
public record TakenOver(List<Decision> added, int known) {
  public TakenOver {
    added = List.copyOf(added);
  }

  /**
   * All of it in one sentence, or two.
   *
   * @param waiting number of the decisions that now wait for articles
   */
  public String sentence(int waiting) {
    StringBuilder words = new StringBuilder();
    words.append(added.size()).append(added.size() == 1 ? " decision is" : " decisions are");
    words.append(" new");
    if (known > 0) {
      words.append(", ").append(known).append(known == 1 ? " was" : " were");
      words.append(" known before");
    }
    words.append('.');
    return waiting == 0 ? words.toString() : words.append(' ').append(waiting(waiting)).toString();
  }

  /** That some decisions wait, in one sentence. */
  public static String waiting(int waiting) {
    return waiting == 1
        ? "1 decision speaks of an article that this desk does not hold, and waits for it."
        : waiting + " decisions speak of articles that this desk does not hold, and wait for them.";
  }

  /**
   * Each decision of this desk is that of one of the others at most: what was decided twice in one
   * second was decided twice.
   */
  static TakenOver of(List<Decision> log, List<Decision> others) {
    Map<Decision, Deque<Integer>> here = new HashMap<>();
    for (int i = 0; i < log.size(); i++) {
      here.computeIfAbsent(log.get(i), d -> new ArrayDeque<>()).add(i + 1);
    }
    List<Decision> added = new ArrayList<>();
    int[] numbers = new int[others.size()];
    for (int i = 0; i < numbers.length; i++) {
      Decision decision = numberedHere(others.get(i), i, numbers);
      Integer number = here.getOrDefault(decision, new ArrayDeque<>()).poll();
      if (number == null) {
        added.add(decision);
        number = log.size() + added.size();
      }
      numbers[i] = number;
    }
    return new TakenOver(added, numbers.length - added.size());
  }

  private static Decision numberedHere(Decision decision, int place, int[] numbers) {
    if (!(decision instanceof Decision.Revert revert)) {
      return decision;
    }
    if (revert.number() > place) {
      throw new IllegalArgumentException(
          "Decision "
              + (place + 1)
              + " takes back decision "
              + revert.number()
              + ", which is not before it.");
    }
    return new Decision.Revert(revert.at(), numbers[revert.number() - 1]);
  }
}

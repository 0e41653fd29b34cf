package org.stemma.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What people decided, in the order in which they did, and what of it holds today. Immutable.
 *
 * @param all a decision's number is its place, from 1
 */
public record DecisionLog(List<Decision> all) {
  /** Nothing was decided. */
  public static final DecisionLog EMPTY = new DecisionLog(List.of());

  public DecisionLog {
    all = List.copyOf(all);
  }

  /**
   * The numbers of those that nobody took back, from 1. A reverting decision holds, too, until it
   * is taken back itself; one that reverts what came after it means nothing.
   */
  public BitSet holding() {
    BitSet holding = new BitSet();
    holding.set(1, all.size() + 1);
    for (int number = all.size(); number >= 1; number--) {
      if (holding.get(number)
          && all.get(number - 1) instanceof Decision.Revert revert
          && revert.number() < number) {
        holding.clear(revert.number());
      }
    }
    return holding;
  }

  /** Those that nobody took back, in their order, without the reverting ones. */
  public List<Decision> standing() {
    List<Decision> standing = new ArrayList<>();
    holding().stream()
        .mapToObj(number -> all.get(number - 1))
        .filter(decision -> decision.kind() != Decision.Kind.REVERT)
        .forEach(standing::add);
    return standing;
  }
}

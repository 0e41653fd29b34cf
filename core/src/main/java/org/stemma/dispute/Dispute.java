package org.stemma.dispute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Accounts on record that cannot all stand, side by side. Which of them is right is not for Stemma
 * to say.
 *
 * @param accounts oldest article first, undated last; two or more
 */
public record Dispute(Kind kind, List<Account> accounts) {
  /** What sets the accounts against each other. */
  public enum Kind {
    /** One accuses, another denies. */
    DENIAL,
    /** Different numbers of dead, told of one event. */
    RIVAL_FIGURES
  }

  public Dispute {
    requireNonNull(kind, "kind");
    accounts = List.copyOf(accounts);
    if (accounts.size() < 2) {
      throw new IllegalArgumentException("a dispute needs two accounts");
    }
  }
}

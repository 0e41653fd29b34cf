package org.stemma.dispute;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.ArticleId;

/**
 * Accounts on record that cannot all stand, side by side. Which of them is right is not for Stemma
 * to say.
 *
 * @param accounts oldest article first, undated last; two or more
 * @param updates which account took the place of which; by the earlier one
 */
public record Dispute(Kind kind, List<Account> accounts, List<Update> updates) {
  /** What sets the accounts against each other. */
  public enum Kind {
    /** One accuses, another denies. */
    DENIAL,
    /** One says something, another denies it. */
    DENIED_CLAIM,
    /** Each accuses the other. */
    COUNTER_ACCUSATION,
    /** One says something, another attacks that it was said. */
    ATTACKED_STATEMENT,
    /** Different numbers, told of one event. */
    RIVAL_FIGURES,
    /** One speaker's sentence with a "not", or another number, in another speaker's mouth. */
    CONTRADICTION
  }

  /**
   * One source told a newer number: no rival of its own older one.
   *
   * @param earlier index of the account that no longer stands
   * @param later index of the account that took its place
   */
  public record Update(int earlier, int later) {}

  public Dispute {
    requireNonNull(kind, "kind");
    accounts = List.copyOf(accounts);
    updates = List.copyOf(updates);
    if (accounts.size() < 2) {
      throw new IllegalArgumentException("a dispute needs two accounts");
    }
    for (Update update : updates) {
      if (update.earlier < 0 || update.later <= update.earlier || update.later >= accounts.size()) {
        throw new IllegalArgumentException(update + " among " + accounts.size() + " accounts");
      }
    }
  }

  /** A dispute in which no account took the place of another. */
  public Dispute(Kind kind, List<Account> accounts) {
    this(kind, accounts, List.of());
  }

  /**
   * Made of its kind and of the smallest id among its accounts; with any other account's id it
   * leads to this dispute as well, so that what is linked today is found when it has grown.
   */
  public String id() {
    return prefix() + accounts.stream().map(Account::id).min(naturalOrder()).orElseThrow();
  }

  /** True for its own id, and for one made of another account of it. */
  public boolean isKnownAs(String id) {
    return accounts.stream().anyMatch(account -> id.equals(prefix() + account.id()));
  }

  private String prefix() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
  }

  /** The least number that is told; empty where no figures are in dispute. */
  public Optional<BigDecimal> lowest() {
    return accounts.stream()
        .flatMap(a -> a.figure().stream())
        .map(f -> f.lowest().or(f::highest).orElseThrow())
        .min(naturalOrder());
  }

  /** The greatest number that is told; empty where no figures are in dispute. */
  public Optional<BigDecimal> highest() {
    return accounts.stream()
        .flatMap(a -> a.figure().stream())
        .map(f -> f.highest().or(f::lowest).orElseThrow())
        .max(naturalOrder());
  }

  /**
   * The articles that carry the accusation or the denial and not the other, with the one that they
   * carry; in the order of the accounts. Empty for other kinds.
   */
  public Map<ArticleId, Account.Side> oneSided() {
    Map<ArticleId, Set<Account.Side>> sides = new LinkedHashMap<>();
    for (Account account : accounts) {
      sides
          .computeIfAbsent(account.article(), a -> EnumSet.noneOf(Account.Side.class))
          .add(account.side());
    }
    Map<ArticleId, Account.Side> only = new LinkedHashMap<>();
    if (kind == Kind.DENIAL || kind == Kind.DENIED_CLAIM) {
      sides.forEach(
          (article, carried) -> {
            if (carried.size() == 1) {
              only.put(article, carried.iterator().next());
            }
          });
    }
    return only;
  }
}

package org.stemma.dispute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.model.Zone;

/**
 * Sets numbers of dead beside one another that are told of one event. Articles that carry a common
 * statement are taken to tell of one event; figures that an outlet tells in its own voice count as
 * much as those it puts in a mouth.
 */
final class RivalFigures {
  private final Chronology chronology;
  private final Map<ArticleId, ArticleId> sameEvent = new HashMap<>();

  RivalFigures(Chronology chronology, List<Statement> statements) {
    this.chronology = chronology;
    for (Statement statement : statements) {
      ArticleId first = statement.witnesses().get(0).article();
      for (Witness witness : statement.witnesses()) {
        unite(first, witness.article());
      }
    }
  }

  List<Dispute> find() {
    Map<ArticleId, Set<Account>> byEvent = new LinkedHashMap<>();
    for (Annotated annotated : chronology.inOrder()) {
      byEvent
          .computeIfAbsent(event(annotated.article().id()), e -> new LinkedHashSet<>())
          .addAll(accounts(annotated));
    }
    List<Dispute> found = new ArrayList<>();
    for (Set<Account> accounts : byEvent.values()) {
      Set<Long> figures = new HashSet<>();
      accounts.forEach(account -> figures.add(account.figure().orElseThrow()));
      if (figures.size() > 1) {
        found.add(new Dispute(Dispute.Kind.RIVAL_FIGURES, chronology.inOrder(accounts)));
      }
    }
    return found;
  }

  private static List<Account> accounts(Annotated annotated) {
    List<Account> accounts = new ArrayList<>();
    String text = annotated.article().text();
    for (Zone zone : annotated.article().zones()) {
      if (zone.role().isArticle()) {
        for (DeathToll toll : DeathToll.in(text, zone.span())) {
          Optional<Attribution> teller = teller(annotated, toll);
          accounts.add(
              new Account(
                  annotated.article().id(),
                  toll.span(),
                  teller.map(Attribution::speaker).orElse(new Speaker.Unknown()),
                  teller.map(Attribution::act),
                  OptionalLong.of(toll.value())));
        }
      }
    }
    return accounts;
  }

  /** The innermost attribution whose content holds the figure. */
  private static Optional<Attribution> teller(Annotated annotated, DeathToll toll) {
    Attribution innermost = null;
    for (Attribution attribution : annotated.attributions()) {
      boolean holds = attribution.content().stream().anyMatch(s -> s.overlaps(toll.span()));
      if (holds
          && (innermost == null || attribution.extent().length() < innermost.extent().length())) {
        innermost = attribution;
      }
    }
    return Optional.ofNullable(innermost);
  }

  private ArticleId event(ArticleId id) {
    ArticleId root = id;
    while (!sameEvent.getOrDefault(root, root).equals(root)) {
      root = sameEvent.get(root);
    }
    ArticleId step = id;
    while (!step.equals(root)) {
      ArticleId next = sameEvent.get(step);
      sameEvent.put(step, root);
      step = next;
    }
    return root;
  }

  private void unite(ArticleId one, ArticleId other) {
    ArticleId a = event(one);
    ArticleId b = event(other);
    if (a.compareTo(b) < 0) {
      sameEvent.put(b, a);
    } else {
      sameEvent.put(a, b);
    }
  }
}

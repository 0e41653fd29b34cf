package org.stemma.dispute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * Which articles tell of one event: those that carry one statement, and those of the same days that
 * have names in common which few articles of the desk have.
 */
final class Events {
  /** Outlets tell of one event in the same days. */
  private static final Duration SAME_DAYS = Duration.ofDays(3);

  /** A name that more articles have tells nothing of an event. */
  private static final int FEW = 16;

  /** Such names that two articles must share. */
  private static final int SHARED = 4;

  private final Map<ArticleId, ArticleId> statements = new HashMap<>();
  private final Map<ArticleId, ArticleId> names = new HashMap<>();

  Events(List<Annotated> articles, List<Statement> all, Entities entities) {
    for (Statement statement : all) {
      ArticleId first = statement.witnesses().get(0).article();
      for (Witness witness : statement.witnesses()) {
        unite(statements, first, witness.article());
        unite(names, first, witness.article());
      }
    }
    uniteByNames(articles, entities);
  }

  /** One for all articles that carry a statement together. */
  ArticleId byStatement(ArticleId id) {
    return root(statements, id);
  }

  /** One for all articles that tell of one event. */
  ArticleId of(ArticleId id) {
    return root(names, id);
  }

  private void uniteByNames(List<Annotated> articles, Entities entities) {
    Map<String, List<Annotated>> byName = new TreeMap<>();
    for (Annotated article : articles) {
      Set<String> here = new HashSet<>();
      for (Name name : article.names()) {
        String form = name.span().in(article.article().text());
        here.add(entities.of(article.article().id(), form).map(Entity::id).orElse(form));
      }
      here.forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(article));
    }
    Map<ArticleId, Map<ArticleId, Integer>> shared = new HashMap<>();
    for (List<Annotated> bearers : byName.values()) {
      if (bearers.size() <= FEW) {
        for (int i = 0; i < bearers.size(); i++) {
          for (int k = i + 1; k < bearers.size(); k++) {
            count(bearers.get(i), bearers.get(k), shared);
          }
        }
      }
    }
  }

  private void count(
      Annotated one, Annotated other, Map<ArticleId, Map<ArticleId, Integer>> shared) {
    ArticleId a = one.article().id();
    ArticleId b = other.article().id();
    if (isWithin(one, other, SAME_DAYS)
        && shared.computeIfAbsent(a, x -> new HashMap<>()).merge(b, 1, Integer::sum) == SHARED) {
      unite(names, a, b);
    }
  }

  /** True where both are dated, and not further apart. */
  static boolean isWithin(Annotated one, Annotated other, Duration span) {
    Optional<Instant> here = one.article().published().map(FoundDate::earliest);
    Optional<Instant> there = other.article().published().map(FoundDate::earliest);
    return here.isPresent()
        && there.isPresent()
        && Duration.between(here.get(), there.get()).abs().compareTo(span) <= 0;
  }

  private static void unite(Map<ArticleId, ArticleId> parents, ArticleId one, ArticleId other) {
    ArticleId a = root(parents, one);
    ArticleId b = root(parents, other);
    if (a.compareTo(b) < 0) {
      parents.put(b, a);
    } else {
      parents.put(a, b);
    }
  }

  /** The root of a forest in which parents are kept, with the way to it made short. */
  static <T> T root(Map<T, T> parents, T one) {
    T root = one;
    while (!parents.getOrDefault(root, root).equals(root)) {
      root = parents.get(root);
    }
    T step = one;
    while (!step.equals(root)) {
      T next = parents.get(step);
      parents.put(step, root);
      step = next;
    }
    return root;
  }
}

package org.stemma.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.Locus;

/** Replays what people decided about statements over the families that were found. */
final class DecidedFamilies {
  private final Collection<List<Unit>> found;
  private final Entities entities;

  /** Families by numbers that nothing else depends on, in the order in which they were found. */
  private final Map<Integer, List<Unit>> families = new TreeMap<>();

  /** The families that have a unit of an article which a decision names. */
  private final Map<ArticleId, Set<Integer>> ofArticle = new HashMap<>();

  private int next;
  private Optional<Breadth> breadth = Optional.empty();

  DecidedFamilies(Collection<List<Unit>> found, Entities entities) {
    this.found = found;
    this.entities = entities;
  }

  /** What of a log is about statements, and stands. */
  static List<Decision> decisions(DecisionLog log) {
    return log.standing().stream()
        .filter(
            d ->
                d.kind() == Decision.Kind.JOIN_STATEMENTS
                    || d.kind() == Decision.Kind.SPLIT_STATEMENT)
        .toList();
  }

  /**
   * The families after all that was decided; no unit is lost, and none is in two.
   *
   * @param decisions as {@link #decisions} gives them
   */
  Collection<List<Unit>> replayed(List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return found;
    }
    decisions.forEach(d -> d.articles().forEach(id -> ofArticle.put(id, new TreeSet<>())));
    found.forEach(this::add);
    for (Decision decision : decisions) {
      if (decision.kind() == Decision.Kind.JOIN_STATEMENTS) {
        join(decision.places());
      } else {
        split(decision.places());
      }
    }
    return families.values();
  }

  private int add(List<Unit> family) {
    int number = next++;
    families.put(number, family);
    for (Unit unit : family) {
      Set<Integer> known = ofArticle.get(unit.article());
      if (known != null) {
        known.add(number);
      }
    }
    return number;
  }

  private List<Unit> remove(int number) {
    List<Unit> family = families.remove(number);
    ofArticle.values().forEach(known -> known.remove(number));
    return family;
  }

  private void join(List<Locus> places) {
    Set<Integer> numbers = new TreeSet<>();
    places.forEach(place -> find(place).map(Found::family).ifPresent(numbers::add));
    if (numbers.size() > 1) {
      List<Unit> joined = new ArrayList<>();
      numbers.forEach(number -> joined.addAll(remove(number)));
      add(joined);
    }
  }

  private void split(List<Locus> places) {
    Set<Integer> numbers = new TreeSet<>();
    places.forEach(place -> find(place).map(Found::family).ifPresent(numbers::add));
    // The pieces of one witness go together.
    for (int number : numbers) {
      add(new StatementBuilder(remove(number), breadth(), entities).witnesses());
    }
    Set<Unit> apart = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Integer> left = new TreeSet<>();
    for (Locus place : places) {
      find(place)
          .ifPresent(
              there -> {
                apart.add(there.unit());
                left.add(there.family());
              });
    }
    List<Unit> own = new ArrayList<>();
    for (int number : left) {
      List<Unit> rest = new ArrayList<>();
      for (Unit unit : remove(number)) {
        (apart.contains(unit) ? own : rest).add(unit);
      }
      if (!rest.isEmpty()) {
        add(rest);
      }
    }
    if (!own.isEmpty()) {
      add(own);
    }
  }

  private Breadth breadth() {
    if (breadth.isEmpty()) {
      breadth = Optional.of(new Breadth(found));
    }
    return breadth.get();
  }

  private record Found(int family, Unit unit) {}

  /** The witness that begins at a place; else the smallest that covers it. */
  private Optional<Found> find(Locus place) {
    Optional<Found> covering = Optional.empty();
    for (int number : ofArticle.get(place.article())) {
      for (Unit unit : families.get(number)) {
        if (!unit.article().equals(place.article())) {
          continue;
        }
        if (unit.span().start() == place.offset()) {
          return Optional.of(new Found(number, unit));
        }
        if (unit.span().contains(place.offset())
            && covering.filter(f -> f.unit().span().length() <= unit.span().length()).isEmpty()) {
          covering = Optional.of(new Found(number, unit));
        }
      }
    }
    return covering;
  }
}

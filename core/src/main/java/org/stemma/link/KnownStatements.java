package org.stemma.link;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Kinship;
import org.stemma.model.Statement;

/**
 * Finds the statements of articles, and remembers them: those of articles that kinship or a
 * decision ties, be it through others, depend on nothing else, so that only where something came
 * are they found anew. The answer is the same with an empty memory. Thread-safe.
 */
final class KnownStatements {
  /**
   * Articles that kinship ties, in order, and what was found in them.
   *
   * @param kinships between them, in order
   * @param decisions about statements in them, in the order of the log
   * @param speakers the entity of each attribution's speaker, where any statement has several
   *     witnesses: who is one with whom decides then what is misattributed
   */
  private record Cluster(
      List<Annotated> articles,
      List<Kinship> kinships,
      List<Decision> decisions,
      List<String> speakers,
      List<Statement> statements) {

    static Cluster of(
        List<Annotated> articles,
        List<Kinship> kinships,
        List<Decision> decisions,
        Entities entities) {
      List<Statement> found = new Families(articles, kinships, entities, decisions).statements();
      boolean several = found.stream().anyMatch(s -> s.witnesses().size() > 1);
      return new Cluster(
          articles, kinships, decisions, several ? speakers(articles, entities) : List.of(), found);
    }

    private static List<String> speakers(List<Annotated> articles, Entities entities) {
      List<String> speakers = new ArrayList<>();
      for (Annotated annotated : articles) {
        for (Attribution attribution : annotated.attributions()) {
          speakers.add(
              entities
                  .of(annotated.article().id(), attribution.speaker())
                  .map(Entity::id)
                  .orElse(""));
        }
      }
      return speakers;
    }

    boolean holdsFor(
        List<Annotated> others, List<Kinship> ties, List<Decision> log, Entities entities) {
      if (articles.size() != others.size() || !kinships.equals(ties) || !decisions.equals(log)) {
        return false;
      }
      for (int i = 0; i < others.size(); i++) {
        if (articles.get(i) != others.get(i)) {
          return false;
        }
      }
      return speakers.isEmpty() || speakers.equals(speakers(articles, entities));
    }
  }

  private Map<ArticleId, Cluster> known = new HashMap<>();

  /** As {@link Linker#statements}. */
  synchronized List<Statement> of(
      Collection<Annotated> articles, List<Kinship> kinships, Entities entities, DecisionLog log) {
    Map<ArticleId, Annotated> byId = new TreeMap<>();
    articles.forEach(article -> byId.put(article.article().id(), article));
    List<Annotated> inOrder = List.copyOf(byId.values());
    Map<ArticleId, Integer> places = new HashMap<>();
    byId.keySet().forEach(id -> places.put(id, places.size()));
    int[] first = new int[inOrder.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
    }
    List<Kinship> sorted = new ArrayList<>(kinships);
    sorted.sort(
        comparing(Kinship::a)
            .thenComparing(Kinship::b)
            .thenComparing(Kinship::aSpan)
            .thenComparing(Kinship::bSpan)
            .thenComparing(Kinship::basis)
            .thenComparing(Kinship::likeness));
    for (Kinship kinship : sorted) {
      join(first, places.get(kinship.a()), places.get(kinship.b()));
    }
    List<Decision> aboutStatements = DecidedFamilies.decisions(log);
    for (Decision decision : aboutStatements) {
      List<Integer> concerned = places(decision, places);
      concerned.forEach(place -> join(first, concerned.get(0), place));
    }
    Map<Integer, List<Decision>> decided = new HashMap<>();
    for (Decision decision : aboutStatements) {
      places(decision, places).stream()
          .findFirst()
          .ifPresent(
              place ->
                  decided
                      .computeIfAbsent(first(first, place), c -> new ArrayList<>())
                      .add(decision));
    }
    Map<Integer, List<Kinship>> ties = new HashMap<>();
    for (Kinship kinship : sorted) {
      int cluster = first(first, places.get(kinship.a()));
      ties.computeIfAbsent(cluster, c -> new ArrayList<>()).add(kinship);
    }
    Map<Integer, List<Annotated>> clusters = new TreeMap<>();
    for (int i = 0; i < first.length; i++) {
      clusters.computeIfAbsent(first(first, i), c -> new ArrayList<>(1)).add(inOrder.get(i));
    }
    Map<ArticleId, Cluster> now = new HashMap<>();
    List<Statement> statements = new ArrayList<>();
    clusters.forEach(
        (place, members) -> {
          ArticleId id = members.get(0).article().id();
          List<Kinship> own = ties.getOrDefault(place, List.of());
          List<Decision> decisions = decided.getOrDefault(place, List.of());
          Cluster before = known.get(id);
          Cluster cluster =
              before != null && before.holdsFor(members, own, decisions, entities)
                  ? before
                  : Cluster.of(members, own, decisions, entities);
          now.put(id, cluster);
          statements.addAll(cluster.statements());
        });
    known = now;
    statements.sort(comparing(Statement::id));
    return statements;
  }

  /** The places of the articles that a decision names, of those that are held. */
  private static List<Integer> places(Decision decision, Map<ArticleId, Integer> places) {
    return decision.articles().stream().map(places::get).filter(Objects::nonNull).toList();
  }

  private static void join(int[] first, int one, int other) {
    int x = first(first, one);
    int y = first(first, other);
    first[Math.max(x, y)] = Math.min(x, y);
  }

  /** The first article of the cluster that an article is in, by their places. */
  private static int first(int[] first, int place) {
    int at = place;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }
}

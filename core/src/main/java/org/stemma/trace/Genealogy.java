package org.stemma.trace;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.LostSource;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/** The tracing of one set of articles. */
final class Genealogy {
  /** Less likely sources of an article are not tried: one of these is in every good tree. */
  private static final int MOST_SOURCES = 12;

  /** A source that is less likely is not named. */
  private static final double LIKELY = 0.1;

  private static final double AS_LIKELY_AS_NOT = 0.5;

  /** Log-odds within which a source and its copy can change places. */
  private static final double EVEN = 0.2;

  /** Shared words that a first parent does not explain call for a second from here on. */
  private static final int SECOND_SOURCE = 8;

  /** A copy is mostly its parent's text from this share of the article on. */
  private static final double MOST = 0.5;

  private final Map<ArticleId, Leaf> leaves = new TreeMap<>();
  private final Descent descent;
  private final Map<ArticleId, List<List<Descent.Option>>> stories = new TreeMap<>();
  private final Map<ArticleId, List<ArticleId>> parents = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Set<ArticleId> undecided = new HashSet<>();
  private final SharedAlterations alterations;

  Genealogy(Collection<Annotated> articles, List<Reuse> reuse, List<Statement> statements) {
    articles.forEach(a -> leaves.put(a.article().id(), new Leaf(a.article())));
    new Agreements(leaves).add(reuse, statements);
    descent = new Descent(leaves);
    leaves.forEach((id, leaf) -> stories.put(id, descent.stories(leaf)));
    alterations = new SharedAlterations(statements);
  }

  Stemma stemma() {
    List<Leaf> order = new ArrayList<>(leaves.values());
    order.sort(comparing(Leaf::earliest).thenComparing(Leaf::id));
    Map<ArticleId, Descent.Option> tree = tree();
    tree.values().removeIf(option -> option.parent().isEmpty());
    for (Leaf child : order) {
      Descent.Option chosen = tree.get(child.id());
      if (chosen != null) {
        Leaf parent = chosen.parent().orElseThrow();
        if (!tree.containsKey(parent.id()) && canChangePlaces(child, parent)) {
          undecided.add(child.id());
          undecided.add(parent.id());
        } else if (probability(child, chosen) >= LIKELY) {
          add(child, chosen, probability(child, chosen));
        } else if (!addOverOthers(child, chosen, tree)) {
          undecided.add(child.id());
        }
      }
    }
    for (Leaf child : order) {
      addSecondSources(child);
    }
    for (Leaf leaf : order) {
      boolean isFirst = !parents.containsKey(leaf.id()) && !leaf.shared().isEmpty();
      if (isFirst && leaf.date().isEmpty()) {
        undecided.add(leaf.id());
      }
    }
    List<LostSource> lost = lost(order);
    lost.forEach(source -> undecided.removeAll(source.heirs()));
    return new Stemma(
        order.stream().map(Leaf::id).toList(),
        edges,
        lost,
        order.stream().map(Leaf::id).filter(undecided::contains).toList());
  }

  /**
   * Where so many have the same that none of them is a likely source, the nearest ancestor is named
   * from which the child more likely than not has it, whether at first hand or over others.
   *
   * @return false where there is none
   */
  private boolean addOverOthers(
      Leaf child, Descent.Option chosen, Map<ArticleId, Descent.Option> tree) {
    List<Leaf> ancestors = new ArrayList<>();
    Map<ArticleId, Integer> place = new HashMap<>(Map.of(child.id(), -1));
    for (Leaf at = chosen.parent().orElseThrow(); at != null; at = parent(at, tree)) {
      place.put(at.id(), ancestors.size());
      ancestors.add(at);
    }
    double[] likely = new double[ancestors.size()];
    List<Descent.Option> options = storyOf(child, chosen);
    for (Descent.Option option : options) {
      Leaf at = option.parent().orElse(null);
      while (at != null && !place.containsKey(at.id())) {
        at = parent(at, tree);
      }
      int where = at == null ? -1 : place.get(at.id());
      if (where >= 0) {
        likely[where] += probability(child, option);
      }
    }
    double sum = 0;
    for (int i = 0; i < likely.length; i++) {
      sum += likely[i];
      Optional<Leaf> ancestor = Optional.of(ancestors.get(i));
      Optional<Descent.Option> option =
          options.stream().filter(o -> o.parent().equals(ancestor)).findFirst();
      if (sum >= AS_LIKELY_AS_NOT && option.isPresent()) {
        add(child, option.get(), Math.min(1, sum));
        return true;
      }
    }
    return false;
  }

  /** Null for the first of a tree. */
  private static Leaf parent(Leaf child, Map<ArticleId, Descent.Option> tree) {
    Descent.Option option = tree.get(child.id());
    return option == null ? null : option.parent().orElseThrow();
  }

  /** Agencies that articles without a parent credit, and that no article here is of. */
  private List<LostSource> lost(List<Leaf> order) {
    Map<String, List<ArticleId>> heirs = new TreeMap<>();
    for (Leaf leaf : order) {
      boolean first =
          !parents.containsKey(leaf.id())
              && !leaf.shared().isEmpty()
              && probability(leaf, none(leaf)) >= AS_LIKELY_AS_NOT;
      if (first) {
        descent
            .lostSource(leaf)
            .ifPresent(
                agency -> heirs.computeIfAbsent(agency, a -> new ArrayList<>()).add(leaf.id()));
      }
    }
    List<LostSource> lost = new ArrayList<>();
    heirs.forEach((agency, articles) -> lost.add(new LostSource(agency, articles)));
    return lost;
  }

  /** The likeliest descent of all together. */
  private Map<ArticleId, Descent.Option> tree() {
    List<ArticleId> nodes = new ArrayList<>(stories.keySet());
    Map<ArticleId, Integer> number = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      number.put(nodes.get(i), i + 1);
    }
    List<Branching.Arc> arcs = new ArrayList<>();
    List<Descent.Option> behind = new ArrayList<>();
    for (ArticleId child : nodes) {
      List<Descent.Option> likely = new ArrayList<>(main(child));
      if (likely.isEmpty()) {
        likely.add(new Descent.Option(Optional.empty(), Map.of()));
      }
      likely.sort(
          comparing((Descent.Option option) -> option.parent().isPresent())
              .thenComparing(comparingDouble(Descent.Option::logOdds).reversed()));
      double together = together(likely);
      for (Descent.Option option : likely.subList(0, Math.min(likely.size(), MOST_SOURCES + 1))) {
        int from = option.parent().map(parent -> number.get(parent.id())).orElse(0);
        double odds = option.logOdds() + (from == 0 ? 0 : together);
        arcs.add(new Branching.Arc(from, number.get(child), odds));
        behind.add(option);
      }
    }
    Map<ArticleId, Descent.Option> tree = new HashMap<>();
    int[] best = Branching.best(nodes.size() + 1, arcs);
    for (int i = 0; i < nodes.size(); i++) {
      tree.put(nodes.get(i), behind.get(best[i + 1]));
    }
    return tree;
  }

  /**
   * By how much all possible sources together are likelier than the likeliest alone, as log-odds:
   * whether an article is a copy at all must not depend on among how many alike its source is.
   */
  private static double together(List<Descent.Option> options) {
    double most = Double.NEGATIVE_INFINITY;
    for (Descent.Option option : options) {
      most = option.parent().isPresent() ? Math.max(most, option.logOdds()) : most;
    }
    double all = 0;
    for (Descent.Option option : options) {
      all += option.parent().isPresent() ? Math.exp(option.logOdds() - most) : 0;
    }
    return all == 0 ? 0 : Math.log(all);
  }

  /** The options in the story of which an article has most; empty where it shares nothing. */
  private List<Descent.Option> main(ArticleId child) {
    List<List<Descent.Option>> all = stories.get(child);
    return all.isEmpty() ? List.of() : all.get(0);
  }

  private double probability(Leaf child, Descent.Option chosen) {
    double all = 0;
    for (Descent.Option option : storyOf(child, chosen)) {
      all += Math.exp(option.logOdds() - chosen.logOdds());
    }
    return 1 / all;
  }

  private List<Descent.Option> storyOf(Leaf child, Descent.Option chosen) {
    return stories.get(child.id()).stream()
        .filter(story -> story.contains(chosen))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no option of " + child.id()));
  }

  /** True where the first could as well have it from the other. */
  private boolean canChangePlaces(Leaf child, Leaf first) {
    double asItIs = logOdds(child, Optional.of(first)) + logOdds(first, Optional.empty());
    double otherwise = logOdds(first, Optional.of(child)) + logOdds(child, Optional.empty());
    return Math.abs(asItIs - otherwise) < EVEN;
  }

  private Descent.Option none(Leaf leaf) {
    List<Descent.Option> all = main(leaf.id());
    return all.get(all.size() - 1);
  }

  private double logOdds(Leaf child, Optional<Leaf> parent) {
    return main(child.id()).stream()
        .filter(option -> option.parent().equals(parent))
        .mapToDouble(Descent.Option::logOdds)
        .findFirst()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** Others that explain what the parent of an article does not. */
  private void addSecondSources(Leaf child) {
    List<ArticleId> first = parents.getOrDefault(child.id(), List.of());
    if (first.isEmpty()) {
      return;
    }
    BitSet unexplained = child.lackedBy(leaves.get(first.get(0)));
    List<Descent.Option> others = new ArrayList<>();
    stories.get(child.id()).forEach(others::addAll);
    others.removeIf(
        option ->
            option.parent().isEmpty()
                || !isOtherStory(option.parent().get(), child)
                || descends(option.parent().get(), child));
    while (!others.isEmpty()) {
      Descent.Option best =
          others.stream()
              .max(
                  comparingDouble((Descent.Option o) -> explains(child, o, unexplained))
                      .thenComparingDouble(Descent.Option::logOdds))
              .orElseThrow();
      Leaf parent = best.parent().orElseThrow();
      if (explains(child, best, unexplained) < SECOND_SOURCE) {
        return;
      }
      add(child, best, probability(child, best));
      unexplained.andNot(child.shared().get(parent.id()).words());
      others.removeIf(
          option -> option.equals(best) || !isOtherStory(option.parent().orElseThrow(), child));
    }
  }

  private static int explains(Leaf child, Descent.Option option, BitSet unexplained) {
    BitSet words = (BitSet) child.shared().get(option.parent().orElseThrow().id()).words().clone();
    words.and(unexplained);
    return words.cardinality();
  }

  /** A second parent must not share anything with the first: else the first only lost it. */
  private boolean isOtherStory(Leaf parent, Leaf child) {
    for (ArticleId first : parents.getOrDefault(child.id(), List.of())) {
      if (first.equals(parent.id()) || parent.shared().containsKey(first)) {
        return false;
      }
    }
    return true;
  }

  private boolean descends(Leaf from, Leaf ancestor) {
    Set<ArticleId> seen = new HashSet<>();
    List<ArticleId> open = new ArrayList<>(List.of(from.id()));
    while (!open.isEmpty()) {
      ArticleId id = open.remove(open.size() - 1);
      if (id.equals(ancestor.id())) {
        return true;
      }
      if (seen.add(id)) {
        open.addAll(parents.getOrDefault(id, List.of()));
      }
    }
    return false;
  }

  private void add(Leaf child, Descent.Option source, double probability) {
    Leaf parent = source.parent().orElseThrow();
    parents.computeIfAbsent(child.id(), id -> new ArrayList<>()).add(parent.id());
    edges.add(
        new Edge(child.id(), parent.id(), probability, evidence(child, source.signs(), parent)));
  }

  private List<Evidence> evidence(Leaf child, Map<Sign, Double> signs, Leaf parent) {
    List<Evidence> found = new ArrayList<>();
    if (parent.isSurelyBefore(child)) {
      found.add(
          new Evidence(
              Evidence.Kind.EARLIER,
              parent.date().orElseThrow().value() + " < " + child.date().orElseThrow().value()));
    }
    int same = child.shared().get(parent.id()).same();
    if (same >= MOST * child.article().text().length()) {
      found.add(new Evidence(Evidence.Kind.CONTAINED, same + " characters"));
    }
    alterations
        .example(parent.id(), child.id())
        .ifPresent(words -> found.add(new Evidence(Evidence.Kind.SHARED_ALTERATION, words)));
    Descent.credit(child, parent)
        .ifPresent(words -> found.add(new Evidence(Evidence.Kind.CREDIT, words)));
    if (signs.containsKey(Sign.HEADLINE)) {
      found.add(
          new Evidence(
              Evidence.Kind.HEADLINE, parent.article().imprint().headline().orElseThrow()));
    }
    if (signs.containsKey(Sign.AGENCY)) {
      found.add(new Evidence(Evidence.Kind.AGENCY, parent.outlet().orElseThrow()));
    }
    int most = child.shared().values().stream().mapToInt(Leaf.Shared::same).max().orElse(same);
    if (same == most || found.isEmpty()) {
      found.add(new Evidence(Evidence.Kind.FULLEST, same + " characters"));
    }
    return found;
  }
}

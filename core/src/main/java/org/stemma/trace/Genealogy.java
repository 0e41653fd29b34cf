package org.stemma.trace;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/** The tracing of one set of articles. */
final class Genealogy {
  /** Where dates do not tell, the source must have so many times what the copy has. */
  private static final double FULLER = 1.1;

  /** Candidates that explain nearly as much as the best are told apart by other things. */
  private static final double NEARLY = 0.97;

  /** Shared characters that a first parent does not explain call for a second from here on. */
  private static final int SECOND_SOURCE = 80;

  /** A copy is mostly its parent's text from this share of the article on. */
  private static final double MOST = 0.5;

  private final Map<ArticleId, Leaf> leaves = new TreeMap<>();
  private final Map<ArticleId, List<ArticleId>> parents = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final SharedAlterations alterations;

  Genealogy(Collection<Annotated> articles, List<Reuse> reuse, List<Statement> statements) {
    articles.forEach(a -> leaves.put(a.article().id(), new Leaf(a.article())));
    for (Reuse passage : reuse) {
      leaves.get(passage.a()).share(passage.b(), passage.aSpan(), passage.same());
      leaves.get(passage.b()).share(passage.a(), passage.bSpan(), passage.same());
    }
    alterations = new SharedAlterations(statements);
  }

  Stemma stemma() {
    List<Leaf> order = new ArrayList<>(leaves.values());
    order.sort(comparing(Leaf::earliest).thenComparing(Leaf::id));
    List<ArticleId> undecided = new ArrayList<>();
    for (Leaf child : order) {
      if (!child.shared().isEmpty() && !findParents(child) && isUndecided(child)) {
        undecided.add(child.id());
      }
    }
    return new Stemma(order.stream().map(Leaf::id).toList(), edges, undecided);
  }

  /** True when it found one. */
  private boolean findParents(Leaf child) {
    List<Span> unexplained = new ArrayList<>();
    List<Leaf> candidates = new ArrayList<>();
    for (ArticleId id : child.shared().keySet()) {
      Leaf other = leaves.get(id);
      unexplained.addAll(child.shared().get(id).spans());
      if (mayBeParent(other, child) && !descends(other, child)) {
        candidates.add(other);
      }
    }
    boolean found = false;
    List<Span> explained = new ArrayList<>();
    while (!candidates.isEmpty()) {
      Leaf parent = best(child, candidates, explained);
      List<Span> spans = child.shared().get(parent.id()).spans();
      if (found && Spans.beyond(spans, explained) < SECOND_SOURCE) {
        break;
      }
      if (found && !isOtherStory(parent, child)) {
        candidates.remove(parent);
        continue;
      }
      add(child, parent);
      found = true;
      explained.addAll(spans);
      candidates.remove(parent);
    }
    return found;
  }

  /** A second parent must not share anything with the first: else the first only lost it. */
  private boolean isOtherStory(Leaf parent, Leaf child) {
    for (ArticleId first : parents.getOrDefault(child.id(), List.of())) {
      if (parent.shared().containsKey(first)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayBeParent(Leaf other, Leaf child) {
    if (other.isSurelyBefore(child)) {
      return true;
    }
    if (child.isSurelyBefore(other)) {
      return false;
    }
    if (other.fullness() >= child.fullness() * FULLER) {
      return true;
    }
    return credit(child, other).isPresent()
        && credit(other, child).isEmpty()
        && other.fullness() * FULLER >= child.fullness();
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

  private Leaf best(Leaf child, List<Leaf> candidates, List<Span> explained) {
    int most = 0;
    for (Leaf candidate : candidates) {
      most = Math.max(most, explains(child, candidate, explained));
    }
    double enough = most * NEARLY;
    List<Leaf> near = new ArrayList<>();
    for (Leaf candidate : candidates) {
      if (explains(child, candidate, explained) >= enough) {
        near.add(candidate);
      }
    }
    return near.stream().max(byOtherSigns(child)).orElseThrow();
  }

  private Comparator<Leaf> byOtherSigns(Leaf child) {
    return Comparator.<Leaf>comparingInt(p -> alterations.shared(p.id(), child.id()))
        .thenComparing(p -> p.isSurelyBefore(child))
        .thenComparing(p -> credit(child, p).isPresent())
        .thenComparing(Leaf::earliest, Comparator.reverseOrder())
        .thenComparing(Leaf::fullness)
        .thenComparing(Leaf::id, Comparator.reverseOrder());
  }

  private static int explains(Leaf child, Leaf parent, List<Span> explained) {
    Leaf.Shared shared = child.shared().get(parent.id());
    return explained.isEmpty() ? shared.same() : Spans.beyond(shared.spans(), explained);
  }

  private static Optional<String> credit(Leaf child, Leaf parent) {
    return parent
        .article()
        .outlet()
        .filter(outlet -> !child.article().outlet().equals(Optional.of(outlet)))
        .flatMap(outlet -> Credits.find(child.article().text(), outlet));
  }

  private void add(Leaf child, Leaf parent) {
    parents.computeIfAbsent(child.id(), id -> new ArrayList<>()).add(parent.id());
    edges.add(new Edge(child.id(), parent.id(), evidence(child, parent)));
  }

  private List<Evidence> evidence(Leaf child, Leaf parent) {
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
    credit(child, parent).ifPresent(words -> found.add(new Evidence(Evidence.Kind.CREDIT, words)));
    int most = child.shared().values().stream().mapToInt(Leaf.Shared::same).max().orElse(same);
    if (same == most || found.isEmpty()) {
      found.add(new Evidence(Evidence.Kind.FULLEST, same + " characters"));
    }
    return found;
  }

  /** No parent, and yet somebody who shares with it may have been first. */
  private boolean isUndecided(Leaf leaf) {
    for (ArticleId id : leaf.shared().keySet()) {
      Leaf other = leaves.get(id);
      boolean decided = leaf.isSurelyBefore(other) || mayBeParent(leaf, other);
      if (!decided) {
        return true;
      }
    }
    return leaf.date().isEmpty();
  }
}

package org.stemma.link;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Entities;
import org.stemma.model.Kinship;
import org.stemma.model.Statement;

/**
 * Puts witnesses into families: what is tied comes together, strongest ties first, unless that
 * would join two sayings of one article that nothing holds both of.
 */
final class Families {
  /** An article that says one thing more often than this is a machine's. */
  private static final int MOST_COMPARED = 1000;

  private final Units all;
  private final Entities entities;
  private final List<Decision> decisions;
  private final List<Unit> units;
  private final List<Set<Integer>> tiedTo = new ArrayList<>();
  private final int[] parent;
  private final Map<Integer, Map<ArticleId, List<Integer>>> members = new HashMap<>();

  Families(
      Collection<Annotated> articles,
      List<Kinship> kinships,
      Entities entities,
      List<Decision> decisions) {
    this.entities = entities;
    this.decisions = decisions;
    all = new Units(articles, kinships);
    units = all.units();
    parent = new int[units.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      tiedTo.add(new HashSet<>());
    }
  }

  List<Statement> statements() {
    for (Tie tie : all.ties()) {
      hold(tie);
    }
    List<Tie> ties = new ArrayList<>(all.ties());
    for (Tie echo : all.echoes()) {
      if (!tiedTo.get(echo.x()).isEmpty() || !tiedTo.get(echo.y()).isEmpty()) {
        inherit(echo);
        ties.add(echo);
      }
    }
    ties.sort(
        comparingDouble(Tie::likeness)
            .thenComparingInt(Tie::length)
            .reversed()
            .thenComparingInt(Tie::x)
            .thenComparingInt(Tie::y));
    for (Tie tie : ties) {
      join(root(tie.x()), root(tie.y()));
    }
    return build();
  }

  private void hold(Tie tie) {
    tiedTo.get(tie.x()).add(tie.y());
    tiedTo.get(tie.y()).add(tie.x());
  }

  /** Whoever is tied to a quotation is tied to its echo. */
  private void inherit(Tie echo) {
    for (int third : List.copyOf(tiedTo.get(echo.x()))) {
      hold(new Tie(third, echo.xSpan(), echo.y(), echo.ySpan(), echo.likeness()));
    }
    for (int third : List.copyOf(tiedTo.get(echo.y()))) {
      hold(new Tie(third, echo.ySpan(), echo.x(), echo.xSpan(), echo.likeness()));
    }
    hold(echo);
  }

  private int root(int unit) {
    int at = unit;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void join(int x, int y) {
    if (x == y) {
      return;
    }
    Map<ArticleId, List<Integer>> ofX = members(x);
    Map<ArticleId, List<Integer>> ofY = members(y);
    if (!mayJoin(ofX, ofY)) {
      return;
    }
    boolean intoX = ofX.size() >= ofY.size();
    Map<ArticleId, List<Integer>> larger = intoX ? ofX : ofY;
    Map<ArticleId, List<Integer>> smaller = intoX ? ofY : ofX;
    smaller.forEach(
        (article, own) -> larger.computeIfAbsent(article, id -> new ArrayList<>()).addAll(own));
    parent[intoX ? y : x] = intoX ? x : y;
    members.remove(intoX ? y : x);
  }

  private Map<ArticleId, List<Integer>> members(int root) {
    return members.computeIfAbsent(
        root,
        r -> {
          Map<ArticleId, List<Integer>> own = new HashMap<>();
          own.put(units.get(r).article(), new ArrayList<>(List.of(r)));
          return own;
        });
  }

  /**
   * Two sayings of one article come together only where one echoes the other, or a third witness is
   * tied to both.
   */
  private boolean mayJoin(Map<ArticleId, List<Integer>> one, Map<ArticleId, List<Integer>> other) {
    Map<ArticleId, List<Integer>> smaller = one.size() <= other.size() ? one : other;
    Map<ArticleId, List<Integer>> larger = smaller == one ? other : one;
    for (Map.Entry<ArticleId, List<Integer>> entry : smaller.entrySet()) {
      List<Integer> there = larger.getOrDefault(entry.getKey(), List.of());
      if (there.size() * entry.getValue().size() > MOST_COMPARED) {
        return false;
      }
      for (int x : there) {
        for (int y : entry.getValue()) {
          if (!heldTogether(x, y)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean heldTogether(int x, int y) {
    if (tiedTo.get(x).contains(y)) {
      return true;
    }
    for (int third : tiedTo.get(x)) {
      if (tiedTo.get(y).contains(third)) {
        return true;
      }
    }
    return false;
  }

  private List<Statement> build() {
    Map<Integer, List<Unit>> families = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      if (!all.isCut(unit)) {
        families.computeIfAbsent(root(unit), r -> new ArrayList<>()).add(units.get(unit));
      }
    }
    Collection<List<Unit>> decided =
        new DecidedFamilies(families.values(), entities).replayed(decisions);
    Breadth breadth = new Breadth(decided);
    List<Statement> statements = new ArrayList<>();
    for (List<Unit> family : decided) {
      if (family.size() == 1 && family.get(0).attribution().isEmpty()) {
        continue; // A title, a motto: nobody says it, and nobody else has it.
      }
      statements.add(new StatementBuilder(family, breadth, entities).build());
    }
    statements.sort(comparing(Statement::id));
    return statements;
  }
}

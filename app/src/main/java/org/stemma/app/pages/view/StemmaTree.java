package org.stemma.app.pages.view;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.FoundDate;
import org.stemma.model.LostSource;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;

/**
 * A stemma as rows: each article under the one that it has it from, oldest first. What many did
 * alike is folded into one row.
 */
final class StemmaTree {
  /** So many copies of one article that are alike become one row. */
  private static final int ALIKE = 3;

  /** Fewer rows than this are all shown: folding would save nothing. */
  private static final int FEW = 12;

  /** Most rows of a folded picture. */
  private static final int MOST_FOLDED = 40;

  /** Most rows of any. */
  private static final int MOST = 400;

  /** What a row stands for. */
  enum Fold {
    /** One article, or a lost source. */
    NONE,
    /** Copies of one article that did the same to the words. */
    ALIKE,
    /** An article, the first of the row, and those that have it from there. */
    FAMILY,
    /** Articles that only lack room for rows of their own. */
    CROWD
  }

  /** A row. */
  static final class Node {
    /** One; of a folded row several, of a lost source none. */
    private final List<Article> articles;

    private final String agency;
    private final boolean undecided;

    /** What this did to the words, gravest first; of a family or a crowd what the gravest did. */
    private final List<ChangeView> changes;

    private List<Node> children = new ArrayList<>();
    private Optional<Edge> edge = Optional.empty();
    private Fold fold = Fold.NONE;
    private Place place = new Place(Instant.MIN, 0);
    private boolean againstDates;

    Node(List<Article> articles, String agency, boolean undecided, List<ChangeView> changes) {
      this.articles = articles;
      this.agency = agency;
      this.undecided = undecided;
      this.changes = changes;
    }

    List<Article> articles() {
      return articles;
    }

    /** The name of a lost source; else empty. */
    String agency() {
      return agency;
    }

    boolean isLost() {
      return !agency.isEmpty();
    }

    boolean isUndecided() {
      return undecided;
    }

    Fold fold() {
      return fold;
    }

    /** True where the row stands for several articles. */
    boolean isFolded() {
      return fold != Fold.NONE;
    }

    List<ChangeView> changes() {
      return changes;
    }

    List<Node> children() {
      return children;
    }

    /** The step from the row above it that it hangs on. */
    Optional<Edge> edge() {
      return edge;
    }

    Place place() {
      return place;
    }

    /** True where its date lies before that of its source. */
    boolean isAgainstDates() {
      return againstDates;
    }

    private Instant earliest() {
      return articles.stream()
          .flatMap(a -> a.published().stream())
          .map(FoundDate::earliest)
          .min(comparing(i -> i))
          .orElse(Instant.MIN);
    }

    private int rows() {
      int rows = 0;
      List<Node> open = new ArrayList<>(List.of(this));
      while (!open.isEmpty()) {
        Node node = open.remove(open.size() - 1);
        rows++;
        open.addAll(node.children);
      }
      return rows;
    }
  }

  /**
   * Where it is drawn along the time: never before its source.
   *
   * @param time {@link Instant#MIN} without a date
   * @param step behind others of this time that it has it from
   */
  record Place(Instant time, int step) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return comparing(Place::time).thenComparing(Place::step).compare(this, other);
    }
  }

  private final List<Node> roots = new ArrayList<>();
  private final Map<ArticleId, Node> rowOf = new HashMap<>();
  private final List<Edge> second = new ArrayList<>();
  private int hidden;

  /**
   * @param fold true to fold alike copies and whole families; false folds only what nobody could
   *     draw
   */
  StemmaTree(
      Statement statement, Stemma stemma, Function<ArticleId, Article> articles, boolean fold) {
    Map<ArticleId, List<ChangeView>> changes = changes(statement, articles);
    Set<ArticleId> undecided = new HashSet<>(stemma.undecided());
    for (ArticleId id : stemma.articles()) {
      List<Article> one = List.of(articles.apply(id));
      List<ChangeView> what = changes.getOrDefault(id, List.of());
      rowOf.put(id, new Node(one, "", undecided.contains(id), what));
    }
    Set<ArticleId> hung = new HashSet<>();
    for (Edge edge : stemma.edges()) {
      if (hung.add(edge.child())) {
        Node child = rowOf.get(edge.child());
        child.edge = Optional.of(edge);
        rowOf.get(edge.parent()).children.add(child);
      } else {
        second.add(edge);
      }
    }
    for (LostSource lost : stemma.lost()) {
      Node source = new Node(List.of(), lost.agency(), false, List.of());
      for (ArticleId heir : lost.heirs()) {
        if (hung.add(heir)) {
          source.children.add(rowOf.get(heir));
        }
      }
      roots.add(source);
    }
    stemma.articles().stream().filter(id -> !hung.contains(id)).map(rowOf::get).forEach(roots::add);
    if (fold && rows() > FEW) {
      foldAlike();
    }
    foldFamilies(fold ? MOST_FOLDED : MOST);
    place();
  }

  /** In the order of the rows: each before those that have it from it. */
  List<Node> rowsInOrder() {
    List<Node> rows = new ArrayList<>();
    List<Node> open = new ArrayList<>();
    pushAll(open, roots);
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      rows.add(node);
      pushAll(open, node.children);
    }
    return rows;
  }

  private static void pushAll(List<Node> open, List<Node> nodes) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      open.add(nodes.get(i));
    }
  }

  /** Steps from a second source of an article. */
  List<Edge> second() {
    return second;
  }

  /** The row that an article stands in; of a folded one the row that stands for it. */
  Node rowOf(ArticleId id) {
    return rowOf.get(id);
  }

  /** Articles without a row of their own. */
  int hidden() {
    return hidden;
  }

  private int rows() {
    return roots.stream().mapToInt(Node::rows).sum();
  }

  private static Map<ArticleId, List<ChangeView>> changes(
      Statement statement, Function<ArticleId, Article> articles) {
    Map<ArticleId, List<ChangeView>> changes = new HashMap<>();
    Witness base = statement.baseWitness();
    String baseText = articles.apply(base.article()).text();
    for (Witness witness : statement.witnesses()) {
      List<ChangeView> here =
          ChangeView.of(baseText, articles.apply(witness.article()).text(), witness.alterations());
      changes.merge(
          witness.article(), here, (one, other) -> ChangeView.isGraver(other, one) ? other : one);
    }
    return changes;
  }

  private void foldAlike() {
    List<Node> parents = new ArrayList<>(rowsInOrder());
    for (Node parent : parents) {
      parent.children = foldedAlike(parent.children);
    }
    List<Node> folded = foldedAlike(roots);
    roots.clear();
    roots.addAll(folded);
  }

  private List<Node> foldedAlike(List<Node> siblings) {
    Set<ArticleId> twice = new HashSet<>();
    second.forEach(edge -> twice.addAll(List.of(edge.child(), edge.parent())));
    Map<List<Object>, List<Node>> alike = new LinkedHashMap<>();
    for (Node node : siblings) {
      boolean alone =
          node.children.isEmpty() && !node.isLost() && !twice.contains(node.articles.get(0).id());
      List<String> labels = node.changes.stream().map(ChangeView::label).toList();
      List<Object> key =
          alone ? List.of(labels, node.undecided, node.edge.map(Tie::of)) : List.of(node);
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(node);
    }
    List<Node> result = new ArrayList<>();
    for (List<Node> group : alike.values()) {
      if (group.size() < ALIKE) {
        result.addAll(group);
      } else {
        Node first = group.get(0);
        List<Article> all = new ArrayList<>();
        group.forEach(node -> all.addAll(node.articles));
        result.add(folded(all, first.undecided, first.changes, first.edge, Fold.ALIKE));
      }
    }
    return result;
  }

  private Node folded(
      List<Article> all,
      boolean undecided,
      List<ChangeView> changes,
      Optional<Edge> edge,
      Fold fold) {
    Node node = new Node(List.copyOf(all), "", undecided, changes);
    node.fold = fold;
    node.edge = edge;
    all.forEach(article -> rowOf.put(article.id(), node));
    return node;
  }

  /** The deepest families first, until the rows are few enough. */
  private void foldFamilies(int most) {
    while (rows() > most) {
      int before = rows();
      for (Node root : roots) {
        foldLeaves(root);
      }
      if (rows() == before) {
        foldRoots(most);
        break;
      }
    }
    for (Node node : rowsInOrder()) {
      hidden += node.isFolded() ? node.articles.size() : 0;
    }
  }

  /** Takes children that have none of their own into their parents. */
  private void foldLeaves(Node root) {
    for (Node parent : ancestors(root)) {
      for (int i = 0; i < parent.children.size(); i++) {
        Node child = parent.children.get(i);
        if (!child.children.isEmpty()
            && child.children.stream().allMatch(leaf -> leaf.children.isEmpty())) {
          List<Article> all = new ArrayList<>(child.articles);
          child.children.forEach(leaf -> all.addAll(leaf.articles));
          parent.children.set(
              i,
              folded(
                  all,
                  child.undecided,
                  gravest(child.changes, child.children),
                  child.edge,
                  Fold.FAMILY));
        }
      }
    }
    boolean shallow = root.children.stream().allMatch(child -> child.children.isEmpty());
    if (shallow && root.children.size() > 1) {
      List<Article> all = new ArrayList<>();
      root.children.forEach(child -> all.addAll(child.articles));
      List<ChangeView> gravest = gravest(List.of(), root.children);
      root.children =
          new ArrayList<>(
              List.of(folded(all, false, gravest, root.children.get(0).edge, Fold.CROWD)));
    }
  }

  /** What changed the sense is told of a row, whoever in it did it. */
  private static List<ChangeView> gravest(List<ChangeView> own, List<Node> others) {
    List<ChangeView> gravest = own;
    for (Node other : others) {
      gravest = ChangeView.isGraver(other.changes, gravest) ? other.changes : gravest;
    }
    return gravest;
  }

  private static List<Node> ancestors(Node root) {
    List<Node> found = new ArrayList<>(List.of(root));
    for (int i = 0; i < found.size(); i++) {
      for (Node child : found.get(i).children) {
        if (!child.children.isEmpty()) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /** Nothing hangs together any more: the last of the roots become one row. */
  private void foldRoots(int most) {
    List<Node> kept = new ArrayList<>();
    List<Article> rest = new ArrayList<>();
    List<ChangeView> gravest = List.of();
    int rows = 0;
    for (Node root : roots) {
      rows += root.rows();
      if (rows < most || root.isLost()) {
        kept.add(root);
      } else {
        rest.addAll(root.articles);
        root.children.forEach(child -> rest.addAll(child.articles));
        gravest = gravest(gravest, List.of(root));
        gravest = gravest(gravest, root.children);
      }
    }
    if (!rest.isEmpty()) {
      kept.add(folded(rest, false, gravest, Optional.empty(), Fold.CROWD));
    }
    roots.clear();
    roots.addAll(kept);
  }

  private void place() {
    for (Node root : roots) {
      root.place = new Place(root.earliest(), 0);
      if (root.isLost()) {
        Instant first =
            root.children.stream()
                .map(Node::earliest)
                .filter(time -> !time.equals(Instant.MIN))
                .min(comparing(i -> i))
                .orElse(Instant.MIN);
        root.place = new Place(first, -1);
      }
    }
    roots.sort(comparing((Node root) -> root.place).thenComparing(StemmaTree::name));
    List<Node> open = new ArrayList<>(roots);
    while (!open.isEmpty()) {
      Node parent = open.remove(open.size() - 1);
      for (Node child : parent.children) {
        Instant own = child.earliest();
        Instant source = parent.place.time();
        child.againstDates =
            !own.equals(Instant.MIN) && isBefore(child, source) && !parent.isLost();
        child.place =
            own.isAfter(source) ? new Place(own, 0) : new Place(source, parent.place.step() + 1);
      }
      parent.children.sort(comparing((Node child) -> child.place).thenComparing(StemmaTree::name));
      open.addAll(parent.children);
    }
  }

  private static boolean isBefore(Node child, Instant source) {
    return child.articles.stream()
        .flatMap(a -> a.published().stream())
        .allMatch(date -> date.latest().isBefore(source));
  }

  private static String name(Node node) {
    return node.isLost() ? node.agency : node.articles.get(0).id().value();
  }
}

package org.stemma.link;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Kinship;
import org.stemma.model.Span;
import org.stemma.text.Collation;
import org.stemma.text.Ellipsis;

/**
 * The units of some articles and the ties between them. Sayings that join two statements with an
 * ellipsis are cut where another article has the two apart, so that they do not make the two one.
 */
final class Units {
  /** A kinship belongs to a saying that covers so much of it; else to running text. */
  private static final double COVERED = 0.5;

  /** How far a tie may reach over a cut and still lie on one side of it. */
  private static final int OVER_THE_CUT = 6;

  /** Sayings lie in one another two or three deep; so many before a span may reach into it. */
  private static final int MOST_REACHING = 64;

  private static final NavigableMap<Integer, Integer> NO_UNITS = new TreeMap<>();

  private final Map<ArticleId, NavigableMap<Integer, Integer>> ofArticle = new TreeMap<>();
  private final List<Unit> units = new ArrayList<>();
  private List<Tie> ties = new ArrayList<>();
  private List<Tie> echoes = new ArrayList<>();

  Units(Collection<Annotated> articles, List<Kinship> kinships) {
    Map<ArticleId, Annotated> byId = new TreeMap<>();
    articles.forEach(article -> byId.put(article.article().id(), article));
    byId.values().forEach(this::addSayings);
    List<Kinship> sorted = new ArrayList<>(kinships);
    sorted.sort(
        comparing(Kinship::a)
            .thenComparing(Kinship::b)
            .thenComparing(Kinship::aSpan)
            .thenComparing(Kinship::bSpan));
    addRunningText(byId, sorted);
    for (Kinship kinship : sorted) {
      tie(kinship);
    }
    cutSplices();
  }

  List<Unit> units() {
    return units;
  }

  /** Between the units of two articles. */
  List<Tie> ties() {
    return ties;
  }

  /** Between two units of one article, of which one says again what the other says. */
  List<Tie> echoes() {
    return echoes;
  }

  private void addSayings(Annotated annotated) {
    TreeSet<Integer> starts = new TreeSet<>();
    List<Saying> sayings = Saying.of(annotated);
    int first = units.size();
    for (Saying saying : sayings) {
      if (starts.add(saying.span().start())) {
        add(Unit.of(annotated, saying));
      }
    }
    echoes.addAll(new Echoes(units, first).ties());
  }

  private int add(Unit unit) {
    units.add(unit);
    ofArticle
        .computeIfAbsent(unit.article(), id -> new TreeMap<>())
        .putIfAbsent(unit.span().start(), units.size() - 1);
    return units.size() - 1;
  }

  private void addRunningText(Map<ArticleId, Annotated> byId, List<Kinship> kinships) {
    Map<ArticleId, TreeSet<Span>> spans = new TreeMap<>();
    for (Kinship kinship : kinships) {
      if (find(kinship.a(), kinship.aSpan()) < 0) {
        spans.computeIfAbsent(kinship.a(), id -> new TreeSet<>()).add(kinship.aSpan());
      }
      if (find(kinship.b(), kinship.bSpan()) < 0) {
        spans.computeIfAbsent(kinship.b(), id -> new TreeSet<>()).add(kinship.bSpan());
      }
    }
    spans.forEach(
        (id, found) -> {
          for (Span span : merged(found)) {
            if (!ofArticle.getOrDefault(id, NO_UNITS).containsKey(span.start())) {
              add(Unit.unquoted(byId.get(id), span));
            }
          }
        });
  }

  /** Spans that overlap are one stretch. */
  private static List<Span> merged(Collection<Span> sorted) {
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? span : merged.get(merged.size() - 1);
      if (!merged.isEmpty() && last.overlaps(span)) {
        merged.set(merged.size() - 1, last.union(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** The unit that covers a span best, or -1 where none covers half of it. */
  private int find(ArticleId article, Span span) {
    int best = -1;
    int bestOverlap = (int) Math.ceil(span.length() * COVERED) - 1;
    for (int unit : reaching(article, span)) {
      int overlap = 0;
      for (Span part : units.get(unit).parts()) {
        overlap += part.overlap(span);
      }
      boolean tighter =
          overlap == bestOverlap
              && best >= 0
              && units.get(unit).span().length() < units.get(best).span().length();
      if (overlap > bestOverlap || tighter) {
        best = unit;
        bestOverlap = overlap;
      }
    }
    return best;
  }

  /** The units of an article that reach into a span, or begin so near before it that they may. */
  private List<Integer> reaching(ArticleId article, Span span) {
    NavigableMap<Integer, Integer> starts = ofArticle.getOrDefault(article, NO_UNITS);
    List<Integer> found = new ArrayList<>();
    for (int unit : starts.headMap(span.end(), false).descendingMap().values()) {
      if (found.size() == MOST_REACHING) {
        break;
      }
      found.add(unit);
    }
    return found;
  }

  private void tie(Kinship kinship) {
    int x = find(kinship.a(), kinship.aSpan());
    int y = find(kinship.b(), kinship.bSpan());
    if (x >= 0 && y >= 0) {
      ties.add(new Tie(x, kinship.aSpan(), y, kinship.bSpan(), kinship.likeness()));
    }
  }

  private void cutSplices() {
    Map<Integer, List<Tie>> tiesOf = new HashMap<>();
    for (Tie tie : ties) {
      tiesOf.computeIfAbsent(tie.x(), u -> new ArrayList<>()).add(tie);
      tiesOf.computeIfAbsent(tie.y(), u -> new ArrayList<>()).add(tie);
    }
    Map<Integer, List<Integer>> pieces = new TreeMap<>();
    int whole = units.size();
    for (int unit = 0; unit < whole; unit++) {
      List<Tie> own = tiesOf.getOrDefault(unit, List.of());
      List<Integer> cuts = own.size() < 2 ? List.of() : cuts(unit, own);
      if (!cuts.isEmpty()) {
        pieces.put(unit, cut(unit, cuts));
      }
    }
    if (!pieces.isEmpty()) {
      retie(pieces);
    }
  }

  private List<Integer> cuts(int unit, List<Tie> own) {
    List<Integer> cuts = new ArrayList<>();
    List<Integer> places = new ArrayList<>(ellipses(units.get(unit)));
    places.addAll(paragraphs(units.get(unit)));
    places.sort(null);
    for (int at : places) {
      if (joinsTwo(unit, own, at)) {
        cuts.add(at);
      }
    }
    return cuts;
  }

  /** Where a saying goes on in a new paragraph. */
  private static List<Integer> paragraphs(Unit unit) {
    List<Integer> found = new ArrayList<>();
    for (int i = 1; i < unit.parts().size(); i++) {
      int end = unit.parts().get(i - 1).end();
      int start = unit.parts().get(i).start();
      if (unit.text().substring(end, start).indexOf('\n') >= 0) {
        found.add(start);
      }
    }
    return found;
  }

  /** Where the ellipses of a unit stand: the offset behind each. */
  private static List<Integer> ellipses(Unit unit) {
    List<Integer> found = new ArrayList<>();
    for (Span part : unit.parts()) {
      int from = part.start();
      for (int i = part.start(); i < part.end(); i++) {
        if (Character.isLetterOrDigit(unit.text().charAt(i))) {
          if (i - from > 1
              && from > part.start()
              && Ellipsis.isIn(unit.text().substring(from, i))) {
            found.add(i);
          }
          from = i + 1;
        }
      }
    }
    return found;
  }

  /** True when some article has what stands before and what stands behind in two sayings. */
  private boolean joinsTwo(int unit, List<Tie> own, int at) {
    Map<ArticleId, Integer> left = new HashMap<>();
    for (Tie tie : own) {
      if (tie.spanIn(unit).end() <= at + OVER_THE_CUT) {
        left.put(units.get(tie.other(unit)).article(), tie.other(unit));
      }
    }
    for (Tie tie : own) {
      if (tie.spanIn(unit).start() >= at - OVER_THE_CUT) {
        int other = tie.other(unit);
        Integer before = left.get(units.get(other).article());
        if (before != null && before != other) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Integer> cut(int unit, List<Integer> cuts) {
    Unit whole = units.get(unit);
    boolean splice = ellipses(whole).stream().anyMatch(cuts::contains);
    List<Integer> pieces = new ArrayList<>();
    int from = whole.span().start();
    for (int k = 0; k <= cuts.size(); k++) {
      int to = k < cuts.size() ? cuts.get(k) : whole.span().end();
      Optional<Unit> piece =
          from < to
              ? trimmed(whole, new Span(from, to)).flatMap(w -> whole.piece(w, splice))
              : Optional.empty();
      if (piece.isPresent()) {
        pieces.add(units.size());
        units.add(piece.get());
      }
      from = to;
    }
    return pieces;
  }

  /** Without the ellipsis and the white space at its end. */
  private static Optional<Span> trimmed(Unit unit, Span window) {
    int end = window.end();
    while (end > window.start() && !Character.isLetterOrDigit(unit.text().charAt(end - 1))) {
      end--;
    }
    return end > window.start() ? Optional.of(new Span(window.start(), end)) : Optional.empty();
  }

  private void retie(Map<Integer, List<Integer>> pieces) {
    List<Tie> kept = new ArrayList<>();
    for (Tie tie : ties) {
      if (!pieces.containsKey(tie.x()) && !pieces.containsKey(tie.y())) {
        kept.add(tie);
        continue;
      }
      List<Integer> xs = pieces.getOrDefault(tie.x(), List.of(tie.x()));
      List<Integer> ys = pieces.getOrDefault(tie.y(), List.of(tie.y()));
      int before = kept.size();
      for (int x : xs) {
        for (int y : ys) {
          retie(x, y).ifPresent(kept::add);
        }
      }
      if (kept.size() == before && !xs.isEmpty() && !ys.isEmpty()) {
        int x = nearest(xs, tie.xSpan());
        int y = nearest(ys, tie.ySpan());
        kept.add(new Tie(x, tie.xSpan(), y, tie.ySpan(), tie.likeness()));
      }
    }
    ties = kept;
    echoes = echoes.stream().map(echo -> ofPieces(echo, pieces)).toList();
    cutUnits.addAll(pieces.keySet());
  }

  private Tie ofPieces(Tie echo, Map<Integer, List<Integer>> pieces) {
    List<Integer> xs = pieces.getOrDefault(echo.x(), List.of());
    List<Integer> ys = pieces.getOrDefault(echo.y(), List.of());
    return new Tie(
        xs.isEmpty() ? echo.x() : nearest(xs, echo.xSpan()),
        echo.xSpan(),
        ys.isEmpty() ? echo.y() : nearest(ys, echo.ySpan()),
        echo.ySpan(),
        echo.likeness());
  }

  private final TreeSet<Integer> cutUnits = new TreeSet<>();

  /** True for a unit of which only the pieces count. */
  boolean isCut(int unit) {
    return cutUnits.contains(unit);
  }

  /** The piece that has most of a span. */
  private int nearest(List<Integer> pieces, Span span) {
    int nearest = pieces.get(0);
    for (int piece : pieces) {
      if (units.get(piece).span().overlap(span) > units.get(nearest).span().overlap(span)) {
        nearest = piece;
      }
    }
    return nearest;
  }

  private Optional<Tie> retie(int x, int y) {
    Unit one = units.get(x);
    Unit other = units.get(y);
    Collation collation = Collation.of(one.text(), one.parts(), other.text(), other.parts());
    double share = Math.max(collation.shareOfA(), collation.shareOfB());
    if (collation.same() < Judgement.FEWEST_SAME
        || (share < Judgement.CONTAINED && collation.same() < Judgement.MANY_SAME)
        || collation.likeness() < Judgement.LIKE) {
      return Optional.empty();
    }
    return Optional.of(
        new Tie(
            x,
            collation.stretchInA().orElseThrow(),
            y,
            collation.stretchInB().orElseThrow(),
            collation.likeness()));
  }
}

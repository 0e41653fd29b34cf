package org.stemma.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.Span;
import org.stemma.text.Collation;
import org.stemma.text.CommonWords;
import org.stemma.text.Words;

/**
 * Quotations that an article gives twice: a few words of it on top, the whole of it below. A pure
 * function of the article; linear but for refrains, of which few are looked at.
 */
final class Echoes {
  /** So many words in a row must stand in both. */
  private static final int SEQUENCE = Wording.SEQUENCE;

  /** Of an echo that is no plain cut so many words must stand in the whole. */
  private static final int FEWEST_CHANGED = 7;

  private static final double SHARE = 0.75;
  private static final double LIKE = 0.85;

  /** A sequence that more quotations of one article have is its refrain. */
  private static final int MOST_HOLDERS = 8;

  /** Nobody repeats one quotation in so many others; the rest is not looked at. */
  private static final int MOST_MET = 32;

  private final List<Unit> units;
  private final int first;
  private final Map<Integer, TreeSet<Integer>> met = new TreeMap<>();
  private final Map<Integer, Integer> timesMet = new HashMap<>();

  /**
   * @param first the article's units are those from here on
   */
  Echoes(List<Unit> units, int first) {
    this.units = units;
    this.first = first;
  }

  List<Tie> ties() {
    Map<String, List<Integer>> holders = new HashMap<>();
    for (int unit = first; unit < units.size(); unit++) {
      if (units.get(unit).quoted()) {
        Words words = Words.in(units.get(unit).text(), units.get(unit).parts());
        List<String> normals = words.normals();
        for (int i = 0; i + SEQUENCE <= normals.size(); i++) {
          List<String> sequence = normals.subList(i, i + SEQUENCE);
          if (!sequence.stream().allMatch(CommonWords::contains)) {
            meet(unit, holders.computeIfAbsent(String.join(" ", sequence), s -> new ArrayList<>()));
          }
        }
      }
    }
    Map<Integer, Tie> ofEcho = new TreeMap<>();
    met.forEach((x, others) -> others.forEach(y -> tie(x, y).ifPresent(tie -> keep(tie, ofEcho))));
    return List.copyOf(ofEcho.values());
  }

  /** A few words that stand in several quotations are of the first of them. */
  private void keep(Tie tie, Map<Integer, Tie> ofEcho) {
    boolean firstIsEcho = length(tie.x()) < length(tie.y());
    ofEcho.putIfAbsent(firstIsEcho ? tie.x() : tie.y(), tie);
  }

  private int length(int unit) {
    return units.get(unit).parts().stream().mapToInt(Span::length).sum();
  }

  private void meet(int unit, List<Integer> holders) {
    if (holders.size() < MOST_HOLDERS && !holders.contains(unit)) {
      for (int other : holders) {
        boolean seldom =
            timesMet.getOrDefault(unit, 0) < MOST_MET && timesMet.getOrDefault(other, 0) < MOST_MET;
        if (seldom && met.computeIfAbsent(other, o -> new TreeSet<>()).add(unit)) {
          timesMet.merge(unit, 1, Integer::sum);
          timesMet.merge(other, 1, Integer::sum);
        }
      }
      holders.add(unit);
    }
  }

  private Optional<Tie> tie(int x, int y) {
    Unit one = units.get(x);
    Unit other = units.get(y);
    if (one.span().overlaps(other.span())
        || KinshipFinder.differentSpeakers(one.speaker(), other.speaker())) {
      return Optional.empty();
    }
    Collation collation = Collation.of(one.text(), one.parts(), other.text(), other.parts());
    double share = Math.max(collation.shareOfA(), collation.shareOfB());
    boolean cut = share == 1 && collation.likeness() == 1;
    boolean changed =
        collation.same() >= FEWEST_CHANGED && share >= SHARE && collation.likeness() >= LIKE;
    return cut || changed
        ? Optional.of(
            new Tie(
                x,
                collation.stretchInA().orElseThrow(),
                y,
                collation.stretchInB().orElseThrow(),
                collation.likeness()))
        : Optional.empty();
  }
}

package org.stemma.link;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stemma.model.Alteration;
import org.stemma.model.FoundDate;
import org.stemma.text.Collation;
import org.stemma.text.NewsAgencies;
import org.stemma.text.Words;

/**
 * Chooses the copy-text of a statement, as editors call the witness that all others are compared
 * with: the one from which they come by the fewest changes of the kind that copying makes. Dates
 * weigh too, but do not decide alone: pages lie about them, and a copy with a false early date
 * would make the true wording look altered everywhere.
 */
final class CopyText {
  /** Wordings that are tried, and that each is tried on: in a larger family these tell enough. */
  private static final int MOST_TRIED = 20;

  private static final int MOST_COMPARED = 40;

  /** What it costs when all others are surely earlier: as much as two changes. */
  private static final double LATEST = 2;

  /** An undated witness stands between those that are early and those that are late. */
  private static final double UNDATED = 0.5;

  /** What it costs when an article has little of what the others share: one that only cites. */
  private static final double NARROW = 2;

  /** What it costs not to be of a news agency: those write what others take over. */
  private static final double COPIER = 2;

  private static final Comparator<Unit> RELIABLE =
      comparing(Unit::quoted).thenComparing(unit -> !unit.spliced());

  private final List<Unit> family;
  private final Breadth breadth;
  private final Instant[] earliest;
  private final Instant[] latest;

  private CopyText(List<Unit> family, Breadth breadth) {
    this.family = family;
    this.breadth = breadth;
    earliest = bounds(family, FoundDate::earliest);
    latest = bounds(family, FoundDate::latest);
    Arrays.sort(latest);
  }

  /** Of {@code family} the index of the copy-text. */
  static int of(List<Unit> family, Breadth breadth) {
    return family.size() == 1 ? 0 : new CopyText(family, breadth).choose();
  }

  /** Witnesses with the same words. */
  private record Wording(String words, List<Integer> members) {
    double weight() {
      // Copies inherit: ten that agree are no ten independent witnesses.
      return Math.log1p(members.size());
    }
  }

  private int choose() {
    Unit best = family.stream().max(RELIABLE).orElseThrow();
    List<Wording> wordings = wordings();
    List<Wording> tried =
        wordings.stream()
            .filter(w -> w.members().stream().anyMatch(i -> isAsReliable(i, best)))
            .limit(MOST_TRIED)
            .toList();
    int widest =
        Math.max(1, family.stream().mapToInt(unit -> breadth.of(unit.article())).max().orElse(1));
    int chosen = -1;
    double least = Double.MAX_VALUE;
    for (Wording wording : tried) {
      double changes = tried.size() == 1 ? 0 : changes(wording, wordings);
      for (int i : wording.members()) {
        double cost =
            changes
                + LATEST * lateness(i)
                + NARROW * (1 - (double) breadth.of(family.get(i).article()) / widest)
                + (isAgency(family.get(i)) ? 0 : COPIER);
        if (isAsReliable(i, best) && cost < least) {
          least = cost;
          chosen = i;
        }
      }
    }
    return chosen;
  }

  private static boolean isAgency(Unit unit) {
    return unit.annotated().article().outlet().filter(NewsAgencies::isAgency).isPresent();
  }

  private boolean isAsReliable(int unit, Unit best) {
    return RELIABLE.compare(family.get(unit), best) == 0;
  }

  /** Those that most witnesses have first; of as many the fuller. */
  private List<Wording> wordings() {
    Map<String, List<Integer>> byWords = new TreeMap<>();
    for (int i = 0; i < family.size(); i++) {
      Unit unit = family.get(i);
      String words = String.join(" ", Words.in(unit.text(), unit.parts()).normals());
      byWords.computeIfAbsent(words, w -> new ArrayList<>()).add(i);
    }
    List<Wording> wordings = new ArrayList<>();
    byWords.forEach((words, members) -> wordings.add(new Wording(words, members)));
    wordings.sort(
        comparingDouble((Wording w) -> w.members().size())
            .thenComparing(w -> w.words().length())
            .reversed()
            .thenComparing(Wording::words));
    return wordings;
  }

  private double changes(Wording from, List<Wording> wordings) {
    double sum = 0;
    for (Wording to : wordings.subList(0, Math.min(MOST_COMPARED, wordings.size()))) {
      if (to != from) {
        sum += to.weight() * changes(unit(from), unit(to));
      }
    }
    return sum;
  }

  private Unit unit(Wording wording) {
    return family.get(wording.members().get(0));
  }

  private static double changes(Unit from, Unit to) {
    double sum = 0;
    for (Alteration made : collation(from, to).alterations()) {
      sum +=
          switch (made.kind()) {
            case PUNCTUATION, PARAPHRASED, UNQUOTED -> 0;
            case TRUNCATED -> 0.5;
            case INSERTED, RETRANSLATED -> 1.5;
            case FULLER -> 2;
            default -> 1;
          };
    }
    for (Alteration undone : collation(to, from).alterations()) {
      sum +=
          switch (undone.kind()) {
            // An editor's own mark in this one, and the plain words in the other.
            case ELIDED, BRACKETED -> 2;
            default -> 0;
          };
    }
    return sum;
  }

  private static Collation collation(Unit from, Unit to) {
    return Collation.of(from.text(), from.parts(), to.text(), to.parts());
  }

  /** Share of the others that are surely earlier. */
  private double lateness(int unit) {
    if (earliest[unit].equals(Instant.MAX)) {
      return UNDATED;
    }
    int before = Arrays.binarySearch(latest, earliest[unit]);
    before = before < 0 ? -before - 1 : before;
    while (before > 0 && latest[before - 1].equals(earliest[unit])) {
      before--;
    }
    return (double) before / (family.size() - 1);
  }

  private interface Bound {
    Instant of(FoundDate date);
  }

  private static Instant[] bounds(List<Unit> family, Bound bound) {
    return family.stream()
        .map(
            unit -> {
              Optional<FoundDate> published = unit.annotated().article().published();
              return published.map(bound::of).orElse(Instant.MAX);
            })
        .toArray(Instant[]::new);
  }
}

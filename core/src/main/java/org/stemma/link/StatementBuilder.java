package org.stemma.link;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Act;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Attribution;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.Collation;
import org.stemma.text.Words;

/** Makes a statement of the units of one family. */
final class StatementBuilder {
  /** Two units of one article that are nearer than this were parted by a "he said". */
  private static final int WIDEST_CUE = 120;

  /** Running text that agrees less is the outlet's own wording. */
  private static final double SAME_WORDS = 0.8;

  /** Wordings that a base is tried on: in a larger family these tell enough. */
  private static final int MOST_COMPARED = 500;

  private final List<Unit> family;
  private final Entities entities;

  StatementBuilder(List<Unit> family, Entities entities) {
    this.entities = entities;
    this.family = reunited(family);
  }

  /**
   * Pieces of one sentence that a cue parts become one unit again: the second goes on in lower
   * case.
   */
  private static List<Unit> reunited(List<Unit> family) {
    List<Unit> sorted = new ArrayList<>(family);
    sorted.sort(comparing(Unit::article).thenComparing(Unit::span));
    List<Unit> units = new ArrayList<>();
    for (Unit unit : sorted) {
      Unit last = units.isEmpty() ? unit : units.get(units.size() - 1);
      if (!units.isEmpty() && isContinued(last, unit)) {
        List<Span> parts = new ArrayList<>(last.parts());
        parts.addAll(unit.parts());
        units.set(
            units.size() - 1,
            new Unit(last.annotated(), parts, true, last.attribution(), last.spliced()));
      } else {
        units.add(unit);
      }
    }
    return units;
  }

  private static boolean isContinued(Unit one, Unit next) {
    int gap = next.span().start() - one.span().end();
    return one.article().equals(next.article())
        && one.quoted()
        && next.quoted()
        && gap >= 0
        && gap <= WIDEST_CUE
        && Character.isLowerCase(next.text().charAt(next.span().start()));
  }

  Statement build() {
    family.sort(
        comparing((Unit unit) -> earliest(unit).orElse(Instant.MAX))
            .thenComparing(Unit::article)
            .thenComparing(Unit::span));
    int base = base();
    List<Witness> witnesses = new ArrayList<>();
    String id = "";
    for (int i = 0; i < family.size(); i++) {
      Witness witness = witness(family.get(i), family.get(base), i == base);
      witnesses.add(witness);
      id = id.isEmpty() || witness.id().compareTo(id) < 0 ? witness.id() : id;
    }
    return new Statement(id, base, witnesses);
  }

  /**
   * Of the quoted witnesses that no other is surely earlier than, the one whose wording holds the
   * most other wordings: a copy that put a word in holds none but its own. Of several the fullest.
   */
  private int base() {
    Instant surely = Instant.MAX;
    for (Unit unit : family) {
      Instant latest = published(unit).map(FoundDate::latest).orElse(Instant.MAX);
      surely = latest.isBefore(surely) ? latest : surely;
    }
    List<String> wordings = family.stream().map(StatementBuilder::wording).toList();
    int best = -1;
    long mostHeld = 0;
    for (int i = 0; i < family.size(); i++) {
      if (earliest(family.get(i)).orElse(Instant.MAX).isAfter(surely)) {
        continue;
      }
      String whole = wordings.get(i);
      long held = wordings.stream().limit(MOST_COMPARED).filter(whole::contains).count();
      int order = best < 0 ? 1 : RELIABLE.compare(family.get(i), family.get(best));
      order = order != 0 ? order : Long.compare(held, mostHeld);
      order = order != 0 ? order : Integer.compare(whole.length(), wordings.get(best).length());
      if (order > 0) {
        best = i;
        mostHeld = held;
      }
    }
    return best;
  }

  private static final Comparator<Unit> RELIABLE =
      comparing(Unit::quoted).thenComparing(unit -> !unit.spliced());

  /** The words in normal form, each with a blank on both sides. */
  private static String wording(Unit unit) {
    return " " + String.join(" ", Words.in(unit.text(), unit.parts()).normals()) + " ";
  }

  private static Optional<FoundDate> published(Unit unit) {
    return unit.annotated().article().published();
  }

  private static Optional<Instant> earliest(Unit unit) {
    return published(unit).map(FoundDate::earliest);
  }

  private Witness witness(Unit unit, Unit base, boolean isBase) {
    Optional<Attribution> attribution = unit.attribution();
    return new Witness(
        unit.article(),
        unit.span(),
        unit.parts(),
        unit.quoted(),
        attribution.map(Attribution::speaker).orElseGet(Speaker.Unknown::new),
        attribution.map(Attribution::via).orElse(List.of()),
        attribution.map(Attribution::act).orElse(Act.SAY),
        isBase ? List.of() : alterations(unit, base));
  }

  private List<Alteration> alterations(Unit unit, Unit base) {
    Collation collation = Collation.of(base.text(), base.parts(), unit.text(), unit.parts());
    List<Alteration> found = new ArrayList<>(collation.alterations());
    if (isMisattributed(unit, base)) {
      found.add(new Alteration(AlterationKind.MISATTRIBUTED, source(base), source(unit)));
    }
    if (unit.spliced()) {
      found.add(whole(AlterationKind.SPLICED, base, unit));
    }
    if (base.quoted() && !unit.quoted()) {
      boolean sameWords = collation.likeness() >= SAME_WORDS;
      found.add(
          whole(sameWords ? AlterationKind.UNQUOTED : AlterationKind.PARAPHRASED, base, unit));
    }
    found.sort(comparing(Alteration::kind));
    return found;
  }

  /**
   * Said only where the witness itself names another speaker beside the words: whom "he" means is a
   * guess, and a guess is no ground for so grave a word.
   */
  private boolean isMisattributed(Unit unit, Unit base) {
    return unit.attribution().isPresent()
        && base.attribution().isPresent()
        && isNamedThere(unit)
        && KinshipFinder.differentSpeakers(
            unit.attribution().get().speaker(), base.attribution().get().speaker())
        && !isOneSpeaker(unit, base);
  }

  private boolean isOneSpeaker(Unit unit, Unit base) {
    Optional<Entity> one = entities.of(unit.article(), unit.attribution().get().speaker());
    return one.isPresent()
        && one.equals(entities.of(base.article(), base.attribution().get().speaker()));
  }

  private static boolean isNamedThere(Unit unit) {
    return unit.attribution().get().speaker() instanceof Speaker.Named named
        && source(unit)
            .map(span -> Words.in(unit.text(), span).normals())
            .orElse(List.of())
            .stream()
            .map(KinshipFinder::surname)
            .anyMatch(KinshipFinder.surname(named.name())::equals);
  }

  private static Optional<Span> source(Unit unit) {
    return unit.attribution()
        .map(Attribution::source)
        .filter(spans -> !spans.isEmpty())
        .map(spans -> new Span(spans.get(0).start(), spans.get(spans.size() - 1).end()));
  }

  private static Alteration whole(AlterationKind kind, Unit base, Unit unit) {
    return new Alteration(kind, Optional.of(base.span()), Optional.of(unit.span()));
  }
}

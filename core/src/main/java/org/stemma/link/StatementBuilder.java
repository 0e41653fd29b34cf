package org.stemma.link;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
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
import org.stemma.text.NewsAgencies;
import org.stemma.text.Words;

/** Makes a statement of the units of one family. */
final class StatementBuilder {
  /** Two units of one article that are nearer than this were parted by a "he said". */
  private static final int WIDEST_CUE = 120;

  /** Running text that agrees less is the outlet's own wording. */
  private static final double SAME_WORDS = 0.8;

  /** So few words of the copy-text may be missing between two pieces of one quotation. */
  private static final int FEW_BETWEEN = 3;

  private final List<Unit> family;
  private final Breadth breadth;
  private final Entities entities;

  StatementBuilder(List<Unit> family, Breadth breadth, Entities entities) {
    this.breadth = breadth;
    this.entities = entities;
    this.family = reunited(family, StatementBuilder::goesOn);
  }

  private interface Continuation {
    boolean test(Unit one, Unit next);
  }

  /** Pieces of one sentence that a cue or a cut parts become one unit again. */
  private static List<Unit> reunited(List<Unit> family, Continuation continues) {
    List<Unit> sorted = new ArrayList<>(family);
    sorted.sort(comparing(Unit::article).thenComparing(Unit::span));
    List<Unit> units = new ArrayList<>();
    for (Unit unit : sorted) {
      Unit last = units.isEmpty() ? unit : units.get(units.size() - 1);
      if (!units.isEmpty() && isNear(last, unit) && continues.test(last, unit)) {
        units.set(units.size() - 1, joined(last, unit));
      } else {
        units.add(unit);
      }
    }
    return units;
  }

  private static boolean isNear(Unit one, Unit next) {
    int gap = next.span().start() - one.span().end();
    return one.article().equals(next.article())
        && one.quoted()
        && next.quoted()
        && gap >= 0
        && gap <= WIDEST_CUE;
  }

  private static boolean goesOn(Unit one, Unit next) {
    return Character.isLowerCase(next.text().charAt(next.span().start()))
        || isOneQuotation(one, next);
  }

  /** Both pieces of a saying that was cut are of this statement: then it joins no two. */
  private static boolean isOneQuotation(Unit one, Unit next) {
    return one.spliced()
        && next.spliced()
        && one.text()
            .substring(one.span().end(), next.span().start())
            .chars()
            .noneMatch(c -> Character.isLetterOrDigit(c) || c == '\n');
  }

  private static Unit joined(Unit one, Unit next) {
    if (isOneQuotation(one, next)) {
      List<Span> parts = new ArrayList<>(one.parts());
      Span last = parts.remove(parts.size() - 1);
      parts.add(last.union(next.parts().get(0)));
      parts.addAll(next.parts().subList(1, next.parts().size()));
      return new Unit(one.annotated(), parts, true, one.attribution(), false);
    }
    List<Span> parts = new ArrayList<>(one.parts());
    parts.addAll(next.parts());
    return new Unit(
        one.annotated(), parts, true, one.attribution(), one.spliced() && next.spliced());
  }

  /** Two quotations that stand in the copy-text with hardly a word between them. */
  private static boolean isOneIn(Unit base, Unit one, Unit next) {
    if (one.equals(base) || next.equals(base)) {
      return false;
    }
    Optional<Span> first = stretchIn(base, one);
    Optional<Span> second = stretchIn(base, next);
    return first.isPresent()
        && second.isPresent()
        && first.get().end() <= second.get().start()
        && Words.in(base.text(), new Span(first.get().end(), second.get().start())).size()
            <= FEW_BETWEEN;
  }

  private static Optional<Span> stretchIn(Unit base, Unit unit) {
    Collation collation = Collation.of(base.text(), base.parts(), unit.text(), unit.parts());
    return collation.shareOfB() >= SAME_WORDS ? collation.stretchInA() : Optional.empty();
  }

  /** The witnesses as units, each whole. */
  List<Unit> witnesses() {
    return witnesses(base());
  }

  private Unit base() {
    return family.get(CopyText.of(family, breadth));
  }

  private List<Unit> witnesses(Unit base) {
    return reunited(family, (one, next) -> isOneIn(base, one, next));
  }

  Statement build() {
    Unit base = base();
    List<Unit> units = witnesses(base);
    units.sort(
        comparing((Unit unit) -> earliest(unit).orElse(Instant.MAX))
            .thenComparing(Unit::article)
            .thenComparing(Unit::span));
    List<Witness> witnesses = new ArrayList<>();
    String id = "";
    for (Unit unit : units) {
      Witness witness = witness(unit, base);
      witnesses.add(witness);
      id = id.isEmpty() || witness.id().compareTo(id) < 0 ? witness.id() : id;
    }
    return new Statement(id, units.indexOf(base), witnesses);
  }

  private static Optional<FoundDate> published(Unit unit) {
    return unit.annotated().article().published();
  }

  private static Optional<Instant> earliest(Unit unit) {
    return published(unit).map(FoundDate::earliest);
  }

  private Witness witness(Unit whole, Unit base) {
    Unit unit = carried(whole, base);
    Optional<Attribution> attribution = unit.attribution();
    return new Witness(
        unit.article(),
        unit.span(),
        unit.parts(),
        unit.quoted(),
        unit.speaker(),
        attribution.map(Attribution::via).orElse(List.of()),
        attribution.map(Attribution::act).orElse(Act.SAY),
        whole.equals(base) ? List.of() : alterations(unit, base));
  }

  /**
   * Where no marks tell where the words of a quotation end, the words themselves do. The beginning
   * stays, for it names the witness.
   */
  private static Unit carried(Unit unit, Unit base) {
    if (unit.quoted() || !base.quoted()) {
      return unit;
    }
    Collation collation = Collation.of(base.text(), base.parts(), unit.text(), unit.parts());
    return collation.likeness() < SAME_WORDS
        ? unit
        : collation
            .stretchInB()
            .flatMap(words -> unit.piece(new Span(unit.span().start(), words.end()), false))
            .orElse(unit);
  }

  private List<Alteration> alterations(Unit unit, Unit base) {
    Collation collation = Collation.of(base.text(), base.parts(), unit.text(), unit.parts());
    List<Alteration> found = new ArrayList<>(collation.alterations());
    if (!unit.quoted() && collation.likeness() < Judgement.RETOLD_LIKE) {
      // In words of its own an article may put a "not" elsewhere; one that denies is tied to none.
      found.removeIf(alteration -> alteration.kind() == AlterationKind.NEGATED);
    }
    if (isMisattributed(unit, base)) {
      found.add(new Alteration(AlterationKind.MISATTRIBUTED, source(base), source(unit)));
    }
    if (unit.spliced()) {
      found.add(whole(AlterationKind.SPLICED, base, unit));
    }
    if (base.quoted() && !unit.quoted()) {
      found.removeIf(alteration -> goesOnInText(alteration, base, unit));
      boolean sameWords = collation.likeness() >= SAME_WORDS;
      found.add(
          whole(sameWords ? AlterationKind.UNQUOTED : AlterationKind.PARAPHRASED, base, unit));
    }
    found.sort(comparing(Alteration::kind));
    return found;
  }

  /**
   * Running text has no end of its own: what stands beside the stretch that was found is not cut.
   */
  private static boolean goesOnInText(Alteration alteration, Unit base, Unit unit) {
    if (alteration.kind() != AlterationKind.TRUNCATED || alteration.inBase().isEmpty()) {
      return false;
    }
    Span cut = alteration.inBase().get();
    List<String> words = Words.in(base.text(), cut).normals();
    int reach = cut.length() * 2;
    boolean before = cut.start() == base.span().start();
    int from = before ? Math.max(0, unit.span().start() - reach) : unit.span().end();
    int to = before ? unit.span().start() : Math.min(unit.text().length(), from + reach);
    if (from >= to) {
      return false;
    }
    List<String> beside = Words.in(unit.text(), new Span(from, to)).normals();
    int first = before ? beside.size() - words.size() : 0;
    return first >= 0
        && first + words.size() <= beside.size()
        && beside.subList(first, first + words.size()).equals(words);
  }

  /**
   * Said only where the witness itself names another speaker beside the words, and neither names
   * the other's in its paragraph: whom "he" means, or who of two speaks, is a guess, and a guess is
   * no ground for so grave a word.
   */
  private boolean isMisattributed(Unit unit, Unit base) {
    return unit.attribution().isPresent()
        && base.attribution().isPresent()
        && isNamedThere(unit)
        && !isAgency(unit.attribution().get().speaker())
        && KinshipFinder.differentSpeakers(
            unit.attribution().get().speaker(), base.attribution().get().speaker())
        && !Vicinity.names(base.text(), base.span(), unit.attribution().get().speaker())
        && !Vicinity.names(unit.text(), unit.span(), base.attribution().get().speaker())
        && !isOneSpeaker(unit, base);
  }

  private boolean isOneSpeaker(Unit unit, Unit base) {
    Optional<Entity> one = entities.of(unit.article(), unit.attribution().get().speaker());
    return one.isPresent()
        && one.equals(entities.of(base.article(), base.attribution().get().speaker()));
  }

  /** Who passes words on has not spoken them. */
  private static boolean isAgency(Speaker speaker) {
    return speaker instanceof Speaker.Named named && NewsAgencies.isAgency(named.name());
  }

  private static boolean isNamedThere(Unit unit) {
    return unit.attribution().get().speaker() instanceof Speaker.Named named
        && source(unit)
            .filter(span -> gap(span, unit.span()) <= WIDEST_CUE)
            .map(span -> Words.in(unit.text(), span).normals())
            .orElse(List.of())
            .stream()
            .map(KinshipFinder::surname)
            .anyMatch(KinshipFinder.surname(named.name())::equals);
  }

  private static int gap(Span one, Span other) {
    return Math.max(one.start(), other.start()) - Math.min(one.end(), other.end());
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

package org.stemma.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Entities;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.Collation;
import org.stemma.text.CommonWords;
import org.stemma.text.Ellipsis;
import org.stemma.text.Negations;
import org.stemma.text.Words;

/** Compares one quotation of a draft with what articles put on record. For one thread. */
final class Comparison {
  /**
   * The share of what a quotation's words tell that must stand in a wording for that to be near it.
   * With less than half in common two sentences rather share a subject than a source.
   */
  static final double NEAR = 0.5;

  /** What a common word ("the", "will") tells, beside 1 for any other. */
  private static final double COMMON = 0.25;

  /** Windows need a little less than {@link #NEAR}, for they count words without their order. */
  private static final double PROMISING = 0.4;

  /** Words of a passage that is compared closely: a long read without a single paragraph. */
  private static final int LONGEST_PASSAGE = 30_000;

  /** Windows of one passage that are looked at closely. */
  private static final int MOST_WINDOWS = 2;

  /** Words at the start or the end that may stand for others of the record. */
  private static final int LONGEST_CHANGE_AT_EDGE = 4;

  private final Drafted quotation;
  private final Entities entities;
  private final Wording draft;
  private final List<String> normals;
  private final ExactWords exactWords;
  private final Map<String, Integer> counts = new HashMap<>();
  private final double weight;

  Comparison(Drafted quotation, Entities entities) {
    this.entities = entities;
    this.quotation = quotation;
    draft = quotation.wording();
    normals = draft.normals();
    normals.forEach(word -> counts.merge(word, 1, Integer::sum));
    exactWords = new ExactWords(normals);
    weight = weight(0, draft.size());
  }

  /** Where a passage has the same words one after another. */
  List<Finding> exact(OnRecord record, OnRecord.Passage passage) {
    List<Finding> found = new ArrayList<>();
    Wording held = passage.wording();
    for (int place : exactWords.places(held.normals())) {
      List<Integer> same = IntStream.range(place, place + draft.size()).boxed().toList();
      found.add(finding(record, passage, same));
    }
    if (found.isEmpty() && held.hasBrackets()) {
      List<Integer> spoken =
          IntStream.range(0, held.size()).filter(i -> !held.word(i).bracketed()).boxed().toList();
      List<String> words = spoken.stream().map(i -> held.word(i).normal()).toList();
      for (int place : exactWords.places(words)) {
        found.add(finding(record, passage, spoken.subList(place, place + draft.size())));
      }
    }
    return found;
  }

  /** Where a passage has most of the words, nearly in order. */
  List<Finding> near(OnRecord record, OnRecord.Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int start : windows(passage.wording())) {
      align(record, passage, start).ifPresent(found::add);
    }
    return found;
  }

  // The same words

  private Finding finding(OnRecord record, OnRecord.Passage passage, List<Integer> same) {
    Wording held = passage.wording();
    List<Alteration> alterations = new ArrayList<>();
    boolean capitals = !isAllCapitals(held, same);
    for (int i = 0; i < same.size(); i++) {
      compareWord(held, same.get(i), i, capitals, alterations);
    }
    int from = same.get(0);
    int to = same.get(same.size() - 1) + 1;
    cuts(record, held, from, to, alterations);
    return finding(record, passage, held.span(from, to), 1, alterations, quotation.span());
  }

  private Finding finding(
      OnRecord record,
      OnRecord.Passage passage,
      Span stretch,
      double likeness,
      List<Alteration> alterations,
      Span agreed) {
    if (!passage.quoted()) {
      alterations.add(change(AlterationKind.UNQUOTED, stretch, quotation.span()));
    }
    Speaker speaker = record.speaker(stretch);
    Speakers speakers =
        Speakers.compare(quotation.speaker(), speaker, entities.of(record.article().id(), speaker));
    if (speakers == Speakers.CONTRADICTED) {
      alterations.add(change(AlterationKind.MISATTRIBUTED, stretch, quotation.span()));
    }
    return new Finding(
        record.article(),
        new Checked.Record(record.article().id(), stretch, speaker, likeness),
        alterations,
        speakers,
        passage.quoted(),
        draft.indexAt(agreed.start()),
        draft.indexAt(agreed.end() - 1));
  }

  private void compareWord(
      Wording held, int h, int d, boolean capitals, List<Alteration> alterations) {
    Wording.Word word = held.word(h);
    Span inHeld = held.span(h, h + 1);
    Span inDraft = draft.span(d, d + 1);
    if (word.bracketed() && !draft.word(d).bracketed()) {
      alterations.add(change(AlterationKind.BRACKETED, inHeld, inDraft));
    }
    boolean digits = word.normal().codePoints().anyMatch(Character::isDigit);
    AlterationKind changed = digits ? AlterationKind.NUMBER_CHANGED : AlterationKind.SUBSTITUTED;
    if (!SameCharacters.sameWord(held.raw(h), draft.raw(d), capitals)) {
      alterations.add(change(changed, inHeld, inDraft));
    }
    String signs = SameCharacters.signs(held.before(h), held.raw(h), held.after(h));
    if (!signs.equals(SameCharacters.signs(draft.before(d), draft.raw(d), draft.after(d)))) {
      alterations.add(
          change(
              changed,
              SameCharacters.withSigns(held.text(), inHeld),
              SameCharacters.withSigns(draft.text(), inDraft)));
    }
    boolean elided =
        d > 0 && h > 0 && Ellipsis.isIn(held.before(h)) && !Ellipsis.isIn(draft.before(d));
    if (elided) {
      alterations.add(
          change(AlterationKind.ELIDED, held.span(h - 1, h + 1), draft.span(d - 1, d + 1)));
    }
  }

  private boolean isAllCapitals(Wording held, List<Integer> same) {
    long inHeld = same.stream().filter(h -> SameCharacters.isCapitals(held.raw(h))).count();
    long inDraft = 0;
    for (int d = 0; d < draft.size(); d++) {
      inDraft += SameCharacters.isCapitals(draft.raw(d)) ? 1 : 0;
    }
    return 2 * Math.max(inHeld, inDraft) > same.size();
  }

  // What the record has before and after, in the same sentence

  private void cuts(OnRecord record, Wording held, int from, int to, List<Alteration> found) {
    int sentence = record.sentenceAt(held.word(from).start());
    int start = from;
    while (start > 0 && record.sentenceAt(held.word(start - 1).start()) == sentence) {
      start--;
    }
    cutAtStart(held, start, from, found);
    sentence = record.sentenceAt(held.word(to - 1).start());
    int end = to;
    while (end < held.size() && record.sentenceAt(held.word(end).start()) == sentence) {
      end++;
    }
    boolean shown = Ellipsis.isIn(draft.after(draft.size() - 1));
    if (isSpoken(held, to, end) && !shown) {
      found.add(lost(AlterationKind.TRUNCATED, held.span(to, end)));
    }
  }

  private void cutAtStart(Wording held, int start, int from, List<Alteration> found) {
    if (!isSpoken(held, start, from)) {
      return;
    }
    Span cut = held.span(start, from);
    boolean shown = Ellipsis.isIn(draft.before(0));
    if (negates(held.text(), clause(held.text(), new Span(cut.start(), held.word(from).start())))) {
      found.add(lost(AlterationKind.NEGATED, cut));
    } else if (!shown || negates(held.text(), cut)) {
      found.add(lost(AlterationKind.TRUNCATED, cut));
    }
  }

  private static boolean isSpoken(Wording held, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!held.word(i).bracketed()) {
        return true;
      }
    }
    return false;
  }

  /** The end of a cut that belongs to the same clause as what follows it. */
  private static Span clause(String text, Span cut) {
    int at = cut.end();
    while (at > cut.start() && ",;:\u2013\u2014".indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    return new Span(Math.min(at, cut.end() - 1), cut.end());
  }

  private static boolean negates(String text, Span stretch) {
    Words words = Words.in(text, stretch);
    return Negations.count(text, words, 0, words.size()) > 0;
  }

  // Nearly the same words

  /** Starts of the stretches of a passage that have most of the words, best first. */
  private List<Integer> windows(Wording held) {
    if (held.size() < PROMISING * weight || held.size() > LONGEST_PASSAGE) {
      return List.of();
    }
    int length = Math.min(held.size(), draft.size() + slack());
    Map<String, Integer> missing = new HashMap<>(counts);
    double[] scores = new double[held.size()];
    double score = 0;
    for (int end = 0; end < held.size(); end++) {
      score += take(missing, held.word(end).normal());
      if (end >= length) {
        score -= giveBack(missing, held.word(end - length).normal());
      }
      scores[Math.max(0, end - length + 1)] = score / weight;
    }
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < MOST_WINDOWS; i++) {
      int best = best(scores, starts, length);
      if (best >= 0) {
        starts.add(best);
      }
    }
    return starts;
  }

  private static int best(double[] scores, List<Integer> taken, int length) {
    int best = -1;
    for (int i = 0; i < scores.length; i++) {
      int start = i;
      boolean free = taken.stream().allMatch(t -> Math.abs(t - start) >= length);
      if (free && scores[i] >= PROMISING && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }

  private static double take(Map<String, Integer> missing, String word) {
    Integer count = missing.computeIfPresent(word, (w, n) -> n - 1);
    return count != null && count >= 0 ? weight(word) : 0;
  }

  private static double giveBack(Map<String, Integer> missing, String word) {
    Integer count = missing.computeIfPresent(word, (w, n) -> n + 1);
    return count != null && count > 0 ? weight(word) : 0;
  }

  /** Words more on either side: room for what was put in or left out. */
  private int slack() {
    return draft.size() / 4 + 3;
  }

  private Optional<Finding> align(OnRecord record, OnRecord.Passage passage, int window) {
    Wording held = passage.wording();
    int from = Math.max(0, window - slack());
    int to = Math.min(held.size(), window + draft.size() + 2 * slack());
    Collation wide = collate(held, from, to, 0, draft.size());
    if (!isNear(wide)) {
      return Optional.empty();
    }
    Core core = new Core(held, wide.agreements());
    int start = edge(record, held, core.firstHeld, -core.first);
    int behind = draft.size() - 1 - core.last;
    int end = edge(record, held, core.lastHeld, behind) + 1;
    // Longer pieces in front or behind are of some other place: they would only confuse.
    int fromDraft = core.first > LONGEST_CHANGE_AT_EDGE ? core.first : 0;
    int toDraft = behind > LONGEST_CHANGE_AT_EDGE ? core.last + 1 : draft.size();
    Collation close = collate(held, start, end, fromDraft, toDraft);
    List<Alteration> alterations = new ArrayList<>(close.alterations());
    addFuller(0, fromDraft, alterations);
    addFuller(toDraft, draft.size(), alterations);
    cuts(record, held, start, end, alterations);
    if (alterations.stream().allMatch(a -> a.kind() == AlterationKind.PUNCTUATION)) {
      // Not the same words one after another, or they would have been found so.
      alterations.add(change(AlterationKind.SUBSTITUTED, held.span(start, end), quotation.span()));
    }
    double likeness = Math.min(1, 2.0 * close.same() / (end - start + draft.size()));
    Span agreed = draft.span(core.first, core.last + 1);
    return Optional.of(
        finding(record, passage, held.span(start, end), likeness, alterations, agreed));
  }

  private void addFuller(int from, int to, List<Alteration> alterations) {
    if (from < to) {
      alterations.add(
          new Alteration(
              AlterationKind.FULLER, Optional.empty(), Optional.of(draft.span(from, to))));
    }
  }

  /**
   * From the first to the last run of words that agree, without common words at the ends that lie
   * apart from the rest: they agree by chance.
   */
  private final class Core {
    int firstHeld;
    int lastHeld;
    int first;
    int last;

    Core(Wording held, List<Collation.Agreement> runs) {
      int from = 0;
      int to = runs.size() - 1;
      while (from < to && byChance(runs.get(from), runs.get(from), runs.get(from + 1))) {
        from++;
      }
      while (from < to && byChance(runs.get(to), runs.get(to - 1), runs.get(to))) {
        to--;
      }
      firstHeld = held.indexAt(runs.get(from).inA().start());
      lastHeld = held.indexAt(runs.get(to).inA().end() - 1);
      first = draft.indexAt(runs.get(from).inB().start());
      last = draft.indexAt(runs.get(to).inB().end() - 1);
      widen(held);
    }

    /** A word that was paired by chance may have its true equal right here. */
    private void widen(Wording held) {
      while (first > 0 && firstHeld > 0 && equal(held, firstHeld - 1, first - 1)) {
        first--;
        firstHeld--;
      }
      while (last + 1 < draft.size()
          && lastHeld + 1 < held.size()
          && equal(held, lastHeld + 1, last + 1)) {
        last++;
        lastHeld++;
      }
    }

    private boolean equal(Wording held, int h, int d) {
      return held.word(h).normal().equals(normals.get(d));
    }

    private boolean byChance(
        Collation.Agreement run, Collation.Agreement before, Collation.Agreement after) {
      int from = draft.indexAt(run.inB().start());
      int to = draft.indexAt(run.inB().end() - 1) + 1;
      int gap = draft.indexAt(after.inB().start()) - draft.indexAt(before.inB().end() - 1) - 1;
      return weight(from, to) < 1 && gap > LONGEST_CHANGE_AT_EDGE;
    }
  }

  /**
   * A few words that the draft has in front or behind stand for as many of the record; more are of
   * some other place.
   *
   * @param word the record's first or last word that the draft has, too
   * @param more words of the draft behind it, or in front as a negative number
   */
  private static int edge(OnRecord record, Wording held, int word, int more) {
    if (Math.abs(more) > LONGEST_CHANGE_AT_EDGE) {
      return word;
    }
    int sentence = record.sentenceAt(held.word(word).start());
    int step = Integer.signum(more);
    int at = word;
    while (at != word + more
        && at + step >= 0
        && at + step < held.size()
        && record.sentenceAt(held.word(at + step).start()) == sentence) {
      at += step;
    }
    return at;
  }

  private Collation collate(Wording held, int from, int to, int fromDraft, int toDraft) {
    return Collation.of(
        held.text(),
        held.pieces(from, to),
        draft.text(),
        fromDraft == 0 && toDraft == draft.size()
            ? draft.pieces()
            : draft.pieces(fromDraft, toDraft));
  }

  private boolean isNear(Collation collation) {
    double found = 0;
    int telling = 0;
    for (Collation.Agreement run : collation.agreements()) {
      int from = draft.indexAt(run.inB().start());
      int to = draft.indexAt(run.inB().end() - 1) + 1;
      found += weight(from, to);
      for (int i = from; i < to; i++) {
        telling += CommonWords.contains(normals.get(i)) ? 0 : 1;
      }
    }
    return found >= NEAR * weight && telling > 0;
  }

  private double weight(int from, int to) {
    return normals.subList(from, to).stream().mapToDouble(Comparison::weight).sum();
  }

  private static double weight(String normal) {
    return CommonWords.contains(normal) ? COMMON : 1;
  }

  private static Alteration change(AlterationKind kind, Span inHeld, Span inDraft) {
    return new Alteration(kind, Optional.of(inHeld), Optional.of(inDraft));
  }

  private static Alteration lost(AlterationKind kind, Span inHeld) {
    return new Alteration(kind, Optional.of(inHeld), Optional.empty());
  }
}

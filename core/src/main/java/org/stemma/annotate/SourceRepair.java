package org.stemma.annotate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.ZoneRole;

/**
 * Finds and repairs attributions whose wording tells source and content for certain: "according to
 * X", "X said", "X: ..." in a headline.
 */
final class SourceRepair {
  /** Longest source taken, in tokens. */
  private static final int LONGEST = 14;

  /** Verbs that at the end of a sentence can only report what stands before them. */
  private static final Set<String> SURE =
      Set.of("said", "says", "added", "announced", "confirmed", "claimed", "insisted", "explained");

  /** A shorter sentence holds no content, source and cue; in tokens. */
  private static final int SHORTEST = 4;

  private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it");

  private final Tokens t;

  SourceRepair(Tokens tokens) {
    t = tokens;
  }

  /**
   * @param isPerson whether the article names somebody so
   */
  List<Draft> apply(List<Draft> drafts, Predicate<String> isPerson) {
    List<Draft> repaired = new ArrayList<>();
    BitSet told = new BitSet(t.sentences());
    BitSet sources = new BitSet(t.size);
    for (Draft draft : drafts) {
      draft.source().ifPresent(source -> sources.set(source.first(), source.last() + 1));
    }
    for (Draft draft : drafts) {
      Draft better = hasAdverbForSource(draft) ? withoutSource(draft) : draft;
      better = isAccordingTo(better) ? accordingTo(better) : better;
      better = better.source().isEmpty() ? withNeighbour(better, sources) : better;
      repaired.add(better);
      better.cue().ifPresent(cue -> told.set(t.sentence[cue.first()]));
      for (Piece piece : better.contents()) {
        told.set(t.sentence[piece.first()], t.sentence[piece.last()] + 1);
      }
    }
    for (int s = told.nextClearBit(0); s < t.sentences(); s = told.nextClearBit(s + 1)) {
      untold(s).ifPresent(repaired::add);
    }
    return withHeadlineColon(repaired, isPerson);
  }

  /** "Separately, ..." at the head of a sentence is nobody. */
  private boolean hasAdverbForSource(Draft draft) {
    return draft
        .source()
        .filter(s -> s.first() == s.last() && lower(s.first()).endsWith("ly"))
        .filter(s -> s.first() == t.sentenceStart[t.sentence[s.first()]])
        .isPresent();
  }

  static Draft withoutSource(Draft draft) {
    return new Draft(Optional.empty(), draft.cue(), draft.contents(), draft.confidence());
  }

  private boolean isAccordingTo(Draft draft) {
    return draft
        .cue()
        .filter(c -> c.last() == c.first() + 1 && isAccordingTo(c.first()))
        .isPresent();
  }

  private boolean isAccordingTo(int i) {
    return i + 2 < t.size && is(i, "according") && is(i + 1, "to");
  }

  private Draft accordingTo(Draft draft) {
    Piece cue = draft.cue().orElseThrow();
    Piece content = draft.contents().get(0);
    if (content.last() < cue.first()) {
      Optional<Draft> said = saidBefore(draft, content.last() + 1, cue.first());
      if (said.isPresent()) {
        return said.get();
      }
    }
    if (draft.source().isPresent()) {
      return draft;
    }
    Optional<Piece> source = phraseFrom(cue.last() + 1);
    if (source.isEmpty()) {
      return draft;
    }
    List<Piece> contents = without(draft.contents(), source.get());
    if (contents.isEmpty()) {
      contents = beside(cue, source.get()).map(List::of).orElse(List.of());
    }
    return contents.isEmpty()
        ? draft
        : new Draft(source, draft.cue(), contents, draft.confidence());
  }

  /** "“...,” the ministry said, according to X": the ministry said it, and X only had it. */
  private Optional<Draft> saidBefore(Draft draft, int first, int end) {
    int verb = t.shape[end - 1] == Shape.COMMA ? end - 2 : end - 1;
    int start = first < end && t.shape[first] == Shape.COMMA ? first + 1 : first;
    boolean said = verb > start && verb - start < LONGEST && t.cue[verb] != 0;
    return said
        ? Optional.of(
            new Draft(
                Optional.of(new Piece(start, verb - 1)),
                Optional.of(new Piece(verb, verb)),
                draft.contents(),
                draft.confidence()))
        : Optional.empty();
  }

  /** Words without a mark between them, from a token on. */
  private Optional<Piece> phraseFrom(int first) {
    int end = first;
    while (end < t.size
        && t.sentence[end] == t.sentence[first - 1]
        && end - first <= LONGEST
        && t.shape[end] < Shape.MARK) {
      end++;
    }
    boolean whole = end > first && end - first <= LONGEST;
    return whole ? Optional.of(new Piece(first, end - 1)) : Optional.empty();
  }

  private static List<Piece> without(List<Piece> contents, Piece source) {
    List<Piece> rest = new ArrayList<>();
    for (Piece piece : contents) {
      if (piece.first() > source.last() || piece.last() < source.first()) {
        rest.add(piece);
      } else if (piece.last() > source.last() + 1) {
        rest.add(new Piece(source.last() + 2, piece.last()));
      }
    }
    return rest;
  }

  /**
   * The rest of the sentence: what follows the source where the cue opens it, else what precedes.
   */
  private Optional<Piece> beside(Piece cue, Piece source) {
    int s = t.sentence[cue.first()];
    int start = t.sentenceStart[s];
    if (cue.first() > start) {
      return clause(start, cue.first() - 1);
    }
    return clause(source.last() + 2, t.sentenceStart[s + 1] - 1);
  }

  /** Some tokens of a sentence without the marks at their edges; at least three words. */
  private Optional<Piece> clause(int first, int last) {
    int from = first;
    int to = last;
    while (to > from && (t.shape[to] == Shape.COMMA || t.shape[to] == Shape.STOP)) {
      to--;
    }
    return to - from >= 2 && to < t.size ? Optional.of(new Piece(from, to)) : Optional.empty();
  }

  /** A quotation's cue has its speaker at its side even where the tagger did not see it. */
  private Draft withNeighbour(Draft draft, BitSet sources) {
    if (draft.cue().isEmpty()) {
      return draft;
    }
    Piece cue = draft.cue().get();
    int before = cue.first() - 1;
    if (before >= 0
        && t.cue[cue.first()] != 0
        && PRONOUNS.contains(lower(before))
        && !sources.get(before)) {
      return new Draft(
          Optional.of(new Piece(before, before)),
          draft.cue(),
          draft.contents(),
          draft.confidence());
    }
    if (t.cue[cue.last()] == 0 || t.quotation[draft.contents().get(0).first()] < 0) {
      return draft;
    }
    Optional<Piece> source = capitals(cue.last() + 1, 1).or(() -> capitals(cue.first() - 1, -1));
    boolean apart =
        source.isPresent()
            && draft.contents().stream()
                .noneMatch(
                    c -> c.contains(source.get().first()) || c.contains(source.get().last()));
    return apart ? new Draft(source, draft.cue(), draft.contents(), draft.confidence()) : draft;
  }

  /** A run of capitals, or "he" or "she", that begins at a token and goes one way. */
  private Optional<Piece> capitals(int from, int step) {
    if (from < 0 || from >= t.size) {
      return Optional.empty();
    }
    if (PRONOUNS.contains(lower(from))) {
      return Optional.of(new Piece(from, from));
    }
    int i = from;
    while (i >= 0
        && i < t.size
        && t.sentence[i] == t.sentence[from]
        && Shape.isCapital(t.shape[i])
        && t.quote[i] == Tokens.OUTSIDE
        && Math.abs(i - from) < LONGEST) {
      i += step;
    }
    if (i == from) {
      return Optional.empty();
    }
    return Optional.of(step > 0 ? new Piece(from, i - 1) : new Piece(i + 1, from));
  }

  /** An attribution in a sentence where the tagger found none. */
  private Optional<Draft> untold(int s) {
    int first = t.sentenceStart[s];
    int end = t.sentenceStart[s + 1];
    int last = end - 1 > first && t.shape[end - 1] == Shape.STOP ? end - 2 : end - 1;
    if (isAccordingTo(first)) {
      return told(new Piece(first, first + 1), phraseFrom(first + 2));
    }
    if (last - first >= SHORTEST && SURE.contains(lower(last)) && t.quote[last] == Tokens.OUTSIDE) {
      int comma = last - 1;
      while (comma > first && last - comma < LONGEST && t.shape[comma] < Shape.MARK) {
        comma--;
      }
      boolean phrase = t.shape[comma] == Shape.COMMA && comma < last - 1 && comma > first;
      return phrase
          ? told(new Piece(last, last), Optional.of(new Piece(comma + 1, last - 1)))
          : Optional.empty();
    }
    for (int i = Math.max(first + 3, last - LONGEST); i < last - 1; i++) {
      if (isAccordingTo(i) && t.quote[i] == Tokens.OUTSIDE) {
        Optional<Piece> source = phraseFrom(i + 2);
        return source.isPresent() && source.get().last() == last
            ? told(new Piece(i, i + 1), source)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Draft> told(Piece cue, Optional<Piece> source) {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    int s = t.sentence[cue.first()];
    Optional<Piece> content =
        cue.first() == t.sentenceStart[s]
            ? beside(cue, source.get())
            : clause(t.sentenceStart[s], Math.min(cue.first(), source.get().first()) - 1);
    return content.map(c -> new Draft(source, Optional.of(cue), List.of(c), 0.6));
  }

  /** "Lund: no talks, no deal": what follows the colon in a headline is all hers. */
  private List<Draft> withHeadlineColon(List<Draft> drafts, Predicate<String> isPerson) {
    Optional<Draft> colon = Optional.empty();
    for (int p = 0; p < t.paragraphs() && colon.isEmpty(); p++) {
      if (t.paragraphRole[p] == ZoneRole.HEADLINE) {
        colon = headlineColon(p, isPerson);
      }
    }
    if (colon.isEmpty()) {
      return drafts;
    }
    int p = t.paragraph[colon.get().place()];
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      if (t.paragraph[draft.contents().get(0).first()] != p) {
        kept.add(draft);
      }
    }
    kept.add(colon.get());
    return kept;
  }

  private Optional<Draft> headlineColon(int p, Predicate<String> isPerson) {
    int first = t.paragraphStart[p];
    int end = t.paragraphStart[p + 1];
    for (int i = first + 1; i < Math.min(end - 1, first + LONGEST); i++) {
      if (t.in(i).equals(":") && isPerson.test(t.span(first, i - 1).in(t.text))) {
        Optional<Piece> source = Optional.of(new Piece(first, i - 1));
        Optional<Piece> cue = Optional.of(new Piece(i, i));
        return clause(i + 1, end - 1).map(c -> new Draft(source, cue, List.of(c), 0.8));
      }
    }
    return Optional.empty();
  }

  private boolean is(int i, String word) {
    return lower(i).equals(word);
  }

  private String lower(int i) {
    return t.end[i] - t.start[i] > 20 ? "" : t.in(i).toLowerCase(Locale.ROOT);
  }
}

package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Act;

/**
 * Tells who speaks from who passes it on: in "..., the ministry said, according to Harbour Wire"
 * the words are the ministry's, and the agency is {@linkplain Credits credited}. Stateless.
 */
final class Relays {
  /** Longer names of speakers do not stand between a comma and their verb; in tokens. */
  private static final int LONGEST_SPEAKER = 12;

  private static final Set<String> SUBJECTS = Set.of("he", "she", "they", "it");

  /** How an outlet that passes words on is named for it. */
  private static final Set<String> RELAYS = Set.of("according", "reported", "reports");

  private static final Set<String> SAID =
      Set.of(
          "said", "says", "told", "added", "announced", "confirmed", "denied", "warned", "claimed");

  private Relays() {}

  /** The same attribution, by whom the content itself names where that is so. */
  static Draft apart(Tokens t, Draft draft) {
    boolean relayed =
        draft.cue().filter(cue -> RELAYS.contains(t.lower(cue.first()))).isPresent()
            && draft.source().filter(source -> Credits.isOutlet(t, source)).isPresent();
    return relayed ? atEnd(t, draft).or(() -> atStart(t, draft)).orElse(draft) : draft;
  }

  /** "..., the ministry said" */
  private static Optional<Draft> atEnd(Tokens t, Draft draft) {
    List<Piece> contents = new ArrayList<>(draft.contents());
    Piece last = contents.remove(contents.size() - 1);
    int verb = last.last();
    while (verb > last.first() && t.shape[verb] == Shape.COMMA) {
      verb--;
    }
    if (verb == last.first() || !says(t, verb)) {
      return Optional.empty();
    }
    Optional<Piece> speaker = speaker(t, last.first(), verb - 1);
    if (speaker.isEmpty()) {
      return Optional.empty();
    }
    int rest = speaker.get().first() - 1;
    while (rest >= last.first() && t.shape[rest] == Shape.COMMA && t.quotation[rest] < 0) {
      rest--;
    }
    if (rest >= last.first()) {
      contents.add(new Piece(last.first(), rest));
    }
    return by(speaker.get(), verb, contents, draft);
  }

  /** "The ministry said that ..." */
  private static Optional<Draft> atStart(Tokens t, Draft draft) {
    List<Piece> contents = new ArrayList<>(draft.contents());
    Piece first = contents.remove(0);
    int verb = first.first() + 1;
    while (verb < first.last()
        && verb - first.first() <= LONGEST_SPEAKER
        && t.shape[verb] != Shape.COMMA
        && !SAID.contains(t.lower(verb))) {
      verb++;
    }
    if (verb >= first.last()
        || !SAID.contains(t.lower(verb))
        || !isSomebody(t, first.first(), verb - 1)) {
      return Optional.empty();
    }
    int from = t.lower(verb + 1).equals("that") ? verb + 2 : verb + 1;
    if (from <= first.last()) {
      contents.add(0, new Piece(from, first.last()));
    }
    return by(new Piece(first.first(), verb - 1), verb, contents, draft);
  }

  private static Optional<Draft> by(Piece speaker, int verb, List<Piece> contents, Draft draft) {
    Optional<Piece> cue = Optional.of(new Piece(verb, verb));
    return contents.isEmpty()
        ? Optional.empty()
        : Optional.of(new Draft(Optional.of(speaker), cue, contents, draft.confidence()));
  }

  private static boolean says(Tokens t, int verb) {
    return t.cue[verb] != 0
        && t.shape[verb] == Shape.LOWER
        && t.quotation[verb] < 0
        && CueLexicon.act(t.cue[verb]) != Act.BELIEVE;
  }

  /** What stands between a comma or closing mark and the verb, if it is somebody. */
  private static Optional<Piece> speaker(Tokens t, int from, int last) {
    int first = last;
    while (first > from
        && t.quotation[first - 1] < 0
        && t.shape[first - 1] != Shape.COMMA
        && t.shape[first] != Shape.COMMA
        && last - first <= LONGEST_SPEAKER) {
      first--;
    }
    boolean parted =
        first > from && (t.shape[first - 1] == Shape.COMMA || t.quote[first - 1] == Tokens.CLOSES);
    return parted && last - first < LONGEST_SPEAKER && isSomebody(t, first, last)
        ? Optional.of(new Piece(first, last))
        : Optional.empty();
  }

  private static boolean isSomebody(Tokens t, int first, int last) {
    return first <= last
        && (Descriptions.DETERMINERS.contains(t.lower(first))
            || SUBJECTS.contains(t.lower(first))
            || Shape.isCapital(t.shape[first]))
        && t.quotation[first] < 0
        && t.quotation[last] < 0;
  }
}

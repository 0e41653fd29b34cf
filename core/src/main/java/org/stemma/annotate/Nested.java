package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.annotate.Ties.Tied;
import org.stemma.model.Act;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * Attributions inside of contents: "Ruiz said that Orr believes ...". The tagger gives each word
 * one role, so a content is read once more by itself, as if it were a text. Thread-safe.
 */
final class Nested {
  /** Read by themselves contents seem to attribute more than they do. */
  private static final double LEAST_CONFIDENCE = 0.8;

  /** Every third of the thoughts found inside of contents was none, on the PolNeAR dev articles. */
  private static final double LEAST_OF_THOUGHTS = 0.93;

  /** A thought that is worth another reading stands near the start: in tokens. */
  private static final int START = 12;

  /** Shorter contents hold no attribution besides their own words; in tokens. */
  private static final int SHORTEST = 7;

  /** Longer contents are read no further, in tokens. */
  private static final int LONGEST = 1000;

  /** How far before its verb a subject is looked for, in tokens. */
  private static final int SUBJECT_REACH = 4;

  private static final Set<String> SUBJECTS =
      Set.of("he", "she", "they", "officials", "police", "people", "government", "ministry");

  /** After these a word tells of no act of saying that was done: "to say", "did not say". */
  private static final Set<String> NO_VERB_AFTER =
      Set.of(
          "to", "not", "t", "n't", "would", "will", "can", "could", "should", "might", "may",
          "must", "do", "does", "did", "be", "is", "are", "was", "were");

  /** Who says "I think" inside of a quotation is its speaker. */
  private static final Set<String> SPEAKER_ITSELF = Set.of("i", "we", "me", "us", "you");

  private final Tagger tagger;
  private final Ties ties;
  private final CueLexicon lexicon;

  Nested(Tagger tagger, Ties ties, CueLexicon lexicon) {
    this.tagger = tagger;
    this.ties = ties;
    this.lexicon = lexicon;
  }

  /** What the contents of an attribution attribute to somebody else, in text order. */
  List<Draft> in(Tokens t, Draft outer) {
    List<Draft> found = new ArrayList<>();
    for (Piece piece : outer.contents()) {
      int first = piece.first();
      int end = piece.last() + 1;
      if (t.quote[first] == Tokens.OPENS && t.quote[end - 1] == Tokens.CLOSES) {
        first++;
        end--;
      }
      if (end - first >= SHORTEST && end - first <= LONGEST && hasCue(t, first, end)) {
        found.addAll(read(t, first, end));
      }
    }
    return found;
  }

  private static boolean hasCue(Tokens t, int first, int end) {
    for (int i = first + 1; i < end; i++) {
      if (t.cue[i] != 0
          && t.shape[i] == Shape.LOWER
          && !NO_VERB_AFTER.contains(t.in(i - 1))
          && (i < first + START || CueLexicon.act(t.cue[i]) != Act.BELIEVE)
          && hasSubject(t, first, i)) {
        return true;
      }
    }
    return false;
  }

  /** Somebody else, named or not, shortly before a verb: without one it is seldom theirs. */
  private static boolean hasSubject(Tokens t, int first, int verb) {
    for (int i = verb - 1; i >= Math.max(first, verb - SUBJECT_REACH); i--) {
      if (Shape.isCapital(t.shape[i]) || SUBJECTS.contains(t.in(i))) {
        return !SPEAKER_ITSELF.contains(t.in(i).toLowerCase(Locale.ROOT));
      }
    }
    return false;
  }

  private static double least(Tokens t, Piece cue) {
    double least = 1;
    for (int i = cue.first(); i <= cue.last(); i++) {
      if (t.cue[i] != 0) {
        boolean thought = CueLexicon.act(t.cue[i]) == Act.BELIEVE;
        least = Math.min(least, thought ? LEAST_OF_THOUGHTS : LEAST_CONFIDENCE);
      }
    }
    return least;
  }

  private List<Draft> read(Tokens t, int first, int end) {
    String text = t.text.substring(t.start[first], t.end[end - 1]);
    Zone whole = new Zone(ZoneRole.BODY, new Span(0, text.length()));
    Tokens own = Tokens.of(text, List.of(whole), lexicon);
    List<Draft> found = new ArrayList<>();
    if (own.size != end - first) {
      return found;
    }
    Fragments fragments = Fragments.of(tagger.tag(own));
    for (Tied tied : ties.tie(own, fragments)) {
      double confidence = ties.confidence(tied);
      if (tied.source() >= 0) {
        Piece source = moved(fragments.sources().get(tied.source()), first);
        Piece cue = moved(fragments.cues().get(tied.cue()), first);
        if (confidence >= least(t, cue)
            && !SPEAKER_ITSELF.contains(t.in(source.first()).toLowerCase(Locale.ROOT))) {
          found.add(
              new Draft(
                  Optional.of(source),
                  Optional.of(cue),
                  tied.contents().stream().map(content -> moved(content, first)).toList(),
                  confidence));
        }
      }
    }
    return found;
  }

  private static Piece moved(Fragments.Fragment fragment, int by) {
    return new Piece(fragment.first() + by, fragment.last() + by);
  }
}

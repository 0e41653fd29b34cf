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

  /** Shorter contents hold no attribution besides their own words; in tokens. */
  private static final int SHORTEST = 7;

  /** Longer contents are read no further, in tokens. */
  private static final int LONGEST = 1000;

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

  /** A verb of speech: thoughts inside of what is said are not worth another reading. */
  private static boolean hasCue(Tokens t, int first, int end) {
    for (int i = first; i < end; i++) {
      if (t.cue[i] != 0 && CueLexicon.act(t.cue[i]) != Act.BELIEVE) {
        return true;
      }
    }
    return false;
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
      if (tied.source() >= 0 && confidence >= LEAST_CONFIDENCE) {
        Piece source = moved(fragments.sources().get(tied.source()), first);
        Piece cue = moved(fragments.cues().get(tied.cue()), first);
        if (hasCue(t, cue.first(), cue.last() + 1)
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

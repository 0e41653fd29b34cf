package org.stemma.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.annotate.Fragments.Fragment;

/**
 * What quotation marks tell without any learning: where a quotation ends, and that a longer one is
 * somebody's words even where the tagger saw none.
 */
final class Typography {
  /** Fewer words in quotation marks are a term or a title more often than a statement. */
  private static final int LEAST_WORDS = 4;

  /** How far from its quotation a cue stands that the tagger left alone, in tokens. */
  private static final int CUE_REACH = 12;

  private static final Set<String> ADDING =
      Set.of("added", "adds", "continued", "continues", "went");

  private static final Set<String> FIRST_PERSON =
      Set.of("i", "me", "my", "mine", "we", "us", "our", "ours");

  private static final Set<String> PARTICLES =
      Set.of("de", "la", "van", "von", "der", "den", "di", "da", "dos", "bin", "ibn", "al", "el");

  /** A longer line below a quotation is no signature, in tokens. */
  private static final int LONGEST_SIGNATURE = 12;

  /** How sure a signature is, 0 to 1. */
  private static final double SIGNED = 0.9;

  private final Tokens t;
  private final Fragments fragments;

  /** True where marks are all that is known. */
  private final boolean isUnread;

  Typography(Tokens tokens, Fragments fragments) {
    this(tokens, fragments, false);
  }

  private Typography(Tokens tokens, Fragments fragments, boolean isUnread) {
    t = tokens;
    this.fragments = fragments;
    this.isUnread = isUnread;
  }

  /** For articles in a language that the tagger does not read. */
  static Typography alone(Tokens tokens) {
    return new Typography(tokens, Fragments.none(), true);
  }

  /** The drafts with their contents fitted to the marks, and drafts for quotations left over. */
  List<Draft> apply(List<Draft> drafts) {
    List<Draft> fitted = new ArrayList<>();
    boolean[] covered = new boolean[t.quotations.size()];
    boolean[] used = new boolean[fragments.cues().size()];
    boolean[] signed = new boolean[t.quotations.size()];
    for (int q = 0; q < signed.length; q++) {
      Optional<Draft> draft = signed(q);
      draft.ifPresent(fitted::add);
      covered[q] = signed[q] = draft.isPresent();
    }
    for (Draft draft : handedOn(drafts)) {
      List<Piece> contents = new ArrayList<>();
      for (Piece piece : ofCue(draft)) {
        Piece fit = fit(piece);
        if (isSigned(fit, signed)) {
          continue;
        }
        for (int i = fit.first(); i <= fit.last(); i++) {
          if (t.quotation[i] >= 0) {
            covered[t.quotation[i]] = true;
          }
        }
        addApart(fit, contents);
      }
      draft.cue().ifPresent(cue -> markUsed(cue, used));
      if (!contents.isEmpty()) {
        fitted.add(draft.with(contents));
      }
    }
    for (int q = 0; q < covered.length; q++) {
      if (!covered[q] && isStatement(q)) {
        leftOver(q, used).ifPresent(fitted::add);
      }
    }
    return fitted;
  }

  /**
   * ... that it “is late.” “It is never late.” She added, “...” : what follows a closed quotation
   * as a sentence of its own is not of whom came before, but of whom adds to it.
   */
  private List<Draft> handedOn(List<Draft> drafts) {
    Map<Integer, Integer> bySource = new HashMap<>();
    for (int d = 0; d < drafts.size(); d++) {
      if (drafts.get(d).cue().filter(cue -> ADDING.contains(t.lower(cue.first()))).isPresent()) {
        int rank = d;
        drafts.get(d).source().ifPresent(source -> bySource.put(source.first(), rank));
      }
    }
    List<Draft> handed = new ArrayList<>(drafts);
    for (int d = 0; d < drafts.size(); d++) {
      List<Piece> contents = new ArrayList<>(drafts.get(d).contents());
      Piece last = contents.get(contents.size() - 1);
      int next = last.last() + 1;
      int adds = bySource.getOrDefault(next, bySource.getOrDefault(next + 1, d));
      int second = adds == d ? -1 : secondQuotation(last);
      if (second >= 0) {
        contents.set(contents.size() - 1, new Piece(last.first(), second - 1));
        handed.set(d, drafts.get(d).with(contents));
        List<Piece> added = new ArrayList<>(List.of(new Piece(second, last.last())));
        added.addAll(handed.get(adds).contents());
        handed.set(adds, handed.get(adds).with(added));
      }
    }
    return handed;
  }

  /** Where a quotation opens right behind the end of another and of its sentence; else -1. */
  private int secondQuotation(Piece piece) {
    for (int i = piece.first() + 1; i < piece.last(); i++) {
      if (t.quote[i] == Tokens.CLOSES
          && t.quote[i + 1] == Tokens.OPENS
          && t.shape[i - 1] == Shape.STOP) {
        return i + 1;
      }
    }
    return -1;
  }

  /** “...” – Ana Ruiz, Port Soren : who signs a quotation, behind it or in the line below. */
  private Optional<Draft> signed(int q) {
    int dash = t.quotationEnd[q];
    if (dash >= t.size
        || t.shape[dash] != Shape.DASH
        || t.quote[dash - 1] != Tokens.CLOSES
        || t.paragraph[dash] - t.paragraph[dash - 1] > 1
        || !isStatement(q)) {
      return Optional.empty();
    }
    int end = t.paragraphStart[t.paragraph[dash] + 1];
    int first = dash + 1 < end && t.shape[dash + 1] == Shape.DASH ? dash + 2 : dash + 1;
    int last = t.shape[end - 1] == Shape.STOP ? end - 2 : end - 1;
    if (!isSignature(first, last)) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            Optional.of(new Piece(first, last)),
            Optional.of(new Piece(dash, first - 1)),
            List.of(new Piece(t.quotationStart[q], dash - 1)),
            SIGNED));
  }

  /** Capital words as far as the first comma, no quotation and no dash. */
  private boolean isSignature(int first, int last) {
    boolean named = true;
    for (int i = first; i <= last; i++) {
      named &= t.shape[i] != Shape.COMMA;
      if ((named && t.isWord(i) && !Shape.isCapital(t.shape[i]) && !PARTICLES.contains(t.in(i)))
          || t.shape[i] == Shape.DASH && t.end[i - 1] < t.start[i]
          || t.quote[i] != Tokens.OUTSIDE) {
        return false;
      }
    }
    return first <= last && last - first < LONGEST_SIGNATURE && t.isWord(first);
  }

  private boolean isSigned(Piece piece, boolean[] signed) {
    for (int i = piece.first(); i <= piece.last(); i++) {
      if (t.quotation[i] >= 0 && signed[t.quotation[i]]) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out pieces of other paragraphs than the cue's that do not begin as quotations. */
  private List<Piece> ofCue(Draft draft) {
    if (draft.cue().isEmpty()) {
      return draft.contents();
    }
    int paragraph = t.paragraph[draft.cue().get().first()];
    List<Piece> own = new ArrayList<>();
    for (Piece piece : draft.contents()) {
      if (t.paragraph[piece.first()] == paragraph || t.quotation[piece.first()] >= 0) {
        own.add(piece);
      }
    }
    Piece cue = draft.cue().get();
    if (t.shape[cue.last()] == Shape.COLON && quotedAfter(own, cue)) {
      own.removeIf(piece -> piece.first() < cue.first() && t.quotation[piece.first()] < 0);
    }
    return own.isEmpty() ? draft.contents() : own;
  }

  /** Two pieces that grew into one another become one. */
  private static void addApart(Piece piece, List<Piece> pieces) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).last() >= piece.first()) {
      int end = Math.max(pieces.get(last).last(), piece.last());
      pieces.set(last, new Piece(pieces.get(last).first(), end));
    } else {
      pieces.add(piece);
    }
  }

  private boolean quotedAfter(List<Piece> pieces, Piece cue) {
    return pieces.stream().anyMatch(p -> p.first() > cue.last() && t.quotation[p.first()] >= 0);
  }

  /**
   * A quotation that the tagger missed, with the cue beside it; without one only where it opens a
   * sentence or speaks of itself, for else the tagger saw a name or an expression in it.
   */
  private Optional<Draft> leftOver(int q, boolean[] used) {
    Piece content = new Piece(t.quotationStart[q], t.quotationEnd[q] - 1);
    Optional<Fragment> cue = cueBeside(content, used);
    if (cue.isEmpty()) {
      return isUnread || opensSentence(content) || isInFirstPerson(content)
          ? Optional.of(new Draft(Optional.empty(), Optional.empty(), List.of(content), 0.5))
          : Optional.empty();
    }
    used[cue.get().rank()] = true;
    Piece found = new Piece(cue.get().first(), cue.get().last());
    return Optional.of(new Draft(sourceBeside(found), Optional.of(found), List.of(content), 0.6));
  }

  private boolean opensSentence(Piece piece) {
    return t.sentenceStart[t.sentence[piece.first()]] == piece.first();
  }

  private boolean isInFirstPerson(Piece piece) {
    for (int i = piece.first(); i <= piece.last(); i++) {
      if (FIRST_PERSON.contains(t.in(i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Fragment> cueBeside(Piece content, boolean[] used) {
    Optional<Fragment> best = Optional.empty();
    int nearest = CUE_REACH;
    int here = fragments.before(Labels.CUE, content.first());
    int from = Math.max(0, here - 1);
    for (int c = from; c < Math.min(fragments.cues().size(), here + 2); c++) {
      Fragment cue = fragments.cues().get(c);
      int gap =
          cue.first() > content.last()
              ? cue.first() - content.last()
              : content.first() - cue.last();
      boolean near =
          t.paragraph[cue.first()] == t.paragraph[content.first()]
              || (cue.last() < content.first()
                  && content.first() == t.paragraphStart[t.paragraph[content.first()]]);
      if (!used[c] && near && gap > 0 && gap < nearest) {
        nearest = gap;
        best = Optional.of(cue);
      }
    }
    return best;
  }

  private Optional<Piece> sourceBeside(Piece cue) {
    int here = fragments.before(Labels.SOURCE, cue.first());
    for (int s = Math.max(0, here - 1); s < Math.min(fragments.sources().size(), here + 1); s++) {
      Fragment source = fragments.sources().get(s);
      int gap =
          source.first() > cue.last() ? source.first() - cue.last() : cue.first() - source.last();
      if (gap > 0 && gap <= 3) {
        return Optional.of(new Piece(source.first(), source.last()));
      }
    }
    return Optional.empty();
  }

  private void markUsed(Piece cue, boolean[] used) {
    int c = fragments.before(Labels.CUE, cue.first());
    if (c < used.length) {
      used[c] = true;
    }
  }

  /** True for a quotation long enough to be a statement, and not written like a title. */
  private boolean isStatement(int q) {
    int words = 0;
    int lower = 0;
    for (int i = t.quotationStart[q]; i < t.quotationEnd[q]; i++) {
      words += t.isWord(i) ? 1 : 0;
      lower += t.shape[i] == Shape.LOWER ? 1 : 0;
    }
    return words >= LEAST_WORDS && lower * 2 >= words;
  }

  /** Takes in the marks beside a content, and leaves out what the reporter puts in after them. */
  private Piece fit(Piece piece) {
    int first = piece.first();
    int last = piece.last();
    if (first > 0 && t.quote[first] == Tokens.INSIDE && t.quote[first - 1] == Tokens.OPENS) {
      first--;
    }
    if (last + 1 < t.size
        && t.quote[last] == Tokens.INSIDE
        && t.quote[last + 1] == Tokens.CLOSES
        && t.quotation[last] == t.quotation[last + 1]) {
      last++;
    }
    return new Piece(first, withoutAside(first, last));
  }

  /**
   * “... of war” – a barefaced lie! : the dash after the closing mark begins the reporter's own.
   */
  private int withoutAside(int first, int last) {
    for (int i = last; i > first; i--) {
      if (t.quote[i] != Tokens.OUTSIDE) {
        boolean aside = i < last && t.shape[i + 1] == Shape.DASH && t.end[i] < t.start[i + 1];
        return aside && t.quote[i] == Tokens.CLOSES ? i : last;
      }
    }
    return last;
  }
}

package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stemma.model.ArticleId;
import org.stemma.model.Match;
import org.stemma.model.Reuse;
import org.stemma.model.Span;

/**
 * Decides which shared passages of two articles count as reuse, by what the desk knows: furniture
 * does not, nor do a few words that stand alone in running text, such as the name of an office with
 * the name of who holds it, which any two articles share by chance.
 */
final class CountedPassages {
  /** So many identical characters are never chance. */
  private static final int LONG = 120;

  /** So many are not, where neither paragraph ever came again. */
  private static final int FAIRLY_LONG = 80;

  /** A short passage counts where the two articles share so much elsewhere. */
  private static final int CONTEXT = 80;

  private static final String SENTENCE_ENDS = ".!?;\n";

  /** Share of a passage that must be quoted for it to be a quotation. */
  private static final double QUOTED = 0.5;

  /**
   * Share of a passage that lies in another one, on one side, where it is no passage of its own.
   */
  private static final double INSIDE = 0.8;

  private final Neighbourhood desk;
  private final Function<ArticleId, Wording> wordings;

  CountedPassages(Neighbourhood desk, Function<ArticleId, Wording> wordings) {
    this.desk = desk;
    this.wordings = wordings;
  }

  /** The passages that count, of all matches of one pair. */
  List<Reuse> of(List<Match> matches) {
    List<Match> counted = new ArrayList<>();
    for (Match match : matches) {
      if (recurrence(match) < Linker.FURNITURE_WEEKS) {
        counted.add(match);
      }
    }
    List<Passages.Chain> chains = new ArrayList<>();
    int total = 0;
    for (Passages.Chain chain : Passages.chains(counted)) {
      if (chain.same() >= Passages.SHORTEST && stands(chain)) {
        chains.add(chain);
        total += chain.same();
      }
    }
    List<Reuse> passages = new ArrayList<>();
    for (Passages.Chain chain : chains) {
      if (isInsideAnother(chain, chains) && !isSentence(chain.reuse())) {
        continue;
      }
      if (total - chain.same() >= CONTEXT || countsAlone(chain)) {
        passages.add(chain.reuse());
      }
    }
    return passages;
  }

  /** True for words that a longer passage has already, with words in another place. */
  private static boolean isInsideAnother(Passages.Chain chain, List<Passages.Chain> chains) {
    for (Passages.Chain other : chains) {
      if (other.same() > chain.same()
          && (chain.a().overlap(other.a()) >= chain.a().length() * INSIDE
              || chain.b().overlap(other.b()) >= chain.b().length() * INSIDE)) {
        return true;
      }
    }
    return false;
  }

  private int recurrence(Match match) {
    return Math.max(desk.recurrence(match.aParagraph()), desk.recurrence(match.bParagraph()));
  }

  /** True when a key stands in it by which the pair is found in whatever order the two came. */
  private boolean stands(Passages.Chain chain) {
    for (Match match : chain.matches()) {
      for (long anchor : match.anchors()) {
        if (desk.frequency(anchor) <= Linker.COMMON) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean countsAlone(Passages.Chain chain) {
    if (chain.same() >= LONG) {
      return true;
    }
    boolean once = chain.matches().stream().allMatch(match -> recurrence(match) <= 1);
    Reuse passage = chain.reuse();
    return (once && (chain.same() >= FAIRLY_LONG || isSentence(passage))) || isQuotation(passage);
  }

  /** A whole sentence, or several: nobody writes it a second time by chance. */
  private boolean isSentence(Reuse passage) {
    return isSentence(wordings.apply(passage.a()), passage.aSpan())
        && isSentence(wordings.apply(passage.b()), passage.bSpan());
  }

  private static boolean isSentence(Wording wording, Span span) {
    int first = wording.firstWordFrom(span.start());
    int next = wording.firstWordFrom(span.end());
    int from = first == 0 ? 0 : wording.words().end(first - 1);
    int to = next == wording.size() ? wording.text().length() : wording.words().start(next);
    return first < next
        && (first == 0 || endsSentence(wording, from, wording.words().start(first)))
        && (next == wording.size() || endsSentence(wording, wording.words().end(next - 1), to));
  }

  private static boolean endsSentence(Wording wording, int from, int to) {
    for (int i = from; i < to; i++) {
      if (SENTENCE_ENDS.indexOf(wording.text().charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuotation(Reuse passage) {
    return isQuoted(wordings.apply(passage.a()), passage.aSpan())
        && isQuoted(wordings.apply(passage.b()), passage.bSpan());
  }

  private static boolean isQuoted(Wording wording, Span span) {
    int words = 0;
    int quoted = 0;
    int word = wording.firstWordFrom(span.start());
    while (word < wording.size() && wording.words().end(word) <= span.end()) {
      words++;
      quoted += wording.isQuoted(word) ? 1 : 0;
      word++;
    }
    return quoted >= words * QUOTED;
  }
}

package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Zone;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.text.Sentences;
import org.stemma.text.Words;

/**
 * What one article puts on record: the outlet's own telling and what it quotes. What readers write
 * under it, and the furniture around it, is no record of anything said.
 */
final class OnRecord {
  /** Words between two pieces of one quotation: “...,” the minister told the paper, “...”. */
  private static final int LONGEST_CUE = 15;

  /**
   * A passage to compare with.
   *
   * @param quoted true when it stands in quotation marks; else it is the outlet's telling, with
   *     whatever is quoted in it
   */
  record Passage(Wording wording, boolean quoted) {}

  private final Article article;
  private final Attributions attributions;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Span> sentences = new ArrayList<>();

  OnRecord(Annotated annotated) {
    article = annotated.article();
    attributions = new Attributions(annotated.attributions());
    for (Zone zone : article.zones()) {
      if (zone.role().isArticle()) {
        sentences.addAll(Sentences.in(article.text(), zone.span()));
        List<Span> quoted =
            QuotationMarks.in(article.text(), zone.span()).stream().map(Quotation::inner).toList();
        join(quoted).forEach(pieces -> add(pieces, true));
        quoted.forEach(this::addNested);
        add(List.of(zone.span()), false);
      }
    }
  }

  Article article() {
    return article;
  }

  /** Quoted ones and others. */
  List<Passage> passages() {
    return passages;
  }

  Speaker speaker(Span stretch) {
    return attributions.of(stretch).map(Attribution::speaker).orElseGet(Speaker.Unknown::new);
  }

  /** The sentence that holds an offset; -1 between sentences. */
  int sentenceAt(int offset) {
    int low = 0;
    int high = sentences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < sentences.size() && sentences.get(low).contains(offset) ? low : -1;
  }

  private void add(List<Span> pieces, boolean quoted) {
    Wording wording = new Wording(article.text(), pieces);
    if (wording.size() > 0) {
      passages.add(new Passage(wording, quoted));
    }
  }

  /** What somebody in a quotation is quoted as saying is a quotation of its own, too. */
  private void addNested(Span outer) {
    for (Quotation quotation : QuotationMarks.in(article.text(), outer)) {
      if (quotation.inner().length() < outer.length()) {
        add(List.of(quotation.inner()), true);
      }
    }
  }

  private List<List<Span>> join(List<Span> quoted) {
    List<List<Span>> joined = new ArrayList<>();
    for (Span piece : quoted) {
      List<Span> last = joined.isEmpty() ? List.of() : joined.get(joined.size() - 1);
      if (!last.isEmpty() && goesOn(last.get(last.size() - 1), piece)) {
        last.add(piece);
      } else {
        joined.add(new ArrayList<>(List.of(piece)));
      }
    }
    return joined;
  }

  private boolean goesOn(Span piece, Span next) {
    if (next.start() <= piece.end() || !Wording.breaksOff(article.text(), piece)) {
      return false;
    }
    Span gap = new Span(piece.end(), next.start());
    int words = Words.in(article.text(), gap).size();
    boolean sameParagraph = gap.in(article.text()).indexOf('\n') < 0;
    // From one paragraph to the next a quotation goes on only where its mark is left open.
    boolean open = Character.isWhitespace(article.text().charAt(piece.end()));
    return sameAttribution(piece, next)
        && (sameParagraph ? words <= LONGEST_CUE : open && words == 0);
  }

  /** Two quotations that each have a cue are two statements. */
  private boolean sameAttribution(Span piece, Span next) {
    Optional<Attribution> one = attributions.of(piece);
    Optional<Attribution> other = attributions.of(next);
    return one.equals(other)
        || one.isEmpty()
        || other.isEmpty()
        || ((one.get().cue().isEmpty() || other.get().cue().isEmpty())
            && Speakers.compare(one.get().speaker(), other.get().speaker())
                != Speakers.CONTRADICTED);
  }
}

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

  /** Sentences on either side that show what somebody spoke of. */
  private static final int CONTEXT = 2;

  /** Sentences between words and who says them that are still quoted together. */
  private static final int FURTHEST_TELLER = 2;

  /**
   * A passage to compare with.
   *
   * @param quoted true when it stands in quotation marks; else it is the outlet's telling, with
   *     whatever is quoted in it
   */
  record Passage(Wording wording, boolean quoted) {}

  private final Annotated annotated;
  private final Article article;
  private final Attributions attributions;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Span> sentences = new ArrayList<>();
  private final List<Span> quotations = new ArrayList<>();
  private final List<Span> nested = new ArrayList<>();

  OnRecord(Annotated annotated) {
    this.annotated = annotated;
    article = annotated.article();
    attributions = new Attributions(annotated.attributions());
    for (Zone zone : article.zones()) {
      if (zone.role().isArticle()) {
        sentences.addAll(Sentences.in(article.text(), zone.span()));
        List<Span> quoted =
            QuotationMarks.in(article.text(), zone.span()).stream().map(Quotation::inner).toList();
        quotations.addAll(quoted);
        join(quoted).forEach(pieces -> add(pieces, true));
        quoted.forEach(this::addNested);
        add(List.of(zone.span()), false);
      }
    }
  }

  Annotated annotated() {
    return annotated;
  }

  Article article() {
    return article;
  }

  /** Quoted ones and others. */
  List<Passage> passages() {
    return passages;
  }

  /** Who says it; of what is quoted inside a quotation, who is quoted there. */
  Speaker speaker(Span stretch) {
    boolean inner = nested.stream().anyMatch(n -> n.contains(stretch));
    return (inner ? attributions.inside(stretch) : attributions.of(stretch))
        .map(Attribution::speaker)
        .orElseGet(Speaker.Unknown::new);
  }

  /** What of a stretch stands in quotation marks first; empty where no word of it does. */
  Optional<Span> quotationIn(Span stretch) {
    int low = 0;
    int high = quotations.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotations.get(middle).end() <= stretch.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == quotations.size() || !quotations.get(low).overlaps(stretch)) {
      return Optional.empty();
    }
    Span first = quotations.get(low);
    Span part =
        new Span(Math.max(first.start(), stretch.start()), Math.min(first.end(), stretch.end()));
    return Words.in(article.text(), part).size() == 0 ? Optional.empty() : Optional.of(part);
  }

  /** The sentences of the article, in the order of its text. */
  List<Span> sentences() {
    return sentences;
  }

  /**
   * The whole sentences that hold a stretch, and those that say whose words it is where they stand
   * within a sentence or two.
   */
  Span told(Span stretch) {
    Span told = around(stretch);
    for (Attribution attribution : attributions.of(stretch).stream().toList()) {
      List<Span> teller = new ArrayList<>(attribution.source());
      teller.addAll(attribution.cue());
      for (Span piece : teller) {
        Span wider = around(told.union(piece));
        if (sentencesIn(wider) <= sentencesIn(told) + FURTHEST_TELLER) {
          told = wider;
        }
      }
    }
    return told;
  }

  /** The same with {@link #CONTEXT} sentences on either side, as far as they stand next to it. */
  Span context(Span told) {
    int first = sentenceAt(told.start());
    int last = sentenceAt(told.end() - 1);
    if (first < 0 || last < 0) {
      return told;
    }
    Span context = told;
    for (int i = 1; i <= CONTEXT && first - i >= 0 && follows(first - i); i++) {
      context = context.union(sentences.get(first - i));
    }
    for (int i = 1; i <= CONTEXT && last + i < sentences.size() && follows(last + i - 1); i++) {
      context = context.union(sentences.get(last + i));
    }
    return context;
  }

  /** True where nothing stands between a sentence and the next. */
  boolean follows(int sentence) {
    return article
        .text()
        .substring(sentences.get(sentence).end(), sentences.get(sentence + 1).start())
        .isBlank();
  }

  /** The whole sentences that hold a stretch. */
  Span around(Span stretch) {
    int first = sentenceAt(stretch.start());
    int last = sentenceAt(stretch.end() - 1);
    Span wide = first < 0 ? stretch : stretch.union(sentences.get(first));
    return last < 0 ? wide : wide.union(sentences.get(last));
  }

  private int sentencesIn(Span stretch) {
    return sentenceAt(stretch.end() - 1) - sentenceAt(stretch.start()) + 1;
  }

  /** The index of the sentence that holds an offset; -1 between sentences. */
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
        nested.add(quotation.inner());
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

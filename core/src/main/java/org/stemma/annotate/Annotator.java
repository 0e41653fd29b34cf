package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.annotate.Fragments.Fragment;
import org.stemma.annotate.Ties.Tied;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * Finds who said what in one article: a trained tagger and linker, then rules for what typography,
 * names and pronouns tell. Only the outlet's own words are read; what readers write under an
 * article is nobody's statement. In languages other than English only longer quotations are found,
 * and nobody is named for them.
 *
 * <p>A pure function of the article and of weights that never change; thread-safe.
 */
public final class Annotator {
  private static final Set<String> PASSIVE =
      Set.of("was", "were", "is", "are", "be", "been", "being");

  private final CueLexicon lexicon = CueLexicon.load();
  private final WordClasses classes = WordClasses.load();
  private final People people = People.load();
  private final Credits credits = new Credits(people.agencies());
  private final Tagger tagger;
  private final Ties ties;

  Annotator(Learned learned) {
    tagger = new Tagger(learned.emission(), learned.transition());
    ties = new Ties(learned.cueOfContent(), learned.sourceOfCue());
  }

  /** Reads the weights that come with the program. */
  public static Annotator load() {
    return new Annotator(Learned.load());
  }

  /** The article with its attributions, by the start of their content. */
  public Annotated annotate(Article article) {
    Tokens tokens = Tokens.of(article.text(), article.zones(), lexicon, classes);
    Speakers speakers = new Speakers(tokens, people);
    List<Draft> drafts =
        isRead(article.language()) ? drafts(tokens, speakers) : byMarksAlone(tokens);
    drafts = byParagraph(tokens, drafts);
    drafts.sort(Comparator.comparingInt(Draft::place));
    List<Attribution> attributions =
        attributions(tokens, speakers, drafts, isRead(article.language()));
    attributions.sort(Comparator.comparing(Attribution::extent));
    return new Annotated(article, attributions);
  }

  /**
   * One attribution for each paragraph of a long quotation, all with the cue of the first: other
   * outlets take over single paragraphs, and each is a statement of its own.
   */
  private static List<Draft> byParagraph(Tokens t, List<Draft> drafts) {
    List<Draft> split = new ArrayList<>();
    for (Draft draft : drafts) {
      List<Piece> together = new ArrayList<>();
      for (Piece piece : draft.contents()) {
        if (!together.isEmpty()
            && t.paragraph[together.get(together.size() - 1).first()]
                != t.paragraph[piece.first()]) {
          split.add(draft.with(together));
          together.clear();
        }
        together.add(piece);
      }
      split.add(draft.with(together));
    }
    return split;
  }

  private static boolean isRead(String language) {
    return language.equals("en") || language.equals("und");
  }

  private List<Draft> drafts(Tokens tokens, Speakers speakers) {
    Fragments fragments = Fragments.of(tagger.tag(tokens));
    List<Draft> drafts = new ArrayList<>();
    for (Tied tied : ties.tie(tokens, fragments)) {
      if (tied.cue() >= 0) {
        drafts.add(draft(fragments, tied));
      }
    }
    return new Typography(tokens, fragments)
        .apply(new SourceRepair(tokens).apply(drafts, speakers::isPerson));
  }

  private static List<Draft> byMarksAlone(Tokens tokens) {
    Fragments none = Fragments.of(new byte[tokens.size]);
    return new Typography(tokens, none).apply(List.of());
  }

  private static Draft draft(Fragments fragments, Tied tied) {
    return new Draft(
        tied.source() < 0
            ? Optional.empty()
            : Optional.of(piece(fragments.sources().get(tied.source()))),
        Optional.of(piece(fragments.cues().get(tied.cue()))),
        tied.contents().stream().map(Annotator::piece).toList(),
        tied.confidence());
  }

  private static Piece piece(Fragment f) {
    return new Piece(f.first(), f.last());
  }

  private List<Attribution> attributions(
      Tokens t, Speakers speakers, List<Draft> drafts, boolean named) {
    List<Attribution> attributions = new ArrayList<>();
    Optional<Draft> before = Optional.empty();
    for (Draft draft : drafts) {
      Speakers.Found speaker =
          named
              ? speaker(t, speakers, draft, before)
              : new Speakers.Found(new Speaker.Unknown(), 1);
      attributions.add(
          new Attribution(
              draft.source().map(p -> List.of(span(t, p))).orElse(List.of()),
              draft.cue().map(p -> List.of(span(t, p))).orElse(List.of()),
              draft.contents().stream().map(p -> span(t, p)).toList(),
              kind(t, draft.contents()),
              speaker.speaker(),
              credits.of(t, draft),
              Acts.of(t, draft),
              Math.min(1, draft.confidence() * speaker.sure())));
      before = Optional.of(draft);
    }
    return attributions;
  }

  private static Speakers.Found speaker(
      Tokens t, Speakers speakers, Draft draft, Optional<Draft> before) {
    if (draft.source().isPresent()) {
      Optional<Speakers.Found> nearer = nearer(t, speakers, draft);
      if (nearer.isPresent()) {
        return nearer.get();
      }
      return speakers.of(draft.source().get().first(), draft.source().get().last());
    }
    Speakers.Found nobody = new Speakers.Found(new Speaker.Unknown(), 0.5);
    int content = draft.contents().get(0).first();
    if (draft.cue().isEmpty()) {
      boolean opens = t.sentenceStart[t.sentence[content]] == content;
      boolean shares =
          before.isPresent() && t.sentence[before.get().place()] == t.sentence[content];
      return (opens || shares ? speakers.goingOn(content) : speakers.subjectBefore(content))
          .orElse(nobody);
    }
    int cue = draft.cue().get().first();
    if (isPassive(t, cue)) {
      return nobody;
    }
    if (before.isPresent() && t.sentence[before.get().place()] == t.sentence[cue]) {
      return speakers.goingOn(cue).orElse(nobody);
    }
    return speakers
        .subjectBefore(cue)
        .or(() -> t.quotation[content] >= 0 ? speakers.goingOn(cue) : Optional.empty())
        .orElse(nobody);
  }

  private static Optional<Speakers.Found> nearer(Tokens t, Speakers speakers, Draft draft) {
    if (draft.cue().isEmpty() || !t.in(draft.cue().get().first()).equals("saying")) {
      return Optional.empty();
    }
    return speakers.ownerOfParticiple(
        draft.source().orElseThrow().last(), draft.cue().get().first());
  }

  private static boolean isPassive(Tokens t, int cue) {
    return PASSIVE.contains(t.in(cue).toLowerCase(Locale.ROOT))
        || (cue > 0 && PASSIVE.contains(t.in(cue - 1).toLowerCase(Locale.ROOT)));
  }

  private static Span span(Tokens t, Piece piece) {
    return t.span(piece.first(), piece.last());
  }

  private static QuotationKind kind(Tokens t, List<Piece> contents) {
    boolean quoted = false;
    boolean plain = false;
    for (Piece piece : contents) {
      for (int i = piece.first(); i <= piece.last(); i++) {
        if (t.isWord(i)) {
          quoted |= t.quotation[i] >= 0;
          plain |= t.quotation[i] < 0;
        }
      }
    }
    return !quoted ? QuotationKind.INDIRECT : plain ? QuotationKind.MIXED : QuotationKind.DIRECT;
  }
}

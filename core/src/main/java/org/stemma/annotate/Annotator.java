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
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Name;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.TimeMention;
import org.stemma.model.Vector;

/**
 * Finds who said what in one article: a trained tagger and linker, then rules for what typography,
 * names and pronouns tell. Only the outlet's own words are read; what readers write under an
 * article is nobody's statement. In languages other than English only longer quotations are found,
 * and nobody is named for them; names and vectors are found in English alone.
 *
 * <p>A pure function of the article and of weights that never change; thread-safe.
 */
public final class Annotator {
  private static final Set<String> PASSIVE =
      Set.of("was", "were", "is", "are", "be", "been", "being");

  private final CueLexicon lexicon = CueLexicon.load();
  private final People people = People.load();
  private final Acts acts = new Acts();
  private final Tagger tagger;
  private final Ties ties;
  private final Nested nested;

  Annotator(Network network, Learned learned) {
    tagger = new Tagger(network, WordPieces.load());
    ties = new Ties(learned);
    nested = new Nested(tagger, ties, lexicon);
  }

  /** Reads the model that comes with the program and is quick enough for whole archives. */
  public static Annotator load() {
    return load(Model.FAST);
  }

  /** Reads one of the models that come with the program. */
  public static Annotator load(Model model) {
    return new Annotator(model.network(), Learned.load());
  }

  /**
   * The article with its attributions, by the start of their content, and its names. A quotation of
   * several paragraphs is one attribution.
   */
  public Annotated annotate(Article article) {
    return annotate(article, false);
  }

  /**
   * The same with one attribution for each paragraph of a long quotation: other outlets take over
   * single paragraphs, and each is a statement of its own.
   */
  public Annotated annotateByParagraph(Article article) {
    return annotate(article, true);
  }

  private Annotated annotate(Article article, boolean paragraphByParagraph) {
    Tokens tokens = Tokens.of(article.text(), article.zones(), lexicon);
    Speakers speakers = new Speakers(tokens, people);
    Optional<Tagger.Tags> tags =
        isRead(article.language()) ? Optional.of(tagger.tag(tokens)) : Optional.empty();
    List<Draft> drafts =
        tags.map(found -> drafts(tokens, found)).orElseGet(() -> byMarksAlone(tokens));
    if (paragraphByParagraph) {
      drafts = byParagraph(tokens, drafts);
    }
    drafts.replaceAll(draft -> Asides.without(tokens, draft));
    drafts.sort(Comparator.comparingInt(Draft::place));
    List<Attribution> attributions =
        attributions(tokens, speakers, drafts, tags, Credits.atFoot(article));
    attributions.sort(Comparator.comparing(Attribution::extent));
    List<Name> names = tags.map(found -> NameTags.names(tokens, found.names())).orElse(List.of());
    List<TimeMention> times = TimeMentions.in(article);
    return new Annotated(article, attributions, names, Figures.in(article, names, times), times);
  }

  /** One attribution for each paragraph of a long quotation, all with the cue of the first. */
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

  /**
   * Whether articles in a language are read as a whole; in all others quotations are found by their
   * marks, and nobody is named for them.
   *
   * @param language an ISO 639-1 code, or "und" where it is not known
   */
  public static boolean isRead(String language) {
    return language.equals("en") || language.equals("und");
  }

  private List<Draft> drafts(Tokens tokens, Tagger.Tags tags) {
    Fragments fragments = Fragments.of(tags);
    List<Draft> drafts = new ArrayList<>();
    for (Tied tied : ties.tie(tokens, fragments)) {
      drafts.add(draft(fragments, tied));
    }
    return new Typography(tokens, fragments).apply(drafts);
  }

  private static List<Draft> byMarksAlone(Tokens tokens) {
    return Typography.alone(tokens).apply(List.of());
  }

  private Draft draft(Fragments fragments, Tied tied) {
    return new Draft(
        tied.source() < 0
            ? Optional.empty()
            : Optional.of(piece(fragments.sources().get(tied.source()))),
        Optional.of(piece(fragments.cues().get(tied.cue()))),
        tied.contents().stream().map(Annotator::piece).toList(),
        ties.confidence(tied));
  }

  private static Piece piece(Fragment f) {
    return new Piece(f.first(), f.last());
  }

  private List<Attribution> attributions(
      Tokens t,
      Speakers speakers,
      List<Draft> drafts,
      Optional<Tagger.Tags> tags,
      Optional<String> foot) {
    List<Attribution> attributions = new ArrayList<>();
    Optional<Draft> before = Optional.empty();
    Targets targets = new Targets(t, people);
    // Whoever speaks inside of a quotation is not meant by the "he" behind it.
    Speakers within = new Speakers(t, people);
    for (Draft draft : drafts) {
      ActWords.Phrase act = acts.of(t, draft);
      Speakers.Found speaker =
          tags.isPresent()
              ? speaker(t, speakers, draft, before)
              : new Speakers.Found(new Speaker.Unknown(), 1);
      Optional<String> named = named(speaker.speaker());
      List<Attribution> inner = new ArrayList<>();
      if (tags.isPresent()) {
        for (Draft in : nested.in(t, draft)) {
          Piece source = in.source().orElseThrow();
          Speaker other = within.of(source.first(), source.last()).speaker();
          List<String> via = named.map(List::of).orElse(List.of());
          ActWords.Phrase does = acts.of(t, in);
          inner.add(attribution(t, in, other, via, does.act(), tags, Aim.NONE, List.of()));
        }
      }
      List<String> via = Credits.of(t, draft, foot);
      Aim aim = targets.of(draft, act);
      attributions.add(attribution(t, draft, speaker.speaker(), via, act.act(), tags, aim, inner));
      before = Optional.of(draft);
    }
    return attributions;
  }

  private static Optional<String> named(Speaker speaker) {
    return speaker instanceof Speaker.Named named ? Optional.of(named.name()) : Optional.empty();
  }

  private static Attribution attribution(
      Tokens t,
      Draft draft,
      Speaker speaker,
      List<String> via,
      Act act,
      Optional<Tagger.Tags> tags,
      Aim aim,
      List<Attribution> nested) {
    return new Attribution(
        draft.source().map(p -> List.of(span(t, p))).orElse(List.of()),
        draft.cue().map(p -> List.of(span(t, p))).orElse(List.of()),
        draft.contents().stream().map(p -> span(t, p)).toList(),
        kind(t, draft.contents()),
        speaker,
        via,
        act,
        draft.confidence(),
        tags.map(found -> found.meanings().of(t, draft.contents())).orElse(Vector.NONE),
        aim,
        nested);
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

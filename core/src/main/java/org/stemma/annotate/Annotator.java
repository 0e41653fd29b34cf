package org.stemma.annotate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.annotate.Fragments.Fragment;
import org.stemma.annotate.Ties.Tied;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Name;
import org.stemma.model.Page.Mark;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.TimeMention;
import org.stemma.model.Vector;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

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
    Optional<Tagger.Tags> tags = tags(article, tokens);
    Speakers speakers = speakers(tokens, tags);
    List<Draft> drafts =
        tags.map(found -> drafts(tokens, found)).orElseGet(() -> byMarksAlone(tokens));
    if (paragraphByParagraph) {
      drafts = byParagraph(tokens, drafts);
    }
    drafts.replaceAll(draft -> Relays.apart(tokens, Asides.without(tokens, draft)));
    drafts.sort(Comparator.comparingInt(Draft::place));
    Reading reading =
        new Reading(
            tokens, tags, new Targets(tokens, people, speakers.names()), Credits.atFoot(article));
    List<Attribution> attributions = attributions(reading, speakers, drafts);
    return annotated(article, tokens, attributions, tags);
  }

  /** An article on its way to attributions. */
  private record Reading(
      Tokens tokens, Optional<Tagger.Tags> tags, Targets targets, Optional<String> foot) {}

  private static Annotated annotated(
      Article article, Tokens tokens, List<Attribution> attributions, Optional<Tagger.Tags> tags) {
    attributions.sort(Comparator.comparing(Attribution::extent));
    List<Name> names = tags.map(found -> NameTags.names(tokens, found.names())).orElse(List.of());
    List<TimeMention> times = TimeMentions.in(article);
    return new Annotated(article, attributions, names, Figures.in(article, names, times), times);
  }

  private Optional<Tagger.Tags> tags(Article article, Tokens tokens) {
    return isRead(article.language()) ? Optional.of(tagger.tag(tokens)) : Optional.empty();
  }

  private Speakers speakers(Tokens tokens, Optional<Tagger.Tags> tags) {
    return new Speakers(tokens, people, tags.map(Tagger.Tags::names));
  }

  /**
   * Tells who speaks in attributions that are known already: their spans stay as given, and
   * speaker, via and act are filled in. The confidence of each is that of its speaker.
   *
   * @param marks in any order; all spans lie in the article's text
   * @throws IllegalArgumentException when a span lies outside the text, or a content holds no word
   *     or mark
   */
  public Annotated resolve(Article article, List<Mark> marks) {
    Article marked = article.withZones(zonesWith(article, marks));
    Tokens t = Tokens.of(marked.text(), marked.zones(), lexicon);
    Optional<Tagger.Tags> tags = tags(marked, t);
    Speakers speakers = speakers(t, tags);
    Reading reading =
        new Reading(t, tags, new Targets(t, people, speakers.names()), Credits.atFoot(article));
    List<Resolved> drafts = new ArrayList<>();
    for (Mark mark : marks) {
      drafts.add(new Resolved(mark, draft(t, mark)));
    }
    drafts.sort(Comparator.comparingInt(resolved -> resolved.draft().place()));
    List<Attribution> attributions = new ArrayList<>();
    Optional<Draft> before = Optional.empty();
    for (Resolved resolved : drafts) {
      Speakers.Found speaker = whoever(t, speakers, resolved.draft(), before, tags);
      Draft draft = resolved.draft().withConfidence(speaker.sure());
      List<String> via = Credits.of(t, draft, reading.foot);
      attributions.add(attribution(reading, draft, resolved.mark(), speaker, via, List.of()));
      before = Optional.of(resolved.draft());
    }
    return annotated(marked, t, attributions, tags);
  }

  private record Resolved(Mark mark, Draft draft) {}

  /**
   * Where somebody marked an attribution, the outlet tells the story, whatever cleaning thought.
   */
  private static List<Zone> zonesWith(Article article, List<Mark> marks) {
    BitSet touched = new BitSet(article.text().length());
    for (Mark mark : marks) {
      for (List<Span> spans : List.of(mark.source(), mark.cue(), mark.content())) {
        for (Span span : spans) {
          if (span.end() > article.text().length()) {
            throw new IllegalArgumentException(span + " ends beyond the text");
          }
          touched.set(span.start(), span.end());
        }
      }
    }
    List<Zone> zones = new ArrayList<>();
    for (Zone zone : article.zones()) {
      int next = touched.nextSetBit(zone.span().start());
      boolean holds = next >= 0 && next < zone.span().end();
      zones.add(holds && !zone.role().isArticle() ? new Zone(ZoneRole.BODY, zone.span()) : zone);
    }
    return zones;
  }

  private static Draft draft(Tokens t, Mark mark) {
    List<Piece> contents = pieces(t, mark.content());
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("a marked content holds no words: " + mark.content());
    }
    Optional<Piece> source = pieces(t, mark.source()).stream().findFirst();
    Optional<Piece> cue = pieces(t, mark.cue()).stream().findFirst();
    boolean swapped =
        source.filter(piece -> isVerb(t, piece)).isPresent()
            && cue.filter(piece -> Shape.isCapital(t.shape[piece.first()])).isPresent();
    return swapped ? new Draft(cue, source, contents, 1) : new Draft(source, cue, contents, 1);
  }

  /** Who marks by hand may take "asked" for the source and the name for the cue. */
  private static boolean isVerb(Tokens t, Piece source) {
    return t.shape[source.first()] == Shape.LOWER && t.cue[source.first()] != 0;
  }

  /** The tokens that spans touch; what only white space parts is one piece. */
  private static List<Piece> pieces(Tokens t, List<Span> spans) {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : spans) {
      int first = t.at(span.start());
      int after = first;
      while (after < t.size && t.start[after] < span.end()) {
        after++;
      }
      if (after == first) {
        continue;
      }
      Piece last = pieces.isEmpty() ? new Piece(-1, -2) : pieces.get(pieces.size() - 1);
      if (last.last() + 1 >= first) {
        pieces.set(pieces.size() - 1, new Piece(last.first(), after - 1));
      } else {
        pieces.add(new Piece(first, after - 1));
      }
    }
    return pieces;
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

  private List<Attribution> attributions(Reading reading, Speakers speakers, List<Draft> drafts) {
    Tokens t = reading.tokens;
    List<Attribution> attributions = new ArrayList<>();
    Optional<Draft> before = Optional.empty();
    // Whoever speaks inside of a quotation is not meant by the "he" behind it.
    Speakers within = new Speakers(speakers);
    for (Draft draft : drafts) {
      Speakers.Found speaker = whoever(t, speakers, draft, before, reading.tags);
      List<Attribution> inner = new ArrayList<>();
      if (reading.tags.isPresent()) {
        List<String> via = named(speaker.speaker()).map(List::of).orElse(List.of());
        for (Draft in : nested.in(t, draft)) {
          Piece source = in.source().orElseThrow();
          Speakers.Found other = within.of(source.first(), source.last());
          inner.add(attribution(reading, in, marked(t, in), other, via, List.of()));
        }
      }
      List<String> via = Credits.of(t, draft, reading.foot);
      attributions.add(attribution(reading, draft, marked(t, draft), speaker, via, inner));
      before = Optional.of(draft);
    }
    return attributions;
  }

  private static Optional<String> named(Speaker speaker) {
    return speaker instanceof Speaker.Named named ? Optional.of(named.name()) : Optional.empty();
  }

  private static Mark marked(Tokens t, Draft draft) {
    return new Mark(
        draft.source().map(p -> List.of(span(t, p))).orElse(List.of()),
        draft.cue().map(p -> List.of(span(t, p))).orElse(List.of()),
        draft.contents().stream().map(p -> span(t, p)).toList());
  }

  private Attribution attribution(
      Reading reading,
      Draft draft,
      Mark spans,
      Speakers.Found speaker,
      List<String> via,
      List<Attribution> nested) {
    Tokens t = reading.tokens;
    ActWords.Phrase act = acts.of(t, draft);
    return new Attribution(
        spans.source(),
        spans.cue(),
        spans.content(),
        kind(t, draft.contents()),
        speaker.speaker(),
        via,
        act.act(),
        draft.confidence(),
        reading.tags.map(found -> found.meanings().of(t, draft.contents())).orElse(Vector.NONE),
        reading.targets.of(draft, act),
        speaker.sure(),
        speaker.onBehalfOf(),
        nested);
  }

  private static Speakers.Found whoever(
      Tokens t,
      Speakers speakers,
      Draft draft,
      Optional<Draft> before,
      Optional<Tagger.Tags> tags) {
    return tags.isPresent() ? speaker(t, speakers, draft, before) : Speakers.NOBODY;
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
    int content = draft.contents().get(0).first();
    if (draft.cue().isEmpty()) {
      Optional<Speakers.Found> label = speakers.labelBefore(content);
      if (label.isPresent()) {
        return label.get();
      }
      boolean opens = t.sentenceStart[t.sentence[content]] == content;
      boolean shares =
          before.isPresent() && t.sentence[before.get().place()] == t.sentence[content];
      return (opens || shares ? speakers.goingOn(content) : speakers.subjectBefore(content))
          .orElse(Speakers.NOBODY);
    }
    int cue = draft.cue().get().first();
    if (isPassive(t, draft.cue().get())) {
      return Speakers.NOBODY;
    }
    if (before.isPresent() && t.sentence[before.get().place()] == t.sentence[cue]) {
      return speakers.goingOn(cue).orElse(Speakers.NOBODY);
    }
    return speakers
        .subjectBefore(cue)
        .or(() -> t.quotation[content] >= 0 ? speakers.goingOn(cue) : Optional.empty())
        .orElse(Speakers.NOBODY);
  }

  private static Optional<Speakers.Found> nearer(Tokens t, Speakers speakers, Draft draft) {
    if (draft.cue().isEmpty() || !t.in(draft.cue().get().first()).equals("saying")) {
      return Optional.empty();
    }
    return speakers.ownerOfParticiple(
        draft.source().orElseThrow().last(), draft.cue().get().first());
  }

  /** "was told" and "has been called": nobody who stands before it says so. */
  private static boolean isPassive(Tokens t, Piece cue) {
    if (PASSIVE.contains(t.lower(cue.first()))) {
      return true;
    }
    for (int i = Math.max(0, cue.first() - 1); i < cue.last(); i++) {
      if (PASSIVE.contains(t.lower(i)) && !t.lower(i + 1).endsWith("ing")) {
        return true;
      }
    }
    return false;
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

package org.stemma.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stemma.annotate.Fragments.Fragment;
import org.stemma.annotate.Ties.Tied;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * Finds who said what in one article. A pure function of the article and of weights that never
 * change; thread-safe.
 */
public final class Annotator {
  private final CueLexicon lexicon = CueLexicon.load();
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
    Tokens tokens = Tokens.of(article.text(), article.zones(), lexicon);
    Fragments fragments = Fragments.of(tagger.tag(tokens));
    List<Attribution> attributions = new ArrayList<>();
    for (Tied tied : ties.tie(tokens, fragments)) {
      attributions.add(attribution(tokens, fragments, tied));
    }
    attributions.sort(Comparator.comparing(a -> a.extent()));
    return new Annotated(article, attributions);
  }

  private Attribution attribution(Tokens tokens, Fragments fragments, Tied tied) {
    List<Span> content = new ArrayList<>();
    for (Fragment f : tied.contents()) {
      content.add(span(tokens, f));
    }
    List<Span> source =
        tied.source() < 0
            ? List.of()
            : List.of(span(tokens, fragments.sources().get(tied.source())));
    List<Span> cue =
        tied.cue() < 0 ? List.of() : List.of(span(tokens, fragments.cues().get(tied.cue())));
    return new Attribution(
        source,
        cue,
        content,
        kind(tokens, tied.contents()),
        source.isEmpty()
            ? new Speaker.Unknown()
            : new Speaker.Unnamed(source.get(0).in(tokens.text)),
        Optional.empty(),
        act(tokens, fragments, tied),
        tied.confidence());
  }

  private Act act(Tokens tokens, Fragments fragments, Tied tied) {
    if (tied.cue() >= 0) {
      Fragment cue = fragments.cues().get(tied.cue());
      for (int i = cue.first(); i <= cue.last(); i++) {
        if (tokens.cue[i] != 0) {
          return CueLexicon.act(tokens.cue[i]);
        }
      }
    }
    return Act.SAY;
  }

  private static QuotationKind kind(Tokens tokens, List<Fragment> contents) {
    boolean quoted = false;
    boolean plain = false;
    for (Fragment f : contents) {
      for (int i = f.first(); i <= f.last(); i++) {
        if (tokens.isWord(i)) {
          quoted |= tokens.quotation[i] >= 0;
          plain |= tokens.quotation[i] < 0;
        }
      }
    }
    return !quoted ? QuotationKind.INDIRECT : plain ? QuotationKind.MIXED : QuotationKind.DIRECT;
  }

  private static Span span(Tokens tokens, Fragment f) {
    return tokens.span(f.first(), f.last());
  }
}

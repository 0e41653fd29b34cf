package org.stemma.pipeline;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * What people decided about articles, over what was read of them: dates, outlets, zones,
 * attributions and their speakers. What is kept is never changed, so that without the decisions all
 * is as before. Immutable.
 */
final class Corrections {
  /** Nothing was decided. */
  static final Corrections NONE =
      new Corrections(DecisionLog.EMPTY, article -> new Annotated(article, List.of()));

  private final Map<ArticleId, List<Decision>> byArticle = new HashMap<>();
  private final Function<Article, Annotated> reader;

  /** Articles that were read again, since a person marked more of them as the outlet's own text. */
  private final Map<ArticleId, Annotated> reread = new ConcurrentHashMap<>();

  /**
   * @param reader finds who says what in an article; asked only where a person marked as text what
   *     was read as something else
   */
  Corrections(DecisionLog log, Function<Article, Annotated> reader) {
    this.reader = reader;
    for (Decision decision : log.standing()) {
      switch (decision.kind()) {
        case SET_DATE, SET_OUTLET, MARK_ZONE -> decision.articles().forEach(a -> add(a, decision));
        case REJECT, SET_SPEAKER, NOT_NAMED ->
            decision.places().forEach(place -> add(place.article(), decision));
        default -> {
          // About speakers or statements, which are found later.
        }
      }
    }
  }

  private void add(ArticleId article, Decision decision) {
    byArticle.computeIfAbsent(article, a -> new ArrayList<>()).add(decision);
  }

  /** An article with the date, the outlet and the zones that a person gave it. */
  Article over(Article article) {
    List<Decision> decisions = byArticle.get(article.id());
    if (decisions == null) {
      return article;
    }
    Article corrected = article;
    for (Decision decision : decisions) {
      if (decision instanceof Decision.SetDate set) {
        corrected = corrected.withDateByHand(set.date());
      } else if (decision instanceof Decision.SetOutlet set) {
        corrected = corrected.withOutlet(set.outlet());
      }
    }
    List<Zone> marks = marks(decisions, article.text());
    return marks.isEmpty() ? corrected : marked(corrected, marks);
  }

  /** An article and what was found in it, as a person knows better. */
  Annotated over(Annotated kept) {
    List<Decision> decisions = byArticle.get(kept.article().id());
    if (decisions == null) {
      return kept;
    }
    Annotated whole = reread(kept);
    Article article = whole.article();
    List<Span> silent = silent(marks(decisions, article.text()));
    Map<Attribution, Decision> said = new IdentityHashMap<>();
    for (Decision decision : decisions) {
      for (Locus place : decision.places()) {
        at(whole.attributions(), place.offset()).ifPresent(found -> said.put(found, decision));
      }
    }
    List<Attribution> attributions = new ArrayList<>();
    for (Attribution attribution : whole.attributions()) {
      if (!touches(attribution.content(), silent)) {
        corrected(attribution, said, article.text()).ifPresent(attributions::add);
      }
    }
    return new Annotated(
        article,
        attributions,
        heard(whole.names(), name -> name.span(), silent),
        heard(whole.figures(), figure -> figure.span(), silent),
        heard(whole.times(), time -> time.span(), silent));
  }

  /**
   * An article with its zones as a person marked them, and what is found where that opened more of
   * it; what was found before stays as it is.
   */
  Annotated reread(Annotated kept) {
    List<Span> opened = opened(kept.article());
    return opened.isEmpty()
        ? kept.withArticle(over(kept.article()))
        : reread.computeIfAbsent(
            kept.article().id(),
            id -> {
              Article article = over(kept.article());
              return joined(kept, reader.apply(article), article, opened);
            });
  }

  private static Annotated joined(
      Annotated kept, Annotated found, Article article, List<Span> opened) {
    List<Attribution> attributions = new ArrayList<>(kept.attributions());
    List<Span> known = new ArrayList<>();
    kept.attributions().forEach(attribution -> known.addAll(attribution.content()));
    found.attributions().stream()
        .filter(a -> touches(a.content(), opened) && !touches(a.content(), known))
        .forEach(attributions::add);
    attributions.sort(comparing(Attribution::extent));
    return new Annotated(
        article,
        attributions,
        joined(kept.names(), found.names(), name -> name.span(), opened),
        joined(kept.figures(), found.figures(), figure -> figure.span(), opened),
        joined(kept.times(), found.times(), time -> time.span(), opened));
  }

  private static <T> List<T> joined(
      List<T> kept, List<T> found, Function<T, Span> place, List<Span> opened) {
    List<Span> known = kept.stream().map(place).toList();
    List<T> all = new ArrayList<>(kept);
    found.stream()
        .filter(
            one ->
                touches(List.of(place.apply(one)), opened)
                    && !touches(List.of(place.apply(one)), known))
        .forEach(all::add);
    all.sort(comparing(place));
    return all;
  }

  /** The stretches that a person marked as the outlet's own text, and nobody had looked at. */
  List<Span> opened(Article kept) {
    List<Decision> decisions = byArticle.get(kept.id());
    if (decisions == null) {
      return List.of();
    }
    List<Span> looked =
        kept.zones().stream().filter(zone -> zone.role().isArticle()).map(Zone::span).toList();
    return marks(decisions, kept.text()).stream()
        .filter(mark -> mark.role().isArticle())
        .map(Zone::span)
        .filter(span -> looked.stream().noneMatch(zone -> zone.contains(span)))
        .toList();
  }

  /** The articles that a person marked anything of. */
  Set<ArticleId> articles() {
    return byArticle.keySet();
  }

  /** The stretches that a person marked as no part of what the outlet tells. */
  List<Span> silent(Article article) {
    List<Decision> decisions = byArticle.get(article.id());
    return decisions == null ? List.of() : silent(marks(decisions, article.text()));
  }

  /**
   * The attribution that a place names: the one that begins there, else the smallest that covers
   * it; those inside others, too.
   */
  static Optional<Attribution> at(List<Attribution> attributions, int offset) {
    Optional<Attribution> covering = Optional.empty();
    for (Attribution outer : attributions) {
      List<Attribution> both = new ArrayList<>(List.of(outer));
      both.addAll(outer.nested());
      for (Attribution found : both) {
        Span extent = found.extent();
        if (extent.start() == offset) {
          return Optional.of(found);
        }
        if (extent.contains(offset)
            && covering.filter(c -> c.extent().length() <= extent.length()).isEmpty()) {
          covering = Optional.of(found);
        }
      }
    }
    return covering;
  }

  private static Optional<Attribution> corrected(
      Attribution found, Map<Attribution, Decision> said, String text) {
    List<Attribution> nested = new ArrayList<>();
    found.nested().forEach(inner -> corrected(inner, said, text).ifPresent(nested::add));
    Attribution kept = nested.equals(found.nested()) ? found : found.withNested(nested);
    Decision decision = said.get(found);
    if (decision instanceof Decision.Reject) {
      return Optional.empty();
    }
    if (decision instanceof Decision.SetSpeaker set) {
      return Optional.of(kept.withSpeaker(new Speaker.Named(set.name())));
    }
    return Optional.of(
        decision instanceof Decision.NotNamed ? kept.withSpeaker(unnamed(kept, text)) : kept);
  }

  private static Speaker unnamed(Attribution attribution, String text) {
    List<Span> source = attribution.source();
    return source.isEmpty()
        ? new Speaker.Unknown()
        : new Speaker.Unnamed(source.get(0).union(source.get(source.size() - 1)).in(text));
  }

  // Zones

  /** What was marked, in text order; where two marks meet, the later has the stretch. */
  private static List<Zone> marks(List<Decision> decisions, String text) {
    List<Zone> marks = new ArrayList<>();
    for (Decision decision : decisions) {
      if (decision instanceof Decision.MarkZone mark && mark.span().end() <= text.length()) {
        Optional<Span> stretch = trimmed(mark.span().start(), mark.span().end(), text);
        if (stretch.isPresent()) {
          marks = without(marks, stretch.get(), text);
          marks.add(new Zone(mark.role(), stretch.get()));
        }
      }
    }
    marks.sort(comparing(Zone::span));
    return marks;
  }

  private static Article marked(Article article, List<Zone> marks) {
    List<Zone> zones = new ArrayList<>(article.zones());
    for (Zone mark : marks) {
      zones = without(zones, mark.span(), article.text());
    }
    zones.addAll(marks);
    zones.sort(comparing(Zone::span));
    List<Span> notByReaders =
        marks.stream().filter(m -> m.role() != ZoneRole.COMMENT).map(Zone::span).toList();
    return article
        .withZones(zones)
        .withComments(
            article.comments().stream()
                .filter(comment -> !touches(List.of(comment.span()), notByReaders))
                .toList());
  }

  /** What is left of zones where a stretch is taken out of them. */
  private static List<Zone> without(List<Zone> zones, Span stretch, String text) {
    List<Zone> left = new ArrayList<>();
    for (Zone zone : zones) {
      if (!zone.span().overlaps(stretch)) {
        left.add(zone);
        continue;
      }
      trimmed(zone.span().start(), stretch.start(), text)
          .ifPresent(before -> left.add(new Zone(zone.role(), before)));
      trimmed(stretch.end(), zone.span().end(), text)
          .ifPresent(behind -> left.add(new Zone(zone.role(), behind)));
    }
    return left;
  }

  /** Without white space at its ends; empty where nothing is left. */
  private static Optional<Span> trimmed(int start, int end, String text) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private static List<Span> silent(List<Zone> marks) {
    return marks.stream().filter(mark -> !mark.role().isArticle()).map(Zone::span).toList();
  }

  private static <T> List<T> heard(List<T> found, Function<T, Span> place, List<Span> silent) {
    return found.stream().filter(one -> !touches(List.of(place.apply(one)), silent)).toList();
  }

  private static boolean touches(List<Span> some, List<Span> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
  }
}

package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stemma.link.Linker;
import org.stemma.link.Neighbourhood;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.Kinship;
import org.stemma.model.KnownNames;
import org.stemma.model.Statement;
import org.stemma.store.Store;

/**
 * Makes the record of what a store keeps. Reads what came since the last time and nothing else, and
 * hands on the same objects wherever an article is seen as it was before: by that the rooms know
 * what need not be found again. The record is the same as if all were new. For one thread at a
 * time.
 */
final class Gathering {
  private final Store store;
  private final Neighbourhood neighbourhood;
  private final Function<Article, Annotated> reader;
  private final Linker linker;
  private final KnownNames names;
  private final NavigableMap<ArticleId, Annotated> kept = new TreeMap<>();
  private final List<Kinship> kinships = new ArrayList<>();
  private Map<ArticleId, Annotated> seen = Map.of();
  private Optional<Hindsight> hindsight = Optional.empty();
  private long last;
  private List<Decision> log = List.of();
  private Corrections corrections = Corrections.NONE;

  /**
   * @param reader finds who says what in an article of which a person opened more
   */
  Gathering(
      Store store,
      Neighbourhood neighbourhood,
      Linker linker,
      KnownNames names,
      Function<Article, Annotated> reader) {
    this.store = store;
    this.neighbourhood = neighbourhood;
    this.reader = reader;
    this.linker = linker;
    this.names = names;
  }

  /** The record of all that is kept now. */
  Statements gather(long revision) {
    takeNews();
    List<Decision> decisions = store.decisions();
    if (!decisions.equals(log)) {
      log = decisions;
      corrections = new Corrections(new DecisionLog(decisions), reader);
    }
    Hindsight told = new Hindsight(kept.values(), corrections, hindsight);
    hindsight = Optional.of(told);
    see(told);
    Map<ArticleId, Article> articles = new LinkedHashMap<>();
    long attributions = 0;
    for (Annotated annotated : seen.values()) {
      articles.put(annotated.article().id(), annotated.article());
      attributions += annotated.attributions().size();
    }
    List<Kinship> heard = new ArrayList<>();
    for (Kinship kinship : kinships) {
      if (told.isText(kinship.a(), kinship.aSpan()) && told.isText(kinship.b(), kinship.bSpan())) {
        heard.add(kinship);
      }
    }
    heard.addAll(new Opened(told, neighbourhood, linker).kinships(seen.values()));
    Entities entities = linker.entities(seen.values(), names, decisions);
    List<Statement> found = linker.statements(seen.values(), heard, entities, decisions);
    return new Statements(revision, found, articles, attributions, told, entities);
  }

  private void takeNews() {
    boolean allIsNew = kept.isEmpty();
    List<ArticleId> news = new ArrayList<>();
    last =
        store.forEachArticleSince(
            last,
            annotated -> {
              ArticleId id = annotated.article().id();
              news.add(id);
              kept.put(id, annotated);
            });
    if (allIsNew) {
      store.forEachKinship(this::take);
    } else {
      Map<ArticleId, Integer> order = new HashMap<>();
      news.forEach(id -> order.put(id, order.size()));
      for (ArticleId id : news) {
        for (Kinship kinship : store.kinships(id)) {
          ArticleId other = kinship.a().equals(id) ? kinship.b() : kinship.a();
          // Of two newcomers both have it; it is taken with the later one.
          if (order.getOrDefault(other, -1) < order.get(id)) {
            take(kinship);
          }
        }
      }
    }
  }

  /** What was added meanwhile comes the next time, with its kinships. */
  private void take(Kinship kinship) {
    if (kept.containsKey(kinship.a()) && kept.containsKey(kinship.b())) {
      kinships.add(kinship);
    }
  }

  private void see(Hindsight told) {
    Map<ArticleId, Annotated> now = new LinkedHashMap<>();
    for (Annotated annotated : kept.values()) {
      ArticleId id = annotated.article().id();
      if (!told.isAside(id)) {
        Annotated one = told.seen(annotated);
        Annotated before = seen.get(id);
        now.put(id, one.equals(before) ? before : one);
      }
    }
    seen = now;
  }
}

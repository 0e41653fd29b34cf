package org.stemma.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Outcome;

/**
 * A store that forgets everything when it is closed. For tests and for work that needs no desk.
 * Every method holds the one lock, so an action given to a {@code forEach} method sees a still
 * picture.
 */
public final class MemoryStore implements Store {
  private static final int NO_ARTICLES = 0;

  private final NavigableMap<ArticleId, Annotated> articles = new TreeMap<>();
  private final List<Annotated> inOrder = new ArrayList<>();
  private final Map<Long, NavigableSet<ArticleId>> holders = new HashMap<>();
  private final Map<Long, Map<Optional<String>, Set<Long>>> paragraphs = new HashMap<>();
  private final Map<ArticleId, List<Match>> matches = new HashMap<>();
  private final Map<ArticleId, List<Kinship>> kinships = new HashMap<>();
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final SearchIndex index = SearchIndex.inMemory();
  private final List<Article> unfinished = new ArrayList<>();
  private boolean changed;
  private long revision;

  @Override
  public synchronized boolean holds(ArticleId id) {
    return articles.containsKey(id);
  }

  @Override
  public synchronized void keep(Entry entry) {
    requireKeepable(entry);
    Article article = entry.annotated().article();
    articles.put(article.id(), entry.annotated());
    inOrder.add(entry.annotated());
    unfinished.add(article);
    keep(article, entry.keys());
    for (Match match : entry.matches()) {
      matches.computeIfAbsent(match.a(), a -> new ArrayList<>()).add(match);
      matches.computeIfAbsent(match.b(), b -> new ArrayList<>()).add(match);
    }
    for (Kinship kinship : entry.kinships()) {
      kinships.computeIfAbsent(kinship.a(), a -> new ArrayList<>()).add(kinship);
      kinships.computeIfAbsent(kinship.b(), b -> new ArrayList<>()).add(kinship);
    }
    changed = true;
  }

  @Override
  public synchronized void note(Outcome outcome) {
    // Taken out first, so that it stands last: outcomes come in the order they were noted.
    changed |= outcomes.remove(outcome.place()) != null;
    if (outcome.kind().isListed()) {
      outcomes.put(outcome.place(), outcome);
      changed = true;
    }
  }

  @Override
  public synchronized void decide(Decision decision) {
    decisions.add(decision);
    changed = true;
  }

  @Override
  public synchronized void commit() {
    unfinished.forEach(article -> index.add(0, article.id(), article.text()));
    unfinished.clear();
    if (changed) {
      revision++;
      changed = false;
    }
  }

  @Override
  public synchronized Optional<Annotated> find(ArticleId id) {
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public synchronized void forEachArticle(Consumer<Annotated> action) {
    articles.values().forEach(action);
  }

  @Override
  public synchronized long forEachArticleSince(long last, Consumer<Annotated> action) {
    inOrder.subList((int) last, inOrder.size()).forEach(action);
    return inOrder.size();
  }

  @Override
  public synchronized long size() {
    return articles.size();
  }

  @Override
  public synchronized List<ArticleId> latest(int limit) {
    List<ArticleId> latest = new ArrayList<>();
    for (Annotated kept : inOrder.subList(Math.max(0, inOrder.size() - limit), inOrder.size())) {
      latest.add(kept.article().id());
    }
    Collections.reverse(latest);
    return latest;
  }

  @Override
  public synchronized List<ArticleId> holders(long key) {
    NavigableSet<ArticleId> found = holders.get(key);
    return found == null ? List.of() : List.copyOf(found);
  }

  @Override
  public synchronized int frequency(long key) {
    NavigableSet<ArticleId> found = holders.get(key);
    return found == null ? NO_ARTICLES : found.size();
  }

  @Override
  public synchronized int recurrence(long paragraph) {
    return paragraphs.getOrDefault(paragraph, Map.of()).values().stream()
        .map(Set::size)
        .max(Integer::compare)
        .orElse(NO_ARTICLES);
  }

  @Override
  public synchronized List<Match> matches(ArticleId id) {
    return matches.getOrDefault(id, List.of()).stream().sorted(RecordOrder.matchesOf(id)).toList();
  }

  @Override
  public synchronized void forEachMatch(Consumer<Match> action) {
    for (ArticleId id : articles.keySet()) {
      matches.getOrDefault(id, List.of()).stream()
          .filter(match -> match.a().equals(id))
          .sorted(RecordOrder.matchesOf(id))
          .forEach(action);
    }
  }

  @Override
  public synchronized List<Kinship> kinships(ArticleId id) {
    return kinships.getOrDefault(id, List.of()).stream()
        .sorted(RecordOrder.kinshipsOf(id))
        .toList();
  }

  @Override
  public synchronized void forEachKinship(Consumer<Kinship> action) {
    for (ArticleId id : articles.keySet()) {
      kinships.getOrDefault(id, List.of()).stream()
          .filter(kinship -> kinship.a().equals(id))
          .sorted(RecordOrder.kinshipsOf(id))
          .forEach(action);
    }
  }

  @Override
  public synchronized List<Outcome> outcomes() {
    return List.copyOf(outcomes.values());
  }

  @Override
  public synchronized List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  @Override
  public synchronized List<Hit> search(String words, int limit) {
    return index.search(words, limit, 0, (number, each) -> {});
  }

  @Override
  public synchronized void forEachPassage(Sought sought, Consumer<Passage> action) {
    index.forEachPassage(sought, 0, (number, each) -> {}, action);
  }

  @Override
  public synchronized void close() {
    index.close();
  }

  private void requireKeepable(Entry entry) {
    if (articles.containsKey(entry.id())) {
      throw new IllegalArgumentException("article " + entry.id() + " is held already");
    }
    for (ArticleId other : entry.others()) {
      if (!articles.containsKey(other)) {
        throw new IllegalArgumentException(
            "article " + entry.id() + " is tied to " + other + ", which is not held");
      }
    }
  }

  private void keep(Article article, Keys keys) {
    long week = Week.of(article, articles.size());
    Set<Long> distinct = new TreeSet<>();
    for (Keys.Paragraph paragraph : keys.paragraphs()) {
      if (distinct.add(paragraph.hash())) {
        paragraphs
            .computeIfAbsent(paragraph.hash(), h -> new HashMap<>())
            .computeIfAbsent(article.outlet(), outlet -> new HashSet<>())
            .add(week);
      }
      for (long key : paragraph.keys()) {
        holders.computeIfAbsent(key, k -> new TreeSet<>()).add(article.id());
      }
    }
  }
}

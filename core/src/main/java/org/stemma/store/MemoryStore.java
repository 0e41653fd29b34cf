package org.stemma.store;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
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
  private final Map<Long, NavigableSet<ArticleId>> holders = new HashMap<>();
  private final Map<Long, Map<String, Integer>> paragraphs = new HashMap<>();
  private final List<Match> matches = new ArrayList<>();
  private final List<Kinship> kinships = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private boolean changed;
  private long revision;

  @Override
  public synchronized boolean holds(ArticleId id) {
    return articles.containsKey(id);
  }

  @Override
  public synchronized void keep(Entry entry) {
    ArticleId id = entry.annotated().article().id();
    if (articles.putIfAbsent(id, entry.annotated()) != null) {
      throw new IllegalArgumentException("article " + id + " is held already");
    }
    String outlet = entry.annotated().article().outlet().orElse("");
    TreeSet<Long> distinct = new TreeSet<>();
    for (Keys.Paragraph paragraph : entry.keys().paragraphs()) {
      if (distinct.add(paragraph.hash())) {
        paragraphs
            .computeIfAbsent(paragraph.hash(), h -> new HashMap<>())
            .merge(outlet, 1, Integer::sum);
      }
      for (long key : paragraph.keys()) {
        holders.computeIfAbsent(key, k -> new TreeSet<>()).add(id);
      }
    }
    matches.addAll(entry.matches());
    kinships.addAll(entry.kinships());
    changed = true;
  }

  @Override
  public synchronized void note(Outcome outcome) {
    if (outcome.kind() != Outcome.Kind.ADDED) {
      outcomes.add(outcome);
      changed = true;
    }
  }

  @Override
  public synchronized void commit() {
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
  public synchronized long size() {
    return articles.size();
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
        .max(Integer::compare)
        .orElse(NO_ARTICLES);
  }

  @Override
  public synchronized List<Match> matches(ArticleId id) {
    return matches.stream()
        .filter(m -> m.a().equals(id) || m.b().equals(id))
        .sorted(
            comparing((Match m) -> m.a().equals(id) ? m.b() : m.a())
                .thenComparing(m -> m.a().equals(id) ? m.aSpan() : m.bSpan()))
        .toList();
  }

  @Override
  public synchronized void forEachMatch(Consumer<Match> action) {
    matches.stream()
        .sorted(
            comparing(Match::a)
                .thenComparing(Match::b)
                .thenComparing(Match::aSpan)
                .thenComparing(Match::bSpan))
        .forEach(action);
  }

  @Override
  public synchronized List<Kinship> kinships(ArticleId id) {
    return kinships.stream()
        .filter(k -> k.a().equals(id) || k.b().equals(id))
        .sorted(
            comparing((Kinship k) -> k.a().equals(id) ? k.b() : k.a())
                .thenComparing(k -> k.a().equals(id) ? k.aSpan() : k.bSpan()))
        .toList();
  }

  @Override
  public synchronized void forEachKinship(Consumer<Kinship> action) {
    kinships.stream()
        .sorted(
            comparing(Kinship::a)
                .thenComparing(Kinship::b)
                .thenComparing(Kinship::aSpan)
                .thenComparing(Kinship::bSpan))
        .forEach(action);
  }

  @Override
  public synchronized List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  @Override
  public synchronized List<Hit> search(String words, int limit) {
    List<String> wanted = words(words).toList();
    List<Hit> hits = new ArrayList<>();
    for (Annotated annotated : articles.values()) {
      List<String> held = words(annotated.article().text()).toList();
      double score = wanted.stream().filter(held::contains).count();
      if (score > 0) {
        hits.add(new Hit(annotated.article().id(), score));
      }
    }
    hits.sort(comparing(Hit::score).reversed().thenComparing(Hit::article));
    return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
  }

  @Override
  public void close() {}

  private static Stream<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty());
  }
}

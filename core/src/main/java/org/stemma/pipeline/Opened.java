package org.stemma.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.link.Linker;
import org.stemma.link.Neighbourhood;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Span;

/**
 * What ties the sayings that came to light where a person marked more of an article as its outlet's
 * own text: the store has no ties of theirs, since nobody had looked at them when it was linked.
 */
final class Opened implements Neighbourhood {
  private final Hindsight hindsight;
  private final Neighbourhood desk;
  private final Linker linker;
  private final Map<ArticleId, Annotated> articles = new TreeMap<>();
  private final Map<ArticleId, Keys> keys = new TreeMap<>();
  private final Map<Long, Set<ArticleId>> byKey = new HashMap<>();
  private final Map<ArticleId, List<Span>> stretches = new TreeMap<>();

  Opened(Hindsight hindsight, Neighbourhood desk, Linker linker) {
    this.hindsight = hindsight;
    this.desk = desk;
    this.linker = linker;
  }

  /**
   * @param seen all articles, as they are seen now
   */
  Set<Kinship> kinships(Collection<Annotated> seen) {
    Set<ArticleId> corrected = hindsight.corrections().articles();
    for (Annotated annotated : seen) {
      ArticleId id = annotated.article().id();
      if (corrected.contains(id)) {
        List<Span> opened = hindsight.corrections().opened(desk.article(id).article());
        if (!opened.isEmpty()) {
          articles.put(id, annotated);
          stretches.put(id, opened);
          keys.put(id, linker.keys(annotated));
          keys.get(id).paragraphs().stream()
              .flatMap(paragraph -> paragraph.keys().stream())
              .forEach(key -> byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(id));
        }
      }
    }
    Set<Kinship> found = new LinkedHashSet<>();
    for (Annotated article : articles.values()) {
      Keys own = keys.get(article.article().id());
      for (Kinship kinship : linker.link(article, own, this).kinships()) {
        if ((isOpened(kinship.a(), kinship.aSpan()) || isOpened(kinship.b(), kinship.bSpan()))
            && hindsight.isText(kinship.a(), kinship.aSpan())
            && hindsight.isText(kinship.b(), kinship.bSpan())) {
          found.add(kinship);
        }
      }
    }
    return found;
  }

  private boolean isOpened(ArticleId article, Span span) {
    return stretches.getOrDefault(article, List.of()).stream().anyMatch(span::overlaps);
  }

  @Override
  public SortedSet<ArticleId> holders(long[] anyOf, int most) {
    SortedSet<ArticleId> holders = new TreeSet<>(desk.holders(anyOf, most));
    for (long key : anyOf) {
      holders.addAll(byKey.getOrDefault(key, Set.of()));
    }
    return holders;
  }

  @Override
  public int frequency(long key) {
    return desk.frequency(key) + byKey.getOrDefault(key, Set.of()).size();
  }

  @Override
  public int recurrence(long paragraph) {
    return desk.recurrence(paragraph);
  }

  @Override
  public Annotated article(ArticleId id) {
    Annotated opened = articles.get(id);
    return opened == null ? desk.article(id) : opened;
  }
}

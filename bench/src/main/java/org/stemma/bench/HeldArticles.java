package org.stemma.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stemma.link.Neighbourhood;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Keys;

/** Articles in memory and nothing else, so that linking is timed apart from any store. */
final class HeldArticles implements Neighbourhood {
  private static final long WEEK = 7L * 24 * 60 * 60;

  private final Map<ArticleId, Annotated> articles = new HashMap<>();
  private final Map<Long, List<ArticleId>> holders = new HashMap<>();
  private final Map<Long, Map<Optional<String>, Set<Object>>> weeks = new HashMap<>();

  void keep(Annotated annotated, Keys keys) {
    Article article = annotated.article();
    articles.put(article.id(), annotated);
    Set<Long> distinct = new HashSet<>();
    for (Keys.Paragraph paragraph : keys.paragraphs()) {
      distinct.addAll(paragraph.keys());
      weeks
          .computeIfAbsent(paragraph.hash(), hash -> new HashMap<>())
          .computeIfAbsent(article.outlet(), outlet -> new HashSet<>())
          .add(week(article));
    }
    for (long key : distinct) {
      holders.computeIfAbsent(key, k -> new ArrayList<>(1)).add(article.id());
    }
  }

  private static Object week(Article article) {
    return article
        .published()
        .<Object>map(date -> Math.floorDiv(date.earliest().getEpochSecond(), WEEK))
        .orElse(article.id());
  }

  @Override
  public SortedSet<ArticleId> holders(long[] anyOf, int most) {
    SortedSet<ArticleId> found = new TreeSet<>();
    for (long key : anyOf) {
      List<ArticleId> those = holders.getOrDefault(key, List.of());
      if (those.size() <= most) {
        found.addAll(those);
      }
    }
    return found;
  }

  @Override
  public int frequency(long key) {
    return holders.getOrDefault(key, List.of()).size();
  }

  @Override
  public int recurrence(long paragraph) {
    return weeks.getOrDefault(paragraph, Map.of()).values().stream()
        .mapToInt(Set::size)
        .max()
        .orElse(0);
  }

  @Override
  public Annotated article(ArticleId id) {
    return articles.get(id);
  }
}

package org.stemma.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.stemma.link.Neighbourhood;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;

/**
 * Asks a neighbourhood each number once. Of a wire story that hundreds carry each paragraph is
 * asked for with every pair of them, and that is nearly all the work. For one question; not
 * thread-safe.
 */
final class OnceAsked implements Neighbourhood {
  private final Neighbourhood asked;
  private final Map<Long, Integer> frequencies = new HashMap<>();
  private final Map<Long, Integer> recurrences = new HashMap<>();
  private final Map<ArticleId, Annotated> articles = new HashMap<>();

  OnceAsked(Neighbourhood asked) {
    this.asked = asked;
  }

  @Override
  public SortedSet<ArticleId> holders(long[] anyOf, int most) {
    return asked.holders(anyOf, most);
  }

  @Override
  public int frequency(long key) {
    return frequencies.computeIfAbsent(key, asked::frequency);
  }

  @Override
  public int recurrence(long paragraph) {
    return recurrences.computeIfAbsent(paragraph, asked::recurrence);
  }

  @Override
  public Annotated article(ArticleId id) {
    return articles.computeIfAbsent(id, asked::article);
  }
}

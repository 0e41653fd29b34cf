package org.stemma.link;

import java.util.SortedSet;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;

/** What linking asks of the articles that are held. Answers may come from a database. */
public interface Neighbourhood {
  /**
   * The articles that have any of some keys, by id. Keys that more than {@code most} articles have
   * are passed over.
   */
  SortedSet<ArticleId> holders(long[] anyOf, int most);

  /** Number of articles that have this key. */
  int frequency(long key);

  /**
   * In how many weeks a paragraph stands in articles of one outlet: the greatest such number over
   * all outlets. An undated article counts as a week of its own.
   */
  int recurrence(long paragraph);

  /** An article that is held. */
  Annotated article(ArticleId id);
}

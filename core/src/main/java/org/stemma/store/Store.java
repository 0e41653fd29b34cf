package org.stemma.store;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Outcome;

/**
 * Keeps a desk. What was kept is visible at once to the thread that keeps, to all others at the
 * latest when {@link #commit} returns, and is there after a power cut from then on. One writer at a
 * time; any number of threads may read, also while one writes.
 *
 * <p>All methods throw {@link StoreException} when the medium fails. Where one of {@link #keep},
 * {@link #note}, {@link #decide} and {@link #commit} throws it, all that was kept since the last
 * commit is forgotten.
 */
public interface Store extends Articles, AutoCloseable {
  /** True when an article of this id was kept. */
  boolean holds(ArticleId id);

  /**
   * Keeps an article with all that was found for it.
   *
   * @throws IllegalArgumentException when its id is held already, or when a match or kinship ties
   *     it to an article that is not held; nothing of it is kept then
   */
  void keep(Entry entry);

  /** Keeps what became of a page, in the stead of what was noted of the same place before. */
  void note(Outcome outcome);

  /** Puts a decision behind those that were taken before. None is ever changed or taken out. */
  void decide(Decision decision);

  /**
   * Makes all that was kept since the last commit durable, in one step: all of it is there later,
   * or none.
   */
  void commit();

  /**
   * All articles, by id. Constant memory, also for the other walks. The action may read this store
   * and must not write to it.
   */
  void forEachArticle(Consumer<Annotated> action);

  /**
   * The articles that were kept since, in the order in which they were; without those of which
   * other threads may know nothing yet. The action must not ask or change this store.
   *
   * @param last what this method returned before, or 0 for all articles
   * @return what to ask with the next time
   */
  long forEachArticleSince(long last, Consumer<Annotated> action);

  /** Number of articles. */
  long size();

  /**
   * The articles that were kept last, the last first.
   *
   * @param limit the greatest number wanted, 0 or more
   */
  List<ArticleId> latest(int limit);

  /** The articles that have this key, by id. */
  List<ArticleId> holders(long key);

  /**
   * The articles that have any of some keys. Keys that more than {@code most} articles have are
   * passed over.
   */
  default SortedSet<ArticleId> holders(long[] anyOf, int most) {
    SortedSet<ArticleId> found = new TreeSet<>();
    for (long key : anyOf) {
      if (frequency(key) <= most) {
        found.addAll(holders(key));
      }
    }
    return found;
  }

  /** Number of articles that have this key. */
  int frequency(long key);

  /**
   * In how many weeks a paragraph stands in articles of one outlet: the greatest such number over
   * all outlets. An undated article counts as a week of its own, articles without an outlet as one
   * outlet. A story is copied within days; what an outlet prints week after week is its furniture.
   */
  int recurrence(long paragraph);

  /** The matches of an article with any other, by the other's id, then by position. */
  List<Match> matches(ArticleId id);

  /** All matches, by {@code a}, {@code b}, then position. */
  void forEachMatch(Consumer<Match> action);

  /** The kinships of an article's witnesses, by the other's id, then by position. */
  List<Kinship> kinships(ArticleId id);

  /** All kinships, by {@code a}, {@code b}, then position. */
  void forEachKinship(Consumer<Kinship> action);

  /**
   * What became of the pages that were read, in the order they were noted. Pages that were added
   * whole, or known, are not listed.
   */
  List<Outcome> outcomes();

  /** What people decided, in the order in which they did; a decision's number is its place. */
  List<Decision> decisions();

  /** Grows with every commit that changed something. */
  long revision();

  @Override
  void close();
}

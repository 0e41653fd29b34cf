package org.stemma.trace;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Origin;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/**
 * Says who took it from whom: the likeliest descent of all articles together, and how likely each
 * step of it is. What tells for a step: whether the source has all that the copy shares with
 * anybody, dates, credits, headlines, agencies. A second source is named for what the first does
 * not explain; an agency that is credited and not here is named as lost; where nothing decides,
 * that is said. A set function of its input. Thread-safe.
 */
public final class Tracer {
  /**
   * Traces some articles.
   *
   * @param reuse passages between any of them
   * @param statements statements with witnesses among them; their wordings count too
   */
  public Stemma trace(
      Collection<Annotated> articles, List<Reuse> reuse, List<Statement> statements) {
    return new Genealogy(articles, reuse, statements).stemma();
  }

  /**
   * In how many independent ways a statement came to those that have it. Articles are of one origin
   * when one has it from the other, when both have it from one agency, or are of one outlet.
   *
   * @param stemma of that statement
   * @param articles finds each article of the stemma
   * @return those that are decided first, then by their oldest article; every article of the stemma
   *     is in one
   */
  public List<Origin> origins(
      Statement statement, Stemma stemma, Function<ArticleId, Article> articles) {
    return new Origins(statement, stemma, articles).found();
  }
}

package org.stemma.trace;

import java.util.Collection;
import java.util.List;
import org.stemma.model.Annotated;
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
}

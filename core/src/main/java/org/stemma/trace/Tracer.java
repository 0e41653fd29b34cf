package org.stemma.trace;

import java.util.Collection;
import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/**
 * Says who took it from whom: for each article the one, or the few, that explain what it shares
 * with others. Dates decide the direction where they can; where they overlap or are missing, the
 * fuller text is taken for the source; where neither decides, that is said. A set function of its
 * input. Thread-safe.
 */
public final class Tracer {
  /**
   * Traces some articles.
   *
   * @param reuse passages between any of them
   * @param statements statements with witnesses among them; their shared alterations count
   */
  public Stemma trace(
      Collection<Annotated> articles, List<Reuse> reuse, List<Statement> statements) {
    return new Genealogy(articles, reuse, statements).stemma();
  }
}

package org.stemma.dispute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Statement;

/** Finds accounts that cannot all stand. Stateless and thread-safe. */
public final class Disputes {
  /**
   * All disputes among some articles: denials first, then rival figures, then sentences that
   * contradict one another, each in a fixed order.
   *
   * @param articles in any order; the result does not depend on it
   * @param statements all statements of these articles
   */
  public List<Dispute> among(Collection<Annotated> articles, List<Statement> statements) {
    Chronology chronology = new Chronology(articles);
    List<Dispute> disputes = new ArrayList<>(new Denials(chronology, statements).find());
    disputes.addAll(new RivalFigures(chronology, statements).find());
    disputes.addAll(new Contradictions(chronology).find(statements));
    return disputes;
  }
}

package org.stemma.dispute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Entities;
import org.stemma.model.Statement;

/** Finds accounts that cannot all stand. Stateless and thread-safe. */
public final class Disputes {
  /**
   * All disputes among some articles, by kind in the order of {@link Dispute.Kind}, each kind in a
   * fixed order.
   *
   * @param articles in any order; the result does not depend on it
   * @param statements all statements of these articles, and of no others
   * @param entities whom the names in these articles mean
   */
  public List<Dispute> among(
      Collection<Annotated> articles, List<Statement> statements, Entities entities) {
    Chronology chronology = new Chronology(articles);
    Events events = new Events(chronology.inOrder(), statements, entities);
    List<Dispute> disputes =
        new ArrayList<>(new Quarrels(chronology, events, statements, entities).find());
    List<Dispute> figures = new RivalFigures(chronology, events).find();
    disputes.addAll(figures);
    for (Dispute contradiction : new Contradictions(chronology).find(statements)) {
      if (figures.stream().noneMatch(told -> tellsAll(told, contradiction))) {
        disputes.add(contradiction);
      }
    }
    disputes.sort(Comparator.comparing(Dispute::kind));
    return disputes;
  }

  /** Two sentences that differ in a number are told once, as rival figures. */
  private static boolean tellsAll(Dispute figures, Dispute contradiction) {
    return contradiction.accounts().stream()
        .allMatch(
            wording ->
                figures.accounts().stream()
                    .anyMatch(
                        figure ->
                            figure.article().equals(wording.article())
                                && figure.span().overlaps(wording.span())));
  }
}

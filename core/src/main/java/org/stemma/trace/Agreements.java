package org.stemma.trace;

import java.util.List;
import java.util.Map;
import org.stemma.model.ArticleId;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.Collation;

/** Lays what articles share side by side, word by word. */
final class Agreements {
  /** Of a statement that more have, only those are compared that share a passage too. */
  private static final int MOST_WITNESSES = 40;

  private final Map<ArticleId, Leaf> leaves;

  Agreements(Map<ArticleId, Leaf> leaves) {
    this.leaves = leaves;
  }

  void add(List<Reuse> reuse, List<Statement> statements) {
    for (Reuse passage : reuse) {
      add(passage.a(), List.of(passage.aSpan()), passage.b(), List.of(passage.bSpan()));
    }
    for (Statement statement : statements) {
      List<Witness> witnesses = statement.witnesses();
      for (int i = 0; i < Math.min(MOST_WITNESSES, witnesses.size()); i++) {
        for (int j = i + 1; j < Math.min(MOST_WITNESSES, witnesses.size()); j++) {
          add(witnesses.get(i), witnesses.get(j));
        }
      }
    }
  }

  private void add(Witness one, Witness other) {
    if (!one.article().equals(other.article())
        && leaves.containsKey(one.article())
        && leaves.containsKey(other.article())) {
      add(one.article(), one.parts(), other.article(), other.parts());
    }
  }

  private void add(ArticleId a, List<Span> aParts, ArticleId b, List<Span> bParts) {
    Leaf one = leaves.get(a);
    Leaf other = leaves.get(b);
    Collation collation =
        Collation.of(one.article().text(), aParts, other.article().text(), bParts);
    for (Collation.Agreement run : collation.agreements()) {
      one.share(other, run.inA(), run.inB());
      other.share(one, run.inB(), run.inA());
    }
  }
}

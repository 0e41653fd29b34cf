package org.stemma.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/**
 * The stemmata that were asked for last. A page, its picture as a file and a list that counts
 * copies once ask for one again and again, and that of a wire story in hundreds of pages is seconds
 * of work. Thread-safe.
 */
final class Stemmata {
  /** Kept at most. */
  private static final int KEPT = 1_000;

  private record Traced(Statement statement, long revision, Stemma stemma) {}

  private final Map<String, Traced> byId =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Traced> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param revision of the record that the statement is of
   * @param trace makes it where none of this revision is kept
   */
  Stemma get(Statement statement, long revision, Function<Statement, Stemma> trace) {
    synchronized (byId) {
      Traced kept = byId.get(statement.id());
      if (kept != null && kept.revision() == revision && kept.statement().equals(statement)) {
        return kept.stemma();
      }
    }
    Stemma stemma = trace.apply(statement);
    synchronized (byId) {
      byId.put(statement.id(), new Traced(statement, revision, stemma));
    }
    return stemma;
  }
}

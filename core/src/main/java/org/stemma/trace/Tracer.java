package org.stemma.trace;

import java.util.Collection;
import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

public final class Tracer {
  public Stemma trace(
      Collection<Annotated> articles, List<Reuse> reuse, List<Statement> statements) {
    return new Stemma(List.of(), List.of(), List.of());
  }
}

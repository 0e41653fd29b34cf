package org.stemma.pipeline;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.LostSource;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/**
 * From whom an outlet took statements, and who took some from it, as the descent of each tells.
 *
 * @param from by whom they were had, those with most statements first
 * @param to by who took them, those with most statements first
 * @param traced how many of its shared statements were looked at
 */
public record Takings(List<Other> from, List<Other> to, int traced) {
  private static final Comparator<Other> MOST_FIRST =
      comparing((Other other) -> -other.statements().size()).thenComparing(Other::name);

  public Takings {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /**
   * An outlet at the other end.
   *
   * @param name of the outlet, or of an agency that is credited
   * @param isHeld false for an agency whose article the desk does not have
   * @param statements that went from one to the other
   */
  public record Other(String name, boolean isHeld, List<Statement> statements) {
    public Other {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Goes through the descent of statements.
   *
   * @param shared statements that the outlet carries, and others too
   */
  public static Takings of(
      String outlet,
      List<Statement> shared,
      Function<Statement, Stemma> descent,
      Function<ArticleId, Article> articles) {
    Map<String, List<Statement>> from = new LinkedHashMap<>();
    Map<String, List<Statement>> lost = new LinkedHashMap<>();
    Map<String, List<Statement>> to = new LinkedHashMap<>();
    for (Statement statement : shared) {
      Stemma stemma = descent.apply(statement);
      for (Edge edge : stemma.edges()) {
        String child = articles.apply(edge.child()).outlet().orElse("");
        String parent = articles.apply(edge.parent()).outlet().orElse("");
        if (!child.equals(parent)) {
          if (child.equals(outlet)) {
            put(from, parent, statement);
          } else if (parent.equals(outlet)) {
            put(to, child, statement);
          }
        }
      }
      for (LostSource source : stemma.lost()) {
        if (source.heirs().stream()
            .anyMatch(heir -> articles.apply(heir).outlet().orElse("").equals(outlet))) {
          put(lost, source.agency(), statement);
        }
      }
    }
    List<Other> sources = new ArrayList<>(others(from, true));
    sources.addAll(others(lost, false));
    sources.sort(MOST_FIRST);
    return new Takings(sources, others(to, true), shared.size());
  }

  /** A page that names no outlet is nobody to take from. */
  private static void put(Map<String, List<Statement>> others, String name, Statement statement) {
    if (!name.isEmpty()) {
      List<Statement> theirs = others.computeIfAbsent(name, n -> new ArrayList<>());
      if (!theirs.contains(statement)) {
        theirs.add(statement);
      }
    }
  }

  private static List<Other> others(Map<String, List<Statement>> others, boolean held) {
    return others.entrySet().stream()
        .map(entry -> new Other(entry.getKey(), held, entry.getValue()))
        .sorted(MOST_FIRST)
        .toList();
  }
}

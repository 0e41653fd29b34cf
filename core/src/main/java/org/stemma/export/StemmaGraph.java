package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.FoundDate;
import org.stemma.model.LostSource;
import org.stemma.model.Stemma;

/**
 * Writes a stemma as a {@link Graph}: articles and the agencies that none of them is from, with
 * edges along which the words went, from parent to child.
 */
public final class StemmaGraph {
  /** What the ids of lost sources begin with; no article's id holds a blank. */
  private static final String LOST = "lost ";

  private StemmaGraph() {}

  /**
   * Writes all of it.
   *
   * @param out closed at the end
   */
  public static void write(
      Graph.Kind kind, OutputStream out, Stemma stemma, Function<ArticleId, Article> articles)
      throws IOException {
    try (Graph graph =
        Graph.of(
            kind, out, List.of("kind", "outlet", "published", "address"), List.of("evidence"))) {
      for (ArticleId id : stemma.articles()) {
        Article article = articles.apply(id);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("kind", stemma.undecided().contains(id) ? "undecided" : "article");
        article.outlet().ifPresent(outlet -> attributes.put("outlet", outlet));
        article.published().map(FoundDate::value).ifPresent(d -> attributes.put("published", d));
        attributes.put("address", article.address());
        graph.node(
            id.value(), article.headline().or(article::outlet).orElse(id.value()), attributes);
      }
      for (LostSource lost : stemma.lost()) {
        graph.node(LOST + lost.agency(), lost.agency(), Map.of("kind", "lost"));
      }
      for (Edge edge : stemma.edges()) {
        graph.edge(
            edge.parent().value(),
            edge.child().value(),
            Math.max(edge.probability(), 0.01),
            Map.of("evidence", evidence(edge)));
      }
      for (LostSource lost : stemma.lost()) {
        for (ArticleId heir : lost.heirs()) {
          graph.edge(LOST + lost.agency(), heir.value(), 1, Map.of("evidence", "credit"));
        }
      }
    }
  }

  static String evidence(Edge edge) {
    return edge.evidence().stream()
        .map(e -> Cells.lower(e.kind()) + (e.detail().isBlank() ? "" : ": " + e.detail()))
        .collect(Collectors.joining("; "));
  }
}

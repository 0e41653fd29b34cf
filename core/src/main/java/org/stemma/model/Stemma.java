package org.stemma.model;

import java.util.List;

/**
 * Who took it from whom. Without cycles; an article can have several parents.
 *
 * @param articles oldest first, undated last
 * @param edges child to parent, both among {@code articles}
 * @param undecided articles that share words with others here, where neither dates nor texts tell
 *     who had them first; they have no edge to a parent, and are not called first either
 */
public record Stemma(List<ArticleId> articles, List<Edge> edges, List<ArticleId> undecided) {
  public Stemma {
    articles = List.copyOf(articles);
    edges = List.copyOf(edges);
    undecided = List.copyOf(undecided);
  }
}

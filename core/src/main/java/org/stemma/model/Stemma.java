package org.stemma.model;

import java.util.List;

/**
 * Who took it from whom. Without cycles; an article can have several parents.
 *
 * @param articles oldest first, undated last
 * @param edges child to parent, both among {@code articles}
 * @param lost sources that are not among the articles, by the agency's name; each article is heir
 *     to one at most, and heirs have no edge to a parent
 * @param undecided articles that share words with others here, where neither dates nor texts tell
 *     who had them first, or from whom they are; they have no edge to a parent, and are not called
 *     first either
 */
public record Stemma(
    List<ArticleId> articles, List<Edge> edges, List<LostSource> lost, List<ArticleId> undecided) {
  public Stemma {
    articles = List.copyOf(articles);
    edges = List.copyOf(edges);
    lost = List.copyOf(lost);
    undecided = List.copyOf(undecided);
  }
}

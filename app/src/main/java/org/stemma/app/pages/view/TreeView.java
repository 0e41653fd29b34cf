package org.stemma.app.pages.view;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.picture.Drawing;
import org.stemma.app.picture.Svg;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.LostSource;
import org.stemma.model.Origin;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/**
 * Who took a statement from whom, as a picture and in words.
 *
 * @param picture empty where one article has it
 * @param folded articles without a mark of their own in the picture
 * @param lost articles that have it from an agency whose own is not in the desk
 * @param undecided articles of which nobody can tell whom they took it from
 * @param more steps and articles that are not told in words
 * @param origins the independent ways by which it came to its outlets
 */
public record TreeView(
    Optional<Content> picture,
    int folded,
    List<EdgeLine> edges,
    List<LostLine> lost,
    List<LinkView> undecided,
    int more,
    List<OriginLine> origins) {
  /** Steps told in words, of each kind, unless all are asked for. */
  private static final int TOLD = 25;

  public TreeView {
    edges = List.copyOf(edges);
    lost = List.copyOf(lost);
    undecided = List.copyOf(undecided);
    origins = List.copyOf(origins);
  }

  /** One article that has it from an agency whose own article is not in the desk. */
  public record LostLine(LinkView heir, String agency) {}

  /** True where nothing tells that one took it from another. */
  public boolean isSilent() {
    return edges.isEmpty() && lost.isEmpty() && undecided.isEmpty();
  }

  static TreeView of(
      Statement statement,
      Stemma stemma,
      List<Origin> origins,
      Function<ArticleId, Article> articles,
      boolean all,
      String everything) {
    Function<ArticleId, LinkView> names = names(statement, stemma, articles);
    StemmaPicture picture = new StemmaPicture(statement, stemma, articles, !all, everything);
    List<LostLine> lost = new ArrayList<>();
    for (LostSource source : stemma.lost()) {
      source.heirs().forEach(h -> lost.add(new LostLine(names.apply(h), source.agency())));
    }
    List<Edge> edges = stemma.edges();
    int most = all ? Integer.MAX_VALUE : TOLD;
    int more =
        beyond(edges.size(), most)
            + beyond(lost.size(), most)
            + beyond(stemma.undecided().size(), most);
    return new TreeView(
        picture.isWorthShowing()
            ? Optional.of(content(picture.drawing(), "stemma"))
            : Optional.empty(),
        picture.hidden(),
        edges.stream().limit(most).map(e -> line(e, names)).toList(),
        lost.stream().limit(most).toList(),
        stemma.undecided().stream().limit(most).map(names).toList(),
        more,
        OriginLine.of(origins, names));
  }

  private static int beyond(int size, int most) {
    return Math.max(0, size - most);
  }

  static Content content(Drawing drawing, String name) {
    String svg = Svg.inline(drawing, name);
    return output -> output.writeContent(svg);
  }

  private static EdgeLine line(Edge edge, Function<ArticleId, LinkView> names) {
    return new EdgeLine(
        names.apply(edge.child()),
        names.apply(edge.parent()),
        StemmaPicture.evidence(edge) + "; " + Phrases.likely(edge.probability()));
  }

  /**
   * Names each article by its outlet, by its date too where the outlet has several, and leads to
   * the place of the statement in it.
   */
  private static Function<ArticleId, LinkView> names(
      Statement statement, Stemma stemma, Function<ArticleId, Article> articles) {
    Map<ArticleId, String> places = new HashMap<>();
    statement.witnesses().forEach(w -> places.putIfAbsent(w.article(), Links.witness(w)));
    Map<String, Integer> outlets = new HashMap<>();
    for (ArticleId id : stemma.articles()) {
      outlets.merge(Links.outletName(articles.apply(id)), 1, Integer::sum);
    }
    return id -> {
      Article article = articles.apply(id);
      String outlet = Links.outletName(article);
      boolean several = outlets.getOrDefault(outlet, 0) > 1;
      String date = several ? " (" + Phrases.published(article) + ")" : "";
      return new LinkView(outlet + date, places.getOrDefault(id, Links.article(id)));
    };
  }
}

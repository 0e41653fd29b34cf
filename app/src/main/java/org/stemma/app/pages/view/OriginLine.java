package org.stemma.app.pages.view;

import java.util.List;
import java.util.function.Function;
import org.stemma.model.ArticleId;
import org.stemma.model.Origin;

/**
 * One origin of a statement, with the articles that have it from there.
 *
 * @param articles the oldest first
 * @param more how many are not named
 * @param why they count as one, or why they do not count
 */
public record OriginLine(List<LinkView> articles, int more, String why) {
  private static final int NAMED = 12;

  public OriginLine {
    articles = List.copyOf(articles);
  }

  /** A line for each. */
  static List<OriginLine> of(List<Origin> origins, Function<ArticleId, LinkView> names) {
    boolean onlyOne = origins.size() == 1;
    return origins.stream().map(origin -> of(origin, onlyOne, names)).toList();
  }

  private static OriginLine of(
      Origin origin, boolean onlyOne, Function<ArticleId, LinkView> names) {
    List<ArticleId> all = origin.articles();
    List<LinkView> named = all.stream().limit(NAMED).map(names).toList();
    return new OriginLine(named, all.size() - named.size(), why(origin, onlyOne));
  }

  private static String why(Origin origin, boolean onlyOne) {
    if (!origin.isDecided()) {
      return "nobody can tell who had it first"
          + (onlyOne ? "; counted as one" : ", or from whom; not counted");
    }
    if (origin.agency().isPresent()) {
      return "from the copy of " + origin.agency().get();
    }
    return origin.articles().size() == 1
        ? "nothing tells that it took it from another"
        : "one from the other, or of one outlet";
  }
}

package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An article with the attributions found in it.
 *
 * @param attributions by the start of their content; all spans lie in the article's text
 */
public record Annotated(Article article, List<Attribution> attributions) {
  public Annotated {
    requireNonNull(article, "article");
    attributions = List.copyOf(attributions);
    int length = article.text().length();
    for (Attribution a : attributions) {
      for (List<Span> spans : List.of(a.source(), a.cue(), a.content())) {
        if (!spans.isEmpty() && spans.get(spans.size() - 1).end() > length) {
          throw new IllegalArgumentException(
              "attribution " + a + " ends beyond the text of article " + article.id());
        }
      }
    }
  }
}

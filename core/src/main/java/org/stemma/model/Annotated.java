package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An article with what was found in it.
 *
 * @param attributions by the start of their content; all spans lie in the article's text
 * @param names in text order, none overlaps another; all lie in the article's text
 */
public record Annotated(Article article, List<Attribution> attributions, List<Name> names) {
  public Annotated {
    requireNonNull(article, "article");
    attributions = List.copyOf(attributions);
    names = List.copyOf(names);
    int length = article.text().length();
    for (Attribution a : attributions) {
      checkInside(a, article, length);
      a.nested().forEach(inner -> checkInside(inner, article, length));
    }
    int end = 0;
    for (Name name : names) {
      if (name.span().start() < end) {
        throw new IllegalArgumentException(
            name + " must stand behind the names before it in article " + article.id());
      }
      end = name.span().end();
      if (end > length) {
        throw new IllegalArgumentException(
            name + " ends beyond the text of article " + article.id());
      }
    }
  }

  private static void checkInside(Attribution a, Article article, int length) {
    for (List<Span> spans : List.of(a.source(), a.cue(), a.content())) {
      if (!spans.isEmpty() && spans.get(spans.size() - 1).end() > length) {
        throw new IllegalArgumentException(
            "attribution " + a + " ends beyond the text of article " + article.id());
      }
    }
  }

  /** An article in which no names were looked for. */
  public Annotated(Article article, List<Attribution> attributions) {
    this(article, attributions, List.of());
  }

  /**
   * What was found, with what is known of the article now.
   *
   * @param other the article with the same text
   */
  public Annotated withArticle(Article other) {
    return new Annotated(other, attributions, names);
  }
}

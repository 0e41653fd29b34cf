package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * An article with what was found in it.
 *
 * @param attributions by the start of their content; all spans lie in the article's text
 * @param names in text order, none overlaps another; all lie in the article's text
 * @param figures in text order, none overlaps another; all lie in the article's text
 * @param times in text order, none overlaps another; all lie in the article's text
 */
public record Annotated(
    Article article,
    List<Attribution> attributions,
    List<Name> names,
    List<Figure> figures,
    List<TimeMention> times) {
  public Annotated {
    requireNonNull(article, "article");
    attributions = List.copyOf(attributions);
    names = List.copyOf(names);
    int length = article.text().length();
    for (Attribution a : attributions) {
      checkInside(a, article, length);
      a.nested().forEach(inner -> checkInside(inner, article, length));
    }
    figures = List.copyOf(figures);
    times = List.copyOf(times);
    inOrder(article, names, Name::span);
    inOrder(article, figures, Figure::span);
    inOrder(article, times, TimeMention::span);
    for (Figure figure : figures) {
      for (Span words : figure.counted().stream().toList()) {
        within(article, figure, words);
      }
      for (Span place : figure.place().stream().toList()) {
        within(article, figure, place);
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

  /** An article in which neither figures nor times were looked for. */
  public Annotated(Article article, List<Attribution> attributions, List<Name> names) {
    this(article, attributions, names, List.of(), List.of());
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
    return new Annotated(other, attributions, names, figures, times);
  }

  private static <T> void inOrder(Article article, List<T> found, Function<T, Span> place) {
    int end = 0;
    for (T one : found) {
      Span span = place.apply(one);
      if (span.start() < end) {
        throw new IllegalArgumentException(
            one + " must stand behind those before it in article " + article.id());
      }
      end = span.end();
      within(article, one, span);
    }
  }

  private static void within(Article article, Object found, Span span) {
    if (span.end() > article.text().length()) {
      throw new IllegalArgumentException(
          found + " ends beyond the text of article " + article.id());
    }
  }
}

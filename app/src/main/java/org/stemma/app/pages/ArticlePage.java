package org.stemma.app.pages;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.ArticleView;
import org.stemma.app.pages.view.CorrectArticleView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;

/** An article with its attributions marked in place. */
final class ArticlePage {
  /** Offsets in UTF-16 code units, as in {@code ?at=120-180}. */
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  private final Shelf shelf;
  private final Templates templates;

  ArticlePage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  Answer show(String id, Optional<String> at) {
    Annotated annotated =
        id(id)
            .flatMap(shelf::article)
            .orElseThrow(() -> Refusal.notFound("The desk holds no article of this id."));
    ArticleId known = annotated.article().id();
    ArticleView view =
        ArticleView.of(
            annotated,
            shelf.statementsIn(known),
            shelf.reuseOf(known),
            at.flatMap(ArticlePage::span),
            shelf::outlets,
            shelf::known);
    return templates.page(
        "article", view.title(), view, Map.of("correct", CorrectArticleView.of(annotated, shelf)));
  }

  private static Optional<ArticleId> id(String value) {
    try {
      return Optional.of(new ArticleId(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Span> span(String text) {
    Matcher numbers = SPAN.matcher(text);
    if (!numbers.matches()) {
      return Optional.empty();
    }
    int start = Integer.parseInt(numbers.group(1));
    int end = Integer.parseInt(numbers.group(2));
    return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
  }
}

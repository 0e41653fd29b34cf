package org.stemma.dispute;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import org.stemma.model.Act;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * One side of a dispute, as one article tells it.
 *
 * @param span where it stands in the article's text
 * @param speaker who says so; {@link Speaker.Unknown} where no attribution was found
 * @param act what the speaker does; empty where no attribution was found
 * @param figure the number told, for rival figures
 */
public record Account(
    ArticleId article, Span span, Speaker speaker, Optional<Act> act, OptionalLong figure) {
  public Account {
    requireNonNull(article, "article");
    requireNonNull(span, "span");
    requireNonNull(speaker, "speaker");
    requireNonNull(act, "act");
    requireNonNull(figure, "figure");
  }
}

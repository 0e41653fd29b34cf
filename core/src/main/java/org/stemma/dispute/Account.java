package org.stemma.dispute;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.stemma.model.Act;
import org.stemma.model.ArticleId;
import org.stemma.model.Figure;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * One side of a dispute, as one article tells it.
 *
 * @param span where it stands in the article's text
 * @param sentence the whole sentence, or sentences, in which it stands; covers {@code span}
 * @param speaker who says so; {@link Speaker.Unknown} where no attribution was found
 * @param act what the speaker does; empty where no attribution was found
 * @param via whom the outlet credits for having it, outermost first
 * @param figure the number told; there for {@link Side#FIGURE} and for nothing else
 */
public record Account(
    ArticleId article,
    Span span,
    Span sentence,
    Speaker speaker,
    Optional<Act> act,
    List<String> via,
    Side side,
    Optional<Figure> figure) {
  /** On which side it stands. */
  public enum Side {
    ACCUSATION,
    DENIAL,
    /** What another attacks. */
    STATEMENT,
    /** One of several numbers for one thing. */
    FIGURE,
    /** One of two sentences of which one negates the other, or changes its number. */
    WORDING
  }

  public Account {
    requireNonNull(article, "article");
    requireNonNull(span, "span");
    requireNonNull(sentence, "sentence");
    requireNonNull(speaker, "speaker");
    requireNonNull(act, "act");
    via = List.copyOf(via);
    requireNonNull(side, "side");
    requireNonNull(figure, "figure");
    if (!sentence.contains(span)) {
      throw new IllegalArgumentException("sentence " + sentence + " must cover " + span);
    }
    if (figure.isPresent() != (side == Side.FIGURE)) {
      throw new IllegalArgumentException("an account of a figure, and only such, has a figure");
    }
  }

  /** Made of the article's id and of where it begins there. */
  public String id() {
    return article.value() + "-" + span.start();
  }
}

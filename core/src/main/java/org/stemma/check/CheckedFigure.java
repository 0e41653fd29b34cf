package org.stemma.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/**
 * A number of a draft beside the numbers that the record has of what may be the same: the same
 * thing counted, in articles that tell of the same.
 *
 * @param figure in the draft, with the words that say what is counted
 * @param sentence of the draft in which it stands
 * @param agreeing numbers on record that can stand beside it, the newest first
 * @param rivals numbers on record that cannot, the newest first
 */
public record CheckedFigure(
    Span figure, Span sentence, List<Recorded> agreeing, List<Recorded> rivals) {
  public CheckedFigure {
    requireNonNull(figure, "figure");
    requireNonNull(sentence, "sentence");
    agreeing = List.copyOf(agreeing);
    rivals = List.copyOf(rivals);
    if (agreeing.isEmpty() && rivals.isEmpty()) {
      throw new IllegalArgumentException("a figure that the record tells nothing of");
    }
  }

  /**
   * A number on record.
   *
   * @param span in the article's text, with the words that say what is counted
   * @param sentence in which it stands; covers {@code span}
   * @param speaker who says so; {@link Speaker.Unknown} where the outlet does in its own voice
   */
  public record Recorded(ArticleId article, Span span, Span sentence, Speaker speaker) {
    public Recorded {
      requireNonNull(article, "article");
      requireNonNull(span, "span");
      requireNonNull(speaker, "speaker");
      if (!sentence.contains(span)) {
        throw new IllegalArgumentException("sentence " + sentence + " must cover " + span);
      }
    }
  }
}

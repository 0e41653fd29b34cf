package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Locus;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * What a reader can put right about a statement, and what was put right.
 *
 * @param done decisions about its witnesses that hold, the newest first
 * @param witnesses each by its id
 */
public record CorrectStatementView(
    String id,
    List<DecisionLine> done,
    List<CorrectArticleView.Option> witnesses,
    List<String> speakers) {
  /** Longest words of a witness in a list to choose from, in code units. */
  private static final int WORDS = 70;

  public CorrectStatementView {
    done = List.copyOf(done);
    witnesses = List.copyOf(witnesses);
    speakers = List.copyOf(speakers);
  }

  /** All that can be put right, and was. */
  public static CorrectStatementView of(Statement statement, Shelf shelf) {
    Set<ArticleId> articles =
        statement.witnesses().stream().map(Witness::article).collect(Collectors.toSet());
    List<CorrectArticleView.Option> witnesses = new ArrayList<>();
    for (Witness witness : statement.witnesses()) {
      if (witnesses.size() < CorrectArticleView.OFFERED) {
        Article article = shelf.known(witness.article());
        witnesses.add(
            new CorrectArticleView.Option(
                witness.id(),
                Links.outletName(article)
                    + ", "
                    + witness.speaker().label()
                    + ": "
                    + Phrases.shortened(witness.span().in(article.text()), WORDS)));
      }
    }
    return new CorrectStatementView(
        statement.id(),
        DecisionLine.holding(
            shelf.decisions(), shelf, decision -> isAbout(decision, statement, articles)),
        witnesses,
        CorrectArticleView.names(articles, shelf));
  }

  private static boolean isAbout(Decision decision, Statement statement, Set<ArticleId> articles) {
    return switch (decision.kind()) {
      case SET_DATE, SET_OUTLET -> articles.containsAll(decision.articles());
      default -> decision.places().stream().anyMatch(place -> isIn(place, statement));
    };
  }

  private static boolean isIn(Locus place, Statement statement) {
    return statement.witnesses().stream()
        .anyMatch(
            witness ->
                witness.article().equals(place.article())
                    && (witness.span().contains(place.offset())
                        // An attribution begins with its quotation mark, a witness behind it.
                        || witness.span().start() == place.offset() + 1));
  }
}

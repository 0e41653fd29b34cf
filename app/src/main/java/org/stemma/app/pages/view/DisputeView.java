package org.stemma.app.pages.view;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;

/**
 * Accounts that cannot all stand, side by side.
 *
 * @param label "an accusation and its denial"
 * @param accounts oldest first, undated last
 */
public record DisputeView(String label, List<Side> accounts) {
  public DisputeView {
    accounts = List.copyOf(accounts);
  }

  /**
   * One side.
   *
   * @param figure the number told; empty where none is disputed
   * @param href into the article where it stands
   */
  public record Side(
      String speaker,
      String act,
      String figure,
      String words,
      String href,
      String outlet,
      DateView date) {}

  /** Longest wording shown, in code units. */
  private static final int WORDS = 260;

  /**
   * @param articles finds each article of the dispute
   */
  public static DisputeView of(Dispute dispute, Function<ArticleId, Article> articles) {
    String label =
        switch (dispute.kind()) {
          case DENIAL -> "An accusation and its denial";
          case RIVAL_FIGURES -> "Rival figures";
        };
    return new DisputeView(label, dispute.accounts().stream().map(a -> side(a, articles)).toList());
  }

  private static Side side(Account account, Function<ArticleId, Article> articles) {
    Article article = articles.apply(account.article());
    OptionalLong figure = account.figure();
    boolean ownVoice = account.act().isEmpty();
    return new Side(
        ownVoice ? Links.outletName(article) : account.speaker().label(),
        account.act().map(Phrases::act).orElse("no speaker found"),
        figure.isPresent() ? Phrases.number(figure.getAsLong()) : "",
        Phrases.shortened(account.span().in(article.text()), WORDS),
        Links.passage(account.article(), account.span()),
        Links.outletName(article),
        DateView.published(article));
  }
}

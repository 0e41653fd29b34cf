package org.stemma.app.pages.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
   * @param via whom the outlet credits, as a phrase; may be empty
   * @param note which account took its place, or that its page carries no other side; may be empty
   */
  public record Side(
      String speaker,
      String act,
      String figure,
      String words,
      String href,
      String outlet,
      String via,
      String note,
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
          case RIVAL_FIGURES ->
              "Rival figures, from "
                  + plain(dispute.lowest().orElseThrow())
                  + " to "
                  + plain(dispute.highest().orElseThrow());
          case CONTRADICTION -> "A statement and its contrary";
        };
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < dispute.accounts().size(); i++) {
      sides.add(side(dispute, i, articles));
    }
    return new DisputeView(label, sides);
  }

  private static Side side(Dispute dispute, int index, Function<ArticleId, Article> articles) {
    Account account = dispute.accounts().get(index);
    Article article = articles.apply(account.article());
    boolean ownVoice = account.act().isEmpty();
    return new Side(
        ownVoice ? Links.outletName(article) : account.speaker().label(),
        account.act().map(Phrases::act).orElse("no speaker found"),
        account.figure().map(figure -> plain(figure.value())).orElse(""),
        Phrases.shortened(account.sentence().in(article.text()), WORDS),
        Links.passage(account.article(), account.span()),
        Links.outletName(article),
        Phrases.via(account.via()),
        note(dispute, index),
        DateView.published(article));
  }

  private static String note(Dispute dispute, int index) {
    for (Dispute.Update update : dispute.updates()) {
      if (update.earlier() == index) {
        return "updated later by the same source";
      }
    }
    Account.Side only = dispute.oneSided().get(dispute.accounts().get(index).article());
    if (only == null) {
      return "";
    }
    return only == Account.Side.DENIAL ? "carries only the denial" : "carries only the accusation";
  }

  private static String plain(BigDecimal number) {
    return Phrases.number(number.longValue());
  }
}

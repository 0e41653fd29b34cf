package org.stemma.app.pages.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Span;

/**
 * Accounts that cannot all stand, side by side.
 *
 * @param id of the section on the page
 * @param label "an accusation and its denial"
 * @param accounts oldest first, undated last
 */
public record DisputeView(String id, String label, List<Side> accounts) {
  public DisputeView {
    accounts = List.copyOf(accounts);
  }

  /**
   * One side.
   *
   * @param speakerHref the speaker's page; empty where the speaker is not named
   * @param side "accusation", "denial"; empty for figures and wordings
   * @param figure the number told; empty where none is disputed
   * @param words the sentence, with the account marked in it
   * @param href into the article where it stands
   * @param via whom the outlet credits, as a phrase; may be empty
   * @param note which account took its place, or that its page carries no other side; may be empty
   */
  public record Side(
      String speaker,
      String speakerHref,
      String act,
      String side,
      String figure,
      MarkedText words,
      String href,
      String outlet,
      String via,
      String note,
      DateView date) {}

  /** Longest sentence shown in full, in code units. */
  private static final int LONGEST = 600;

  /**
   * @param articles finds each article of the dispute
   * @param entities whom the articles mean
   */
  public static DisputeView of(
      Dispute dispute, Function<ArticleId, Article> articles, Entities entities) {
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < dispute.accounts().size(); i++) {
      sides.add(side(dispute, i, articles, entities));
    }
    return new DisputeView(dispute.id(), label(dispute), sides);
  }

  static String label(Dispute dispute) {
    return switch (dispute.kind()) {
      case DENIAL -> "An accusation and its denial";
      case DENIED_CLAIM -> "A claim and its denial";
      case COUNTER_ACCUSATION -> "Each accuses the other";
      case ATTACKED_STATEMENT -> "A statement, and who attacks it";
      case RIVAL_FIGURES ->
          "Rival figures, from "
              + plain(dispute.lowest().orElseThrow())
              + " to "
              + plain(dispute.highest().orElseThrow());
      case CONTRADICTION -> "A statement and its contrary";
    };
  }

  /** Longest sentence that names a dispute, in code units. */
  private static final int NAMED_BY = 110;

  /**
   * A dispute in one line: its kind, and the sentence of one account.
   *
   * @param which the account to name it by, the first for which it holds
   */
  static LinkView link(
      Dispute dispute, Function<ArticleId, Article> articles, Predicate<Account> which) {
    Account account =
        dispute.accounts().stream().filter(which).findFirst().orElse(dispute.accounts().get(0));
    String words = account.span().in(articles.apply(account.article()).text());
    return new LinkView(
        label(dispute) + ": " + Phrases.shortened(words, NAMED_BY), "/disputes#" + dispute.id());
  }

  private static Side side(
      Dispute dispute, int index, Function<ArticleId, Article> articles, Entities entities) {
    Account account = dispute.accounts().get(index);
    Article article = articles.apply(account.article());
    boolean ownVoice = account.act().isEmpty();
    return new Side(
        ownVoice ? Links.outletName(article) : account.speaker().label(),
        Links.speaker(account.article(), account.speaker(), entities),
        account.act().map(Phrases::act).orElse("no speaker found"),
        side(account.side()),
        account.figure().map(figure -> plain(figure.value())).orElse(""),
        words(account, article.text()),
        Links.passage(account.article(), account.span()),
        Links.outletName(article),
        Phrases.via(account.via()),
        note(dispute, index),
        DateView.published(article));
  }

  private static String side(Account.Side side) {
    return switch (side) {
      case FIGURE, WORDING -> "";
      default -> side.name().toLowerCase(Locale.ROOT);
    };
  }

  private static MarkedText words(Account account, String text) {
    Span shown = account.sentence().length() <= LONGEST ? account.sentence() : account.span();
    if (shown.length() > LONGEST) {
      shown = new Span(shown.start(), shown.start() + LONGEST);
    }
    return MarkedText.of(text, shown, List.of(Mark.plain(account.span(), Layer.SOUGHT)));
  }

  private static String note(Dispute dispute, int index) {
    for (Dispute.Update update : dispute.updates()) {
      if (update.earlier() == index) {
        Account newer = dispute.accounts().get(update.later());
        return "updated later by the same source: "
            + newer.figure().map(figure -> plain(figure.value())).orElseThrow();
      }
    }
    Account.Side only = dispute.oneSided().get(dispute.accounts().get(index).article());
    if (only == null) {
      return "";
    }
    return "carries only the " + side(only);
  }

  private static String plain(BigDecimal number) {
    return Phrases.number(number.longValue());
  }
}

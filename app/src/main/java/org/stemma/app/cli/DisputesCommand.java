package org.stemma.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Article;
import org.stemma.model.Speaker;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma disputes}: accounts that cannot all stand, side by side. */
@Command(
    name = "disputes",
    description = {"Sets rival accounts side by side.", ""},
    footer = {
      "",
      "Out:  accusations and claims with their denials, accusations that are returned,",
      "      statements that are attacked, and numbers of one event that differ, each",
      "      with who says so, outlet, date and the sentence; which one was updated;",
      "      who carries only one side. Which of them is right is not said.",
      "Exit status 1: no dispute is on record.",
      "",
      "Example:",
      "  ./stemma disputes --desk /tmp/ferry"
    })
final class DisputesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DeskOption desk;
  @Mixin private AnswerOptions answer;
  @Mixin private HelpOption help;

  DisputesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Desk record = desk.open()) {
      List<Dispute> disputes = record.disputes();
      ArticlesAtHand articles = new ArticlesAtHand(record);
      if (answer.json()) {
        RecordJson json = new RecordJson(Shelf.of(record), Offsets.CODEPOINTS);
        terminal.json(Map.of("disputes", disputes.stream().map(json::dispute).toList()));
      } else if (disputes.isEmpty()) {
        terminal.print("No dispute is on record.");
      } else {
        text(disputes, articles);
      }
      return disputes.isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
    }
  }

  private void text(List<Dispute> disputes, ArticlesAtHand articles) {
    Sheet sheet = new Sheet(terminal);
    for (int i = 0; i < disputes.size(); i++) {
      if (i > 0) {
        sheet.blank();
      }
      Dispute dispute = disputes.get(i);
      sheet.heading(heading(dispute));
      for (int k = 0; k < dispute.accounts().size(); k++) {
        sheet.blank();
        account(sheet, dispute, k, articles);
      }
    }
  }

  private static String heading(Dispute dispute) {
    return switch (dispute.kind()) {
      case DENIAL -> "Accused, and denied";
      case DENIED_CLAIM -> "Said, and denied";
      case COUNTER_ACCUSATION -> "Each accuses the other";
      case ATTACKED_STATEMENT -> "Said, and attacked for it";
      case RIVAL_FIGURES ->
          "Different numbers, from "
              + dispute.lowest().orElseThrow()
              + " to "
              + dispute.highest().orElseThrow();
      case CONTRADICTION -> "One says it, another the contrary";
    };
  }

  private static void account(Sheet sheet, Dispute dispute, int index, ArticlesAtHand articles) {
    Account account = dispute.accounts().get(index);
    Article article = articles.apply(account.article());
    String figure =
        account.figure().map(f -> f.span().in(article.text()) + " (" + f.head() + "): ").orElse("");
    sheet.entry(index + 1, figure + speaker(account));
    sheet.field("words", "\"" + Words.plain(account.sentence().in(article.text())) + "\"");
    if (!account.via().isEmpty()) {
      sheet.field("via", String.join(", citing ", account.via()));
    }
    for (Dispute.Update update : dispute.updates()) {
      if (update.earlier() == index) {
        sheet.field("updated", "by " + (update.later() + 1));
      }
    }
    Account.Side only = dispute.oneSided().get(account.article());
    if (only != null) {
      sheet.field("carries", "only the " + only.name().toLowerCase(Locale.ROOT));
    }
    sheet.field("outlet", Phrases.outlet(article) + ", " + Phrases.published(article));
    sheet.field("address", article.address());
  }

  /** Who says so and what for an act it is, where an attribution was found. */
  private static String speaker(Account account) {
    if (account.act().isEmpty()) {
      return "no speaker found";
    }
    String act = account.act().get().name().toLowerCase(Locale.ROOT);
    String speaker =
        account.speaker() instanceof Speaker.Unknown ? "not named" : account.speaker().label();
    return speaker + " (" + act + ")";
  }
}

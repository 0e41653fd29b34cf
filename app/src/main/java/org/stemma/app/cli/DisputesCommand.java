package org.stemma.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
      "Out:  accusations with their denials, and numbers of dead that differ, each",
      "      with who says so, outlet, date and the words. Which of them is right is",
      "      not said.",
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
        new RecordJson(terminal.out(), articles).disputes(disputes);
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
      sheet.heading(
          dispute.kind() == Dispute.Kind.DENIAL
              ? "Accused, and denied"
              : "Different numbers of dead");
      for (int k = 0; k < dispute.accounts().size(); k++) {
        sheet.blank();
        account(sheet, k + 1, dispute.accounts().get(k), articles);
      }
    }
  }

  private static void account(Sheet sheet, int number, Account account, ArticlesAtHand articles) {
    Article article = articles.apply(account.article());
    String figure = account.figure().isPresent() ? account.figure().getAsLong() + " dead: " : "";
    sheet.entry(number, figure + speaker(account));
    sheet.field("words", "\"" + Words.plain(account.span().in(article.text())) + "\"");
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

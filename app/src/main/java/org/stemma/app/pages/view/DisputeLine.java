package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;

/**
 * A dispute that a statement takes part in.
 *
 * @param link to its place among the disputes
 * @param who the speakers of its accounts
 */
public record DisputeLine(LinkView link, String who) {
  /** Speakers named. */
  private static final int NAMED = 4;

  /**
   * @param disputes all of the desk's, in the order of their page
   * @param page how many of them stand on one page
   */
  public static List<DisputeLine> of(Statement statement, List<Dispute> disputes, int page) {
    List<DisputeLine> lines = new ArrayList<>();
    for (int i = 0; i < disputes.size(); i++) {
      Dispute dispute = disputes.get(i);
      if (dispute.accounts().stream().anyMatch(account -> isOf(statement, account))) {
        String href =
            "/disputes" + (i < page ? "" : "?page=" + (i / page + 1)) + "#" + dispute.id();
        lines.add(new DisputeLine(new LinkView(DisputeView.label(dispute), href), who(dispute)));
      }
    }
    return lines;
  }

  private static boolean isOf(Statement statement, Account account) {
    return statement.witnesses().stream()
        .anyMatch(w -> w.article().equals(account.article()) && w.span().overlaps(account.span()));
  }

  private static String who(Dispute dispute) {
    List<String> speakers =
        dispute.accounts().stream()
            .map(Account::speaker)
            .filter(Speaker.Named.class::isInstance)
            .map(Speaker::label)
            .distinct()
            .toList();
    return Phrases.list(speakers.subList(0, Math.min(NAMED, speakers.size())));
  }
}

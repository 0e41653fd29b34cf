package org.stemma.app.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.json.JsonOutput;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.export.Table;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Figure;
import org.stemma.text.CodePoints;

/** Disputes as a table: one row an account, those of one dispute beneath one another. */
final class DisputeTable implements Closeable {
  private static final List<String> COLUMNS =
      List.of(
          "dispute",
          "kind",
          "side",
          "speaker",
          "act",
          "figure",
          "counted",
          "replaced_by",
          "only_side",
          "outlet",
          "published",
          "via",
          "words",
          "sentence",
          "article",
          "begin",
          "end",
          "address");

  private final Table table;
  private final Function<ArticleId, Article> articles;

  DisputeTable(Table.Kind kind, OutputStream out, Function<ArticleId, Article> articles)
      throws IOException {
    this.table = Table.of(kind, out, "disputes", COLUMNS);
    this.articles = articles;
  }

  void add(Dispute dispute) throws IOException {
    for (int i = 0; i < dispute.accounts().size(); i++) {
      row(dispute, i);
    }
  }

  private void row(Dispute dispute, int index) throws IOException {
    Account account = dispute.accounts().get(index);
    Article article = articles.apply(account.article());
    CodePoints points = new CodePoints(article.text());
    Optional<Account> newer =
        dispute.updates().stream()
            .filter(update -> update.earlier() == index)
            .map(update -> dispute.accounts().get(update.later()))
            .findFirst();
    table.row(
        List.of(
            dispute.id(),
            JsonOutput.name(dispute.kind()),
            JsonOutput.name(account.side()),
            account.speaker().label(),
            account.act().map(JsonOutput::name).orElse(""),
            account.figure().<Object>map(Figure::value).orElse(""),
            account.figure().map(Figure::head).orElse(""),
            newer.map(Account::id).orElse(""),
            dispute.oneSided().containsKey(account.article()),
            article.outlet().orElse(""),
            Table.published(article),
            String.join("; ", account.via()),
            account.span().in(article.text()),
            account.sentence().in(article.text()),
            account.article().value(),
            points.before(account.span().start()),
            points.before(account.span().end()),
            article.address()));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

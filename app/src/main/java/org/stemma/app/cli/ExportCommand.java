package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.ArticleJson;
import org.stemma.app.json.JsonOutput;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.dispute.Dispute;
import org.stemma.export.AttributionTable;
import org.stemma.export.ReuseExport;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma export}: the record for other programs. */
@Command(
    name = "export",
    description = {"Writes the record for other programs.", ""},
    footer = {
      "",
      "Out:  reuse         passages that two articles share",
      "      statements    each witness of each statement, with its family and changes",
      "      stemma        who took from whom, as child and parent",
      "      attributions  who said what, article by article, and the names in it; as",
      "                    csv the attributions alone",
      "      disputes      accounts that cannot all stand; as csv one row an account",
      "      Tables in csv open in spreadsheet programs.",
      "      Positions count characters (Unicode code points) from 0, end not included.",
      "",
      "Example:",
      "  ./stemma export attributions --format csv --desk /tmp/ferry"
    })
final class ExportCommand implements Callable<Integer> {
  enum What {
    REUSE,
    STATEMENTS,
    STEMMA,
    ATTRIBUTIONS,
    DISPUTES
  }

  enum Format {
    JSONL,
    CSV
  }

  private final Terminal terminal;

  @Parameters(
      paramLabel = "WHAT",
      arity = "1",
      description = "reuse, statements, stemma, attributions or disputes.")
  private What what;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (default), or csv for attributions and disputes.")
  private Format format;

  @Mixin private DeskOption desk;
  @Mixin private HelpOption help;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (format == Format.CSV && what != What.ATTRIBUTIONS && what != What.DISPUTES) {
      throw CommandFailed.wrongUse(
          "Only attributions and disputes come as csv; the others are jsonl.");
    }
    try (Desk record = desk.open()) {
      switch (what) {
        case ATTRIBUTIONS -> attributions(record);
        case REUSE -> reuse(record);
        case STATEMENTS -> statements(record);
        case STEMMA -> stemma(record);
        case DISPUTES -> disputes(record);
      }
    }
    return ExitStatus.DONE;
  }

  private void attributions(Desk record) throws IOException {
    if (format == Format.CSV) {
      try (AttributionTable table = new AttributionTable(writer())) {
        for (Article article : record.articles()) {
          table.add(annotated(record, article.id()));
        }
      }
    } else {
      ArticleJson json = new ArticleJson(terminal.out(), Offsets.CODEPOINTS);
      record.articles().forEach(a -> json.writeAttributions(annotated(record, a.id()), false));
      json.finish();
    }
  }

  private void disputes(Desk record) throws IOException {
    ArticlesAtHand articles = new ArticlesAtHand(record);
    if (format == Format.CSV) {
      try (DisputeTable table = new DisputeTable(writer(), articles)) {
        for (Dispute dispute : record.disputes()) {
          table.add(dispute);
        }
      }
    } else {
      RecordJson json = new RecordJson(Shelf.of(record), Offsets.CODEPOINTS);
      JsonOutput out = new JsonOutput(terminal.out());
      List<Dispute> disputes = record.disputes();
      disputes.forEach(dispute -> out.write(json.dispute(dispute)));
      out.finish(!disputes.isEmpty());
    }
  }

  private void reuse(Desk record) throws IOException {
    try (ReuseExport out = lines(record)) {
      record.forEachReuse(
          reuse -> {
            try {
              out.passage(reuse);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private void statements(Desk record) throws IOException {
    try (ReuseExport out = lines(record)) {
      for (Statement statement : record.statements()) {
        out.quotes(statement);
      }
    }
  }

  private void stemma(Desk record) throws IOException {
    try (ReuseExport out = lines(record)) {
      out.edges(record.stemma());
    }
  }

  private ReuseExport lines(Desk record) throws IOException {
    return new ReuseExport(writer(), id -> annotated(record, id).article().text());
  }

  private Writer writer() {
    return new OutputStreamWriter(terminal.out(), UTF_8);
  }

  private static Annotated annotated(Desk record, ArticleId id) {
    return record.article(id).orElseThrow();
  }
}

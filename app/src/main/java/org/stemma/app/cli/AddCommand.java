package org.stemma.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.ReadingReport;
import org.stemma.read.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma add}: pages into a desk. */
@Command(
    name = "add",
    description = {"Reads pages into a desk. The same pages twice change nothing.", ""},
    footer = {
      "",
      "In:   scraped pages, or articles as 'stemma read' writes them. An address on",
      "      the command line is fetched: http and https, where robots.txt allows it,",
      "      a host once a second, at most 10 MB. Addresses that lead to private",
      "      networks are never fetched, nor are those that stand in pages, files or",
      "      feeds.",
      "Out:  what became of them. A page that cannot be read is named with the reason;",
      "      the others go on. What was reported as done is kept, whatever happens.",
      "",
      "Example:",
      "  ./stemma add examples/desk --desk /tmp/ferry"
    })
final class AddCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PlacesOrAddresses places;
  @Mixin private DeskOption desk;
  @Mixin private ModelOption model;
  @Mixin private AnswerOptions answer;
  @Mixin private ReportOption reported;
  @Mixin private HelpOption help;

  AddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> wanted = places.atLeastOne();
    try (Desk record = desk.openOrMake(model.effort())) {
      Pages pages = Pages.open(wanted, terminal.in(), places.fetching());
      ReadingReport report = reported.during(told -> new Adding(terminal).run(record, pages, told));
      if (answer.json()) {
        ReportJson.added(report, terminal);
      } else {
        terminal.print(Adding.summary(report) + " Desk: " + desk.folder());
      }
      boolean nothing = report.added() + report.known() == 0 && report.skipped() > 0;
      return nothing ? ExitStatus.FAILED : ExitStatus.DONE;
    }
  }
}

package org.stemma.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma open}: pages into a desk, and the browser on the result. */
@Command(
    name = "open",
    description = {"Reads pages into a desk and opens the browser on the result.", ""},
    footer = {
      "",
      "In:   scraped pages; none, to look at the desk as it is.",
      "Out:  the address of the pages, which stay until Ctrl-C.",
      "",
      "Example:",
      "  ./stemma open examples/desk --desk /tmp/ferry"
    })
final class OpenCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private Places places;
  @Mixin private DeskOption desk;
  @Mixin private ServerOptions server;
  @Mixin private HelpOption help;

  OpenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    server.port();
    List<String> wanted = places.given();
    Desk record = desk.openOrMake();
    if (!wanted.isEmpty()) {
      terminal.say(Adding.summary(new Adding(terminal).run(record, wanted)));
    }
    Serving serving = new Serving(terminal, server);
    Optional<Integer> running = serving.ifRunning(desk.folder(), true);
    if (running.isPresent()) {
      record.close();
      return running.get();
    }
    return serving.run(record, desk.folder(), true, () -> {});
  }
}

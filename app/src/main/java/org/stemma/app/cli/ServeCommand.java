package org.stemma.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma serve}: the pages of a desk, on this machine alone. */
@Command(
    name = "serve",
    description = {"Serves the pages of a desk to the browsers of this machine.", ""},
    footer = {
      "",
      "Out:  the address of the pages. They are for this machine alone (loopback) and",
      "      stay until Ctrl-C. No browser is opened; 'stemma open' does that. A desk",
      "      that is served already is left at its address; where the usual port is",
      "      taken, another one is.",
      "",
      "Example:",
      "  ./stemma serve --desk /tmp/ferry --port 7878"
    })
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DeskOption desk;
  @Mixin private ServerOptions server;
  @Mixin private HelpOption help;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    server.port();
    Serving serving = new Serving(terminal, server);
    Path folder = desk.folder();
    return serving
        .ifRunning(folder, false)
        .orElseGet(() -> serving.run(desk.openOrMake(), folder, false, () -> {}));
  }
}

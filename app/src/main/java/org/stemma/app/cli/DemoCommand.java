package org.stemma.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma demo}: the sample desk in the browser. */
@Command(
    name = "demo",
    description = {"Reads the sample desk and opens the browser on it.", ""},
    footer = {
      "",
      "In:   nothing: a dozen invented articles about one invented affair.",
      "Out:  the address of the pages, which stay until Ctrl-C. The desk is made anew",
      "      each time and taken away at the end, unless --desk names a folder for it.",
      "",
      "Example:",
      "  ./stemma demo"
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DeskOption desk;
  @Mixin private ServerOptions server;
  @Mixin private HelpOption help;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    server.port();
    Path scratch = Files.createTempDirectory("stemma-demo-");
    Runnable sweep = () -> SamplePages.delete(scratch);
    try {
      Path pages = SamplePages.copyTo(scratch.resolve("pages"));
      Path folder = desk.named().orElse(scratch.resolve("desk"));
      Desk record = Desk.open(folder);
      terminal.say("The sample desk: an invented ferry, invented outlets, real habits.");
      terminal.say(Adding.summary(new Adding(terminal).run(record, List.of(pages.toString()))));
      return new Serving(terminal, server).run(record, folder, true, sweep);
    } catch (IOException | RuntimeException e) {
      sweep.run();
      throw e;
    }
  }
}

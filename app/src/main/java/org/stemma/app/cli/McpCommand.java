package org.stemma.app.cli;

import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.mcp.ToolServer;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stemma mcp}: the record as tools for assistants. */
@Command(
    name = "mcp",
    description = {
      "Answers an assistant's questions about a desk over the Model Context Protocol.",
      ""
    },
    footer = {
      "",
      "In:   the protocol's messages on standard input; an assistant's program starts",
      "      this command and writes them.",
      "Out:  the answers on standard output. The tools are trace, check, search,",
      "      statement and disputes; they only read. Each answer has the ids and",
      "      addresses to cite, and says that what it quotes was written by others.",
      "",
      "Example:",
      "  ./stemma mcp --desk /tmp/ferry"
    })
final class McpCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DeskOption desk;
  @Mixin private HelpOption help;

  McpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Desk record = desk.open()) {
      new ToolServer(Shelf.of(record), Main.version()).run(terminal.in(), terminal.out());
    }
    return ExitStatus.DONE;
  }
}

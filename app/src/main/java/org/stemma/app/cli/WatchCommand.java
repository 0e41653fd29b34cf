package org.stemma.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Watch;
import org.stemma.read.Fetching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma watch}: follows feeds. */
@Command(
    name = "watch",
    description = {
      "Follows feeds and folders: their new pages go into a desk, again and again.",
      ""
    },
    footer = {
      "",
      "In:   addresses of feeds, and folders. Fetched are the feeds and the pages that",
      "      their entries lead to: http and https, where robots.txt allows it, a host",
      "      once a second, at most 10 MB. Private networks are never reached, and no",
      "      other links are followed. Of a folder the files are read that came or",
      "      changed since the last round.",
      "Out:  a line for each feed and round, until Ctrl-C. What it tells of is kept,",
      "      whatever happens then; what was fetched before is not fetched again. The",
      "      page \"What is followed\" shows it, too.",
      "",
      "Example:",
      "  ./stemma watch https://paper.example/feed.xml --every 30m --desk /tmp/ferry"
    })
final class WatchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PLACE",
      arity = "1..*",
      description = "A feed: https://..., or a folder.")
  private List<String> feeds = List.of();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "15m",
      description = "From round to round (default: 15m): 90s, 15m, 2h or 1d; at least 1m.")
  private String every = "";

  @Option(names = "--once", description = "One round only, for use by cron.")
  private boolean once;

  @Mixin private DeskOption desk;
  @Mixin private HelpOption help;

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Duration time = Interval.of(every);
    List<String> named = feeds.stream().map(WatchCommand::place).distinct().toList();
    WatchText text = new WatchText(terminal, named, ZoneId.systemDefault());
    // A desk that cannot be used is told of before anything is fetched.
    desk.openOrMake().close();
    Watch watch = Watch.of(desk.folder(), Fetching.allowed());
    if (once) {
      return watch.round(named, text::visit) ? ExitStatus.DONE : ExitStatus.FAILED;
    }
    watch.follow(named, time, text::visit);
    return ExitStatus.DONE;
  }

  private static String place(String named) {
    if (Places.isAddress(named)) {
      return named.strip();
    }
    try {
      Path folder = Path.of(named);
      if (Files.isDirectory(folder)) {
        return folder.toAbsolutePath().normalize().toString();
      }
    } catch (InvalidPathException e) {
      // Then it is no folder.
    }
    throw CommandFailed.wrongUse(
        "\""
            + named
            + "\" is no address of a feed, which starts with https:// or http://, and no folder.");
  }
}

package org.stemma.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.stemma.app.desk.Shelf;
import org.stemma.app.export.Exports;
import org.stemma.app.export.Format;
import org.stemma.app.export.Wanted;
import org.stemma.app.export.What;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Filter;
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
      "Out:  attributions  who said what, article by article: jsonl (with the names,",
      "                    figures and dates in it), csv, xlsx, annotations (W3C)",
      "      statements    each witness of each statement, with what it changed: jsonl,",
      "                    csv, xlsx, passim, claims (schema.org), csl (references)",
      "      speakers      who is quoted, under all names: jsonl, csv, xlsx",
      "      disputes      accounts that cannot all stand: jsonl, csv, xlsx",
      "      reuse         passages that two articles share: jsonl, csv, xlsx",
      "      stemma        who took from whom: jsonl, graphml, gexf, prov (PROV-O)",
      "      quotes        which outlet quotes whom, how often: graphml, gexf",
      "      Positions count characters (Unicode code points) from 0, end not included.",
      "      A statement is chosen by one witness, a dispute by one account, of which",
      "      all that is asked for holds; all the others of it come along.",
      "",
      "Example:",
      "  ./stemma export attributions --format csv --desk /tmp/ferry"
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "WHAT",
      arity = "1",
      description = "attributions, statements, speakers, disputes, reuse, stemma or quotes.")
  private What what;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of those below; without it the first of them.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; without it, standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--speaker", paramLabel = "NAME", description = "Only what this one said.")
  private Optional<String> speaker = Optional.empty();

  @Option(names = "--outlet", paramLabel = "NAME", description = "Only what this outlet carried.")
  private Optional<String> outlet = Optional.empty();

  @Option(names = "--from", paramLabel = "DAY", description = "Only from this day on: 2031-05-04.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DAY", description = "Only up to this day.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--act", paramLabel = "ACT", description = "Only such acts: say, deny, accuse...")
  private Optional<String> act = Optional.empty();

  @Option(
      names = "--words",
      paramLabel = "WORDS",
      description = "Only what has all these words in its content.")
  private Optional<String> words = Optional.empty();

  @Option(
      names = "--statement",
      paramLabel = "ID",
      description = "Only the stemma of this statement.")
  private Optional<String> statement = Optional.empty();

  @Mixin private DeskOption desk;
  @Mixin private HelpOption help;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Format chosen = format.orElseGet(() -> what.formats().iterator().next());
    if (chosen.isBinary() && out.isEmpty() && terminal.outIsTerminal()) {
      throw CommandFailed.wrongUse("This format is no text: name a file with --out.");
    }
    Filter filter = sensible(() -> filter(chosen));
    try (Desk record = desk.open()) {
      Exports export =
          sensible(
              () ->
                  new Exports(
                      Shelf.of(record),
                      what,
                      chosen,
                      new Wanted(filter, Optional.empty(), Optional.empty(), statement)));
      if (out.isPresent()) {
        file(export, out.get());
        terminal.say("Written: " + out.get() + ".");
      } else {
        export.writeTo(terminal.out());
      }
    }
    return ExitStatus.DONE;
  }

  /** What can be told to be wrong before a desk is opened. */
  private Filter filter(Format chosen) {
    what.requireFormat(chosen);
    Map<String, Optional<String>> given =
        Map.of(
            "speaker", speaker, "outlet", outlet, "from", from, "to", to, "act", act, "words",
            words);
    return Filter.of(given::get);
  }

  private static <T> T sensible(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUse(e.getMessage());
    }
  }

  /** Under the name that was given there is never half a file. */
  private static void file(Exports export, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw CommandFailed.wrongUse(file + " is a folder; name a file.");
    }
    Path whole = file.toAbsolutePath();
    Path part = Files.createTempFile(whole.getParent(), "stemma-", ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        export.writeTo(stream);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}

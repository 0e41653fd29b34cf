package org.stemma.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.check.CheckReport;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stemma check}: a draft's quotations against the record. */
@Command(
    name = "check",
    description = {"Compares the quotations of a draft with the record.", ""},
    footer = {
      "",
      "In:   a draft as plain text, from a file or standard input (-).",
      "Out:  each quotation with a verdict (verbatim, altered, truncated,",
      "      misattributed, not on record), the nearest wording on record, and what",
      "      changed. Words in [brackets] differ. Never a word on whether it is true.",
      "Exit status 0: all quotations are verbatim; 1: at least one is not.",
      "",
      "Example:",
      "  ./stemma check examples/draft.md --desk /tmp/ferry"
    })
final class CheckCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  /** A draft is written by people: more is a mistaken file name. */
  private static final int LONGEST_DRAFT_BYTES = 16 << 20;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "DRAFT",
      arity = "1",
      description = "A text file, or - for standard input.")
  private String draft = "";

  @Mixin private DeskOption desk;
  @Mixin private AnswerOptions answer;
  @Mixin private HelpOption help;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String text = Decoded.text(bytes());
    if (text.isBlank()) {
      throw CommandFailed.wrongUse("The draft " + name() + " is empty.");
    }
    try (Desk record = desk.open()) {
      CheckReport report = record.check(text);
      ArticlesAtHand articles = new ArticlesAtHand(record);
      if (answer.json()) {
        terminal.json(new RecordJson(Shelf.of(record), Offsets.CODEPOINTS).report(report));
      } else {
        new CheckText(new Sheet(terminal), articles).report(report);
      }
      return report.allVerbatim() ? ExitStatus.DONE : ExitStatus.NO;
    }
  }

  private String name() {
    return draft.equals(STANDARD_INPUT) ? "on standard input" : draft;
  }

  private byte[] bytes() throws IOException {
    byte[] bytes;
    if (draft.equals(STANDARD_INPUT)) {
      bytes = terminal.in().readNBytes(LONGEST_DRAFT_BYTES + 1);
    } else {
      Path file = Path.of(draft);
      if (!Files.isRegularFile(file)) {
        throw CommandFailed.wrongUse("There is no file \"" + draft + "\" to check.");
      }
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes(LONGEST_DRAFT_BYTES + 1);
      }
    }
    if (bytes.length > LONGEST_DRAFT_BYTES) {
      throw CommandFailed.wrongUse("The draft " + name() + " is larger than 16 MB.");
    }
    return bytes;
  }
}

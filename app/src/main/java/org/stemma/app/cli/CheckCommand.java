package org.stemma.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.JsonOutput;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.app.pages.CheckDocument;
import org.stemma.check.CheckReport;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Drafts;
import org.stemma.read.UnreadableDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma check}: a draft's quotations against the record. */
@Command(
    name = "check",
    description = {"Compares the quotations of a draft with the record.", ""},
    footer = {
      "",
      "In:   a draft as plain text, Markdown, HTML or Word document (.docx), from a",
      "      file or standard input (-).",
      "Out:  each quotation with a verdict (verbatim, altered, truncated,",
      "      misattributed, not on record), gravest first and numbered as in the draft;",
      "      the nearest wording on record, what changed, and how the speaker goes on",
      "      where the draft leaves a \"but\" out. Words in [brackets] differ. Then names",
      "      and figures that the record has otherwise. Never a word on whether it is",
      "      true.",
      "Exit status 0: all quotations are verbatim; 1: at least one is not.",
      "",
      "Example:",
      "  ./stemma check examples/draft.md --desk /tmp/ferry --report check.html"
    })
final class CheckCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON,
    HTML
  }

  private static final String STANDARD_INPUT = "-";

  /** A draft is written by people: more is a mistaken file name. */
  private static final int LONGEST_DRAFT_BYTES = 16 << 20;

  private final Terminal terminal;

  @Parameters(paramLabel = "DRAFT", arity = "1", description = "A file, or - for standard input.")
  private String draft = "";

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Also writes the check to FILE, as HTML that can be mailed and printed; as JSON where the"
              + " name ends in .json.")
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), made for reading; json, one value; or html, one page.")
  private Format format;

  @Mixin private DeskOption desk;
  @Mixin private HelpOption help;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String text = text();
    try (Desk record = desk.open()) {
      CheckReport report = record.check(text);
      ArticlesAtHand articles = new ArticlesAtHand(record);
      switch (format) {
        case TEXT -> new CheckText(new Sheet(terminal), articles).report(report);
        case JSON -> terminal.json(json(record).report(report));
        case HTML -> write(terminal.out(), html(report, articles));
      }
      if (!file.isEmpty()) {
        saveReport(record, report, articles);
      }
      return report.allVerbatim() ? ExitStatus.DONE : ExitStatus.NO;
    }
  }

  private void saveReport(Desk record, CheckReport report, ArticlesAtHand articles) {
    boolean asJson = file.toLowerCase(Locale.ROOT).endsWith(".json");
    byte[] document =
        asJson ? JsonOutput.document(json(record).report(report)) : html(report, articles);
    try (OutputStream out = Files.newOutputStream(Path.of(file))) {
      write(out, document);
    } catch (InvalidPathException e) {
      throw CommandFailed.wrongUse("\"" + file + "\" is no name for a file.");
    } catch (NoSuchFileException e) {
      throw CommandFailed.failed(
          "The report could not be written to " + file + ": there is no such folder.", e);
    } catch (IOException e) {
      throw CommandFailed.failed(
          "The report could not be written to " + file + ": " + e.getMessage() + ".", e);
    }
  }

  private static RecordJson json(Desk record) {
    return new RecordJson(Shelf.of(record), Offsets.CODEPOINTS);
  }

  private static byte[] html(CheckReport report, ArticlesAtHand articles) {
    return CheckDocument.html(report, articles).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, byte[] document) throws IOException {
    out.write(document);
    out.flush();
  }

  private String text() throws IOException {
    try {
      return Drafts.text(draft, bytes());
    } catch (UnreadableDraft e) {
      throw CommandFailed.wrongUse("The draft " + name() + " cannot be read. " + e.getMessage());
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

package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.DecisionLine;
import org.stemma.export.DecisionLines;
import org.stemma.model.Decision;
import org.stemma.pipeline.Desk;

/** The log of decisions, and the answer to one that is taken. */
final class DecisionOutput {
  private final Terminal terminal;

  DecisionOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Shows the whole log, the oldest first; returns the exit status. */
  int log(Desk record, SpeakersCommand.LogFormat format) {
    List<Decision> decisions = record.decisions();
    if (format == SpeakersCommand.LogFormat.JSONL) {
      byte[] lines = DecisionLines.write(decisions).getBytes(UTF_8);
      terminal.out().write(lines, 0, lines.length);
    } else if (decisions.isEmpty()) {
      terminal.print("Nothing was decided.");
    } else {
      List<DecisionLine> lines = new ArrayList<>(DecisionLine.of(decisions, Shelf.of(record)));
      Collections.reverse(lines);
      lines.forEach(this::line);
    }
    return decisions.isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
  }

  private void line(DecisionLine line) {
    Sheet sheet = new Sheet(terminal);
    sheet.entry(line.number(), line.words());
    sheet.field(
        "at",
        line.at()
            + (line.holds() ? "" : ", taken back")
            + (line.holds() && line.waits() ? ", waits for an article that is not held" : ""));
  }

  /** Takes a decision and says what it is. */
  int decided(Desk record, Decision decision, String what) {
    try {
      int number = record.decide(decision);
      terminal.print("Decision " + number + ": " + Words.plain(what));
      return ExitStatus.DONE;
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUse(e.getMessage());
    }
  }

  /** Takes a decision and says it as the log does. */
  int decided(Desk record, Decision decision) {
    try {
      int number = record.decide(decision);
      String words = DecisionLine.of(record.decisions(), Shelf.of(record)).get(0).words();
      terminal.print("Decision " + number + ": " + Words.plain(words));
      return ExitStatus.DONE;
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUse(e.getMessage());
    }
  }
}

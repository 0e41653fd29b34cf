package org.stemma.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma trace}: who said it, where it stands, who changed what. */
@Command(
    name = "trace",
    description = {"Finds where something was said, by whom, and who changed what.", ""},
    footer = {
      "",
      "In:   some words of it, in any wording that is on record.",
      "Out:  the statement and its witnesses, oldest first: outlet, date and where the",
      "      date was read, speaker, what changed and the words, address; then who took",
      "      it from whom. Words in [brackets] differ from the wording compared with.",
      "Exit status 1: nothing on record holds these words.",
      "",
      "Example:",
      "  ./stemma trace \"we had the lights on\" --desk /tmp/ferry"
    })
final class TraceCommand implements Callable<Integer> {
  /** Statements that are named after the first one, so that the answer fits a screen. */
  private static final int MENTIONED = 5;

  /** How copies of one story are counted. */
  enum Copies {
    ALL,
    ONCE
  }

  private final Terminal terminal;

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "Some words of the statement.")
  private List<String> words = List.of();

  @Option(
      names = "--all",
      description = "Shows every statement that holds them, not the best only.")
  private boolean all;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description =
          "Also draws who took the best statement from whom, to FILE: .svg or .png by its ending.")
  private String picture = "";

  @Option(
      names = "--copies",
      paramLabel = "COUNT",
      defaultValue = "all",
      description =
          "all (default) counts every outlet; once also says how many are independent of each"
              + " other, and which are not.")
  private Copies copies;

  @Mixin private DeskOption desk;
  @Mixin private AnswerOptions answer;
  @Mixin private HelpOption help;

  TraceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String wanted = String.join(" ", words).strip();
    if (wanted.isEmpty()) {
      throw CommandFailed.wrongUse("No words were given to look for.");
    }
    PictureFile file = PictureFile.named(picture);
    try (Desk record = desk.open()) {
      List<Statement> found = record.trace(wanted);
      if (!found.isEmpty()) {
        Statement best = found.get(0);
        file.draw(best, record.stemmaOf(best), new ArticlesAtHand(record));
      }
      if (answer.json()) {
        json(record, wanted, found);
      } else {
        text(record, wanted, found);
      }
      return found.isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
    }
  }

  private List<Statement> shown(List<Statement> found) {
    return all ? found : found.subList(0, Math.min(1, found.size()));
  }

  private void json(Desk record, String wanted, List<Statement> found) {
    RecordJson json = new RecordJson(Shelf.of(record), Offsets.CODEPOINTS);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("words", wanted);
    answer.put("statements", shown(found).stream().map(json::statementWithStemma).toList());
    terminal.json(answer);
  }

  private void text(Desk record, String wanted, List<Statement> found) {
    if (found.isEmpty()) {
      terminal.print("Nothing on record holds the words \"" + Words.plain(wanted) + "\".");
      return;
    }
    Sheet sheet = new Sheet(terminal);
    TraceText text = new TraceText(sheet, new ArticlesAtHand(record));
    List<Statement> shown = shown(found);
    for (Statement statement : shown) {
      Stemma stemma = record.stemmaOf(statement);
      text.statement(statement, stemma);
      if (copies == Copies.ONCE) {
        text.origins(statement, record.outlets(statement), record.origins(statement, stemma));
      }
    }
    List<Statement> others = found.subList(shown.size(), found.size());
    if (!others.isEmpty()) {
      String count = Words.count(others.size(), "other statement holds", "other statements hold");
      sheet.heading(count + " words of it (--all shows them like this)");
      others.stream().limit(MENTIONED).forEach(text::mention);
    }
  }
}

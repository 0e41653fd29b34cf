package org.stemma.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.pipeline.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma speakers}: who speaks, under which names; and what people decide about it. */
@Command(
    name = "speakers",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {"Lists who is quoted, each under all names, and keeps what you decide.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "In:   a speaker is named by the id that the list shows, or by a name that only",
      "      one has. Names that you know to be of one can stand in the file names.txt",
      "      in the desk's folder, one person or body a line; it is read when the desk",
      "      is opened:",
      "        Karim Hadun = Abu Salim = The Falcon   # this is passed over",
      "Out:  without a command, the list. Each decision lasts, also when pages are read",
      "      again, and has a number: 'log' shows all, 'revert' takes one back.",
      "",
      "Example:",
      "  ./stemma speakers --desk /tmp/ferry"
    })
final class SpeakersCommand implements Callable<Integer> {
  /** Speakers that are listed without {@code --all}, so that the answer fits a few screens. */
  private static final int LISTED = 40;

  enum LogFormat {
    TEXT,
    JSONL
  }

  private final Terminal terminal;

  @Mixin private DeskOption desk;
  @Mixin private AnswerOptions answer;
  @Mixin private HelpOption help;

  SpeakersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return list(List.of(), false, desk, answer, help);
  }

  @Command(
      name = "list",
      description = {"Lists who is quoted, those with the most statements first.", ""},
      footer = {
        "",
        "Out:  name, id, other names, number of statements. With NAME each article that",
        "      has one of the names, by the id that 'split' takes, and why they are one.",
        "Exit status 1: nobody is found.",
        "",
        "Example:",
        "  ./stemma speakers list Brel --desk /tmp/ferry"
      })
  int list(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "Only those who have these words in a name.")
          List<String> words,
      @Option(names = "--all", description = "Lists all of them, not the first 40.") boolean all,
      @Mixin DeskOption desk,
      @Mixin AnswerOptions answer,
      @Mixin HelpOption help) {
    try (Desk record = open(desk)) {
      String wanted = words == null ? "" : String.join(" ", words);
      List<Entity> found =
          record.speakers().stream().filter(e -> SpeakerText.isCalled(e, wanted)).toList();
      boolean whole = all || answer.json() || !wanted.isEmpty();
      List<Entity> shown = whole ? found : found.subList(0, Math.min(LISTED, found.size()));
      if (answer.json()) {
        RecordJson json = new RecordJson(Shelf.of(record), Offsets.CODEPOINTS);
        terminal.json(Map.of("speakers", shown.stream().map(json::entity).toList()));
      } else {
        new SpeakerText(terminal).speakers(shown, found.size(), !wanted.isEmpty(), record);
      }
      return found.isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
    }
  }

  @Command(
      name = "merge",
      description = {"Says that two or more speakers are one.", ""},
      footer = {
        "",
        "Example:",
        "  ./stemma speakers merge \"Ada Lund\" \"A. Lund\" --desk /tmp/ferry"
      })
  int merge(
      @Parameters(paramLabel = "SPEAKER", arity = "2..*", description = "By id or by name.")
          List<String> speakers,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    try (Desk record = open(desk)) {
      List<String> ids = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (String speaker : speakers) {
        Entity entity = entity(speaker, record);
        if (!ids.contains(entity.id())) {
          ids.add(entity.id());
          names.add(entity.name());
        }
      }
      if (ids.size() < 2) {
        throw CommandFailed.wrongUse("These are one speaker already: " + names.get(0) + ".");
      }
      return decided(
          record,
          new Decision.Merge(Decision.now(), ids),
          String.join(" and ", names) + " are one.");
    }
  }

  @Command(
      name = "split",
      description = {"Says that some articles mean another speaker by the same name.", ""},
      footer = {
        "",
        "Out:  what is split off is one speaker of its own; pages that come later do not",
        "      join it by themselves.",
        "",
        "Example:",
        "  ./stemma speakers split ARTICLE~ada-lund --desk /tmp/ferry"
      })
  int split(
      @Parameters(
              paramLabel = "ID",
              arity = "1..*",
              description = "As 'list NAME' shows them, one for each article.")
          List<String> ids,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    try (Desk record = open(desk)) {
      return decided(
          record,
          new Decision.Split(Decision.now(), ids),
          Words.count(ids.size(), "article means", "articles mean") + " another speaker.");
    }
  }

  @Command(
      name = "rename",
      description = {"Says under which name a speaker is to be shown.", ""},
      footer = {
        "",
        "Example:",
        "  ./stemma speakers rename Brel \"Colonel Tomas Brel\" --desk /tmp/ferry"
      })
  int rename(
      @Parameters(paramLabel = "SPEAKER", description = "By id or by name.") String speaker,
      @Parameters(paramLabel = "NAME", description = "The name to show.") String name,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    if (name.isBlank()) {
      throw CommandFailed.wrongUse("The new name is empty.");
    }
    try (Desk record = open(desk)) {
      Entity entity = entity(speaker, record);
      return decided(
          record,
          new Decision.Rename(Decision.now(), entity.id(), name.strip()),
          entity.name() + " is shown as " + name.strip() + ".");
    }
  }

  @Command(
      name = "not-a-person",
      description = {"Says that something was taken for a speaker and is none.", ""},
      footer = {
        "",
        "Example:",
        "  ./stemma speakers not-a-person \"Corran Sound\" --desk /tmp/ferry"
      })
  int notAPerson(
      @Parameters(paramLabel = "SPEAKER", description = "By id or by name.") String speaker,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    try (Desk record = open(desk)) {
      Entity entity = entity(speaker, record);
      return decided(
          record,
          new Decision.NotASpeaker(Decision.now(), entity.id()),
          entity.name() + " is no speaker.");
    }
  }

  @Command(
      name = "log",
      description = {"Shows what was decided, the oldest first.", ""},
      footer = {
        "",
        "Out:  number, what, when, also of what 'stemma correct' decided. As jsonl one",
        "      decision a line: number, at, decision, holds, and the fields of its kind.",
        "Exit status 1: nothing was decided.",
        "",
        "Example:",
        "  ./stemma speakers log --format jsonl --desk /tmp/ferry"
      })
  int log(
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text (default), made for reading, or jsonl.")
          LogFormat format,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    try (Desk record = open(desk)) {
      return new DecisionOutput(terminal).log(record, format);
    }
  }

  @Command(
      name = "revert",
      description = {"Takes a decision back; a reverting one, too.", ""},
      footer = {"", "Example:", "  ./stemma speakers revert 2 --desk /tmp/ferry"})
  int revert(
      @Parameters(paramLabel = "NUMBER", description = "Of the decision, as 'log' shows it.")
          int number,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    if (number < 1) {
      throw CommandFailed.wrongUse("Decisions are numbered from 1, not " + number + ".");
    }
    try (Desk record = open(desk)) {
      return decided(
          record,
          new Decision.Revert(Decision.now(), number),
          "decision " + number + " no longer holds.");
    }
  }

  /** The desk may be named before or behind the command. */
  private Desk open(DeskOption behind) {
    return behind.openElse(desk);
  }

  private int decided(Desk record, Decision decision, String what) {
    return new DecisionOutput(terminal).decided(record, decision, what);
  }

  /** The one whom the user names. */
  static Entity entity(String named, Desk record) {
    Optional<Entity> byId = record.entities().byId(named);
    if (byId.isPresent()) {
      return byId.get();
    }
    List<Entity> called =
        record.speakers().stream().filter(e -> SpeakerText.hasName(e, named)).toList();
    if (called.isEmpty()) {
      called = record.entities().all().stream().filter(e -> SpeakerText.hasName(e, named)).toList();
    }
    if (called.isEmpty()) {
      throw CommandFailed.wrongUse(
          "Nobody is called \"" + named + "\": 'stemma speakers list --all' shows all names.");
    }
    if (called.size() > 1) {
      String ids = String.join(", ", called.stream().map(Entity::id).toList());
      throw CommandFailed.wrongUse(
          called.size() + " are called \"" + named + "\"; name one by its id: " + ids + ".");
    }
    return called.get(0);
  }
}

package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.export.DecisionLines;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Stretches;
import org.stemma.pipeline.TakenOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stemma correct}: what a person knows better than the machine. */
@Command(
    name = "correct",
    synopsisSubcommandLabel = "COMMAND",
    description = {"Puts right what was read or found wrongly, for good.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "In:   articles and witnesses by the ids that 'trace' shows; a witness's id names",
      "      what is said there, too. Speakers are put right with 'stemma speakers'.",
      "Out:  the number of the decision. It lasts, also when pages are read again, and",
      "      where two contradict one another the later holds. 'log' shows all,",
      "      'revert' takes one back, 'import' takes over those of another desk.",
      "",
      "Example:",
      "  ./stemma correct date ARTICLE 2031-05-04 --desk /tmp/ferry",
      "  ./stemma correct split WITNESS --desk /tmp/ferry",
      "  ./stemma correct log --format jsonl --desk /tmp/ferry > decisions.jsonl"
    })
final class CorrectCommand implements Callable<Integer> {
  /** Longest name of an outlet, in code units. */
  private static final int NAME = 200;

  private static final Pattern OFFSETS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final int MOST_BYTES = 32 << 20;

  private final Terminal terminal;

  @Mixin private DeskOption desk;
  @Mixin private HelpOption help;

  CorrectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Without a command the log, which is where one begins to correct a correction. */
  @Override
  public Integer call() {
    return log(SpeakersCommand.LogFormat.TEXT, desk, help);
  }

  @Command(
      name = "date",
      description = {"Sets the day on which an article was published.", ""},
      footer = {"", "Example:", "  ./stemma correct date ARTICLE 2031-05-04 --desk /tmp/ferry"})
  int date(
      @Parameters(paramLabel = "ARTICLE", description = "By its id.") String article,
      @Parameters(
              paramLabel = "DATE",
              description = "2031-05-04, or with an hour 2031-05-04T10:15+02:00.")
          String date,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(desk, record -> new Decision.SetDate(Decision.now(), id(article), date.strip()));
  }

  @Command(
      name = "outlet",
      description = {"Sets the outlet of an article.", ""},
      footer = {
        "",
        "Example:",
        "  ./stemma correct outlet ARTICLE \"Quay Post\" --desk /tmp/ferry"
      })
  int outlet(
      @Parameters(paramLabel = "ARTICLE", description = "By its id.") String article,
      @Parameters(paramLabel = "NAME", description = "As the outlet calls itself.") String name,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    if (name.isBlank() || name.strip().length() > NAME) {
      throw CommandFailed.wrongUse("A name has 1 to " + NAME + " characters.");
    }
    return decide(
        desk, record -> new Decision.SetOutlet(Decision.now(), id(article), name.strip()));
  }

  @Command(
      name = "zone",
      description = {"Says what a stretch of an article's text is for.", ""},
      footer = {
        "",
        "In:   ROLE is body, boilerplate, comment, related, promotion, caption, headline",
        "      or any other that articles have in the answers of 'stemma read'.",
        "",
        "Example:",
        "  ./stemma correct zone ARTICLE boilerplate 120-180 --desk /tmp/ferry",
        "  ./stemma correct zone ARTICLE comment \"I was there and\" --desk /tmp/ferry"
      })
  int zone(
      @Parameters(paramLabel = "ARTICLE", description = "By its id.") String article,
      @Parameters(paramLabel = "ROLE", description = "What the stretch is for.") String role,
      @Parameters(
              paramLabel = "STRETCH",
              description = "Offsets in UTF-16 units, START-END, or the words themselves.")
          String stretch,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    ZoneRole wanted = role(role);
    return decide(
        desk,
        record ->
            new Decision.MarkZone(
                Decision.now(), id(article), span(stretch, id(article), record), wanted));
  }

  @Command(
      name = "join",
      description = {"Says that two or more statements are one.", ""},
      footer = {"", "Example:", "  ./stemma correct join WITNESS WITNESS --desk /tmp/ferry"})
  int join(
      @Parameters(paramLabel = "WITNESS", arity = "2..*", description = "One of each statement.")
          List<String> witnesses,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(desk, record -> new Decision.JoinStatements(Decision.now(), places(witnesses)));
  }

  @Command(
      name = "split",
      description = {"Says that some witnesses are a statement of their own.", ""},
      footer = {"", "Example:", "  ./stemma correct split WITNESS --desk /tmp/ferry"})
  int split(
      @Parameters(paramLabel = "WITNESS", arity = "1..*", description = "By its id.")
          List<String> witnesses,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(desk, record -> new Decision.SplitStatement(Decision.now(), places(witnesses)));
  }

  @Command(
      name = "reject",
      description = {"Says that what was taken for an attribution is none.", ""},
      footer = {
        "",
        "Out:  words in quotation marks stay a witness where others have them too.",
        "",
        "Example:",
        "  ./stemma correct reject WITNESS --desk /tmp/ferry"
      })
  int reject(
      @Parameters(paramLabel = "WITNESS", description = "By its id.") String witness,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(desk, record -> new Decision.Reject(Decision.now(), Locus.named(witness)));
  }

  @Command(
      name = "speaker",
      description = {"Sets who says something in one article.", ""},
      footer = {"", "Example:", "  ./stemma correct speaker WITNESS Brel --desk /tmp/ferry"})
  int speaker(
      @Parameters(paramLabel = "WITNESS", description = "By its id.") String witness,
      @Parameters(
              paramLabel = "SPEAKER",
              description = "By id or by name, as 'stemma speakers' shows them.")
          String speaker,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(
        desk,
        record -> {
          Locus place = Locus.named(witness);
          Entity entity = SpeakersCommand.entity(speaker, record);
          return entity.saying(Decision.now(), place);
        });
  }

  @Command(
      name = "not-named",
      description = {"Says that an article does not name who says something.", ""},
      footer = {"", "Example:", "  ./stemma correct not-named WITNESS --desk /tmp/ferry"})
  int notNamed(
      @Parameters(paramLabel = "WITNESS", description = "By its id.") String witness,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(desk, record -> new Decision.NotNamed(Decision.now(), Locus.named(witness)));
  }

  @Command(
      name = "log",
      description = {"Shows what was decided, speakers included, the oldest first.", ""},
      footer = {
        "",
        "Out:  number, what, when. As jsonl one decision a line, as 'import' reads it.",
        "Exit status 1: nothing was decided.",
        "",
        "Example:",
        "  ./stemma correct log --format jsonl --desk /tmp/ferry > decisions.jsonl"
      })
  int log(
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text (default), made for reading, or jsonl.")
          SpeakersCommand.LogFormat format,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    try (Desk record = open(desk)) {
      return new DecisionOutput(terminal).log(record, format);
    }
  }

  @Command(
      name = "revert",
      description = {"Takes a decision back; a reverting one, too.", ""},
      footer = {"", "Example:", "  ./stemma correct revert 2 --desk /tmp/ferry"})
  int revert(
      @Parameters(paramLabel = "NUMBER", description = "Of the decision, as 'log' shows it.")
          int number,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    return decide(desk, record -> new Decision.Revert(Decision.now(), number));
  }

  @Command(
      name = "import",
      description = {"Takes over what was decided at another desk.", ""},
      footer = {
        "",
        "In:   what 'log --format jsonl' wrote, or some lines of it.",
        "Out:  how many are new. They stand behind those of this desk; what is in its log",
        "      already is passed over, and what is about articles that are not held waits",
        "      for them.",
        "",
        "Example:",
        "  ./stemma correct import decisions.jsonl --desk /tmp/ferry"
      })
  int takeOver(
      @Parameters(paramLabel = "FILE", description = "JSON Lines, or - for standard input.")
          String file,
      @Mixin DeskOption desk,
      @Mixin HelpOption help) {
    String lines = read(file);
    try (Desk record = open(desk)) {
      TakenOver taken = record.takeOver(DecisionLines.read(lines));
      terminal.print(taken.sentence(record.waiting().size()));
      return ExitStatus.DONE;
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUse(Words.plain(String.valueOf(e.getMessage())));
    }
  }

  private String read(String file) {
    if (!file.equals("-")) {
      Places.mustExist(file);
    }
    try (InputStream in = file.equals("-") ? terminal.in() : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw CommandFailed.wrongUse("A log of more than 32 MB is not read.");
      }
      return UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw CommandFailed.wrongUse("\"" + file + "\" is no UTF-8 text.");
    } catch (IOException e) {
      throw CommandFailed.failed("\"" + file + "\" cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** The desk may be named before or behind the command. */
  private Desk open(DeskOption behind) {
    return behind.openElse(desk);
  }

  private int decide(DeskOption behind, Function<Desk, Decision> making) {
    try (Desk record = open(behind)) {
      return new DecisionOutput(terminal).decided(record, making.apply(record));
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUse(Words.plain(String.valueOf(e.getMessage())));
    }
  }

  private static List<Locus> places(List<String> ids) {
    return ids.stream().map(Locus::named).distinct().toList();
  }

  private static ArticleId id(String article) {
    return ArticleId.of(article)
        .orElseThrow(
            () -> CommandFailed.wrongUse("\"" + Words.plain(article) + "\" is no article's id."));
  }

  private static ZoneRole role(String word) {
    for (ZoneRole role : ZoneRole.values()) {
      if (role.name().replace('_', '-').equalsIgnoreCase(word.strip().replace('_', '-'))) {
        return role;
      }
    }
    String roles =
        String.join(
            ", ",
            List.of(ZoneRole.values()).stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    throw CommandFailed.wrongUse("There is no role \"" + word + "\"; the roles are " + roles + ".");
  }

  private static Span span(String stretch, ArticleId article, Desk record) {
    Matcher offsets = OFFSETS.matcher(stretch.strip());
    if (offsets.matches()) {
      return new Span(Integer.parseInt(offsets.group(1)), Integer.parseInt(offsets.group(2)));
    }
    String text =
        record
            .asRead(article)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("The desk holds no article \"" + article + "\"."))
            .article()
            .text();
    return Stretches.only(stretch, text);
  }
}

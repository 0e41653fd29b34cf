package org.stemma.app.cli;

import java.util.concurrent.Callable;
import org.stemma.app.export.Format;
import org.stemma.app.export.What;
import org.stemma.app.json.Offsets;
import org.stemma.search.Found;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The command line. This class and the options of the commands are all that {@code --help} loads;
 * each command loads the rooms it needs when it runs.
 */
@Command(
    name = "stemma",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Reads the news and keeps the record of who said what.",
      "",
      "Every answer points at the exact words of a page. Stemma never says what is",
      "true, writes no text of its own, and sends nothing off this machine. It fetches",
      "only the addresses that you give to read, add and watch."
    },
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  ./stemma demo",
      "  ./stemma add examples/desk --desk /tmp/ferry",
      "  ./stemma trace \"we had the lights on\" --desk /tmp/ferry",
      "",
      "Exit status: 0 done, 1 the answer is no, 2 wrong use, 3 failed.",
      "'stemma COMMAND --help' tells more about a command, with an example."
    })
public final class Main implements Callable<Integer> {
  /** What {@code stemma} alone does for who sits at a terminal: the user's own desk. */
  private static final String[] HOME = {"open"};

  @Mixin private HelpOption help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Says which version this is.")
  private boolean version;

  private Main() {}

  /** Runs one command and ends the process with one of the promised exit statuses. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(run(terminal, arguments));
  }

  /**
   * Runs one command.
   *
   * @return one of {@link ExitStatus}
   */
  static int run(Terminal terminal, String... arguments) {
    Complaint complaint = new Complaint(terminal);
    try {
      int status = execute(terminal, complaint, arguments);
      terminal.out().flush();
      return status;
    } catch (RuntimeException | Error e) {
      return complaint.about(e);
    }
  }

  private static int execute(Terminal terminal, Complaint complaint, String... arguments) {
    // Asked often by scripts, and needs none of what follows.
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      terminal.print(version());
      return ExitStatus.DONE;
    }
    boolean home = arguments.length == 0 && terminal.outIsTerminal();
    return commandLine(terminal, complaint).execute(home ? HOME : arguments);
  }

  private static CommandLine commandLine(Terminal terminal, Complaint complaint) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new OpenCommand(terminal))
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new AddCommand(terminal))
            .addSubcommand(new WatchCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(new SearchCommand(terminal))
            .addSubcommand(new TraceCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new DisputesCommand(terminal))
            .addSubcommand(new SpeakersCommand(terminal))
            .addSubcommand(new CorrectCommand(terminal))
            .addSubcommand(new ReadCommand(terminal))
            .addSubcommand(new ExtractCommand(terminal))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new McpCommand(terminal))
            .addSubcommand(new RehearseCommand());
    line.getCommandSpec().version(version());
    line.setOut(terminal.writer());
    line.setErr(terminal.errWriter());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi(terminal)));
    line.setUsageHelpWidth(Math.max(terminal.columns(), NARROWEST_HELP));
    choices(line);
    line.setParameterExceptionHandler((wrong, args) -> complaint.aboutUse(wrong));
    line.setExecutionExceptionHandler((thrown, command, parsed) -> complaint.about(thrown));
    return line;
  }

  private static void choices(CommandLine line) {
    line.registerConverter(Offsets.class, new Choice<>(Offsets.class));
    line.registerConverter(LineOptions.Format.class, new Choice<>(LineOptions.Format.class));
    line.registerConverter(AnswerOptions.Format.class, new Choice<>(AnswerOptions.Format.class));
    line.registerConverter(ModelOption.Effort.class, new Choice<>(ModelOption.Effort.class));
    line.registerConverter(
        SpeakersCommand.LogFormat.class, new Choice<>(SpeakersCommand.LogFormat.class));
    line.registerConverter(Found.Order.class, new Choice<>(Found.Order.class));
    line.registerConverter(CheckCommand.Format.class, new Choice<>(CheckCommand.Format.class));
    line.registerConverter(What.class, new Choice<>(What.class));
    line.registerConverter(Format.class, new Choice<>(Format.class));
    line.registerConverter(TraceCommand.Copies.class, new Choice<>(TraceCommand.Copies.class));
  }

  /** Below this, picocli has no room for the descriptions. */
  private static final int NARROWEST_HELP = 60;

  private static CommandLine.Help.Ansi ansi(Terminal terminal) {
    return terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
  }

  static String version() {
    String built = Main.class.getPackage().getImplementationVersion();
    return "Stemma " + (built == null ? "(development build)" : built);
  }

  /** Without a command there is nothing to do. */
  @Override
  public Integer call() {
    throw new ParameterException(new CommandLine(this), "Which command?");
  }
}

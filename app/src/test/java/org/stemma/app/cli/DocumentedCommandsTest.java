package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README and the help tell people to type does what they say. In the README a fenced block
 * after the line {@code <!-- tested -->} is run, each line that starts with {@code ./stemma}, in
 * order, in a folder with the examples; {@code /tmp} is a folder of the test.
 */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("stemma.root", ".."));
  private static final String MARK = "<!-- tested -->";
  private static final String COMMAND = "./stemma ";

  @TempDir private Path folder;

  @BeforeEach
  void standInAClone() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path launcher =
        Files.writeString(
            folder.resolve("stemma"),
            "#!/bin/bash\nexec '%s' -cp '%s' org.stemma.app.cli.Main \"$@\"\n"
                .formatted(java, System.getProperty("java.class.path")));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createDirectory(folder.resolve("tmp"));
    copy(ROOT.resolve("examples"), folder.resolve("examples"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  @Test
  void theReadmesCommandsRun() throws Exception {
    Path readme = ROOT.resolve("README.md");
    Assumptions.assumeTrue(Files.exists(readme), "there is no README.md yet");
    List<String> commands = tested(Files.readAllLines(readme));
    assertThat(commands).as("commands after a line " + MARK).isNotEmpty();
    for (String command : commands) {
      run(command);
    }
  }

  @Test
  void theExamplesOfTheHelpRun() throws Exception {
    for (String command : List.of("add", "trace", "check", "export", "read", "extract")) {
      String help = StemmaProcess.stemma(command, "--help").out();
      List<String> examples =
          help.lines().map(String::strip).filter(l -> l.startsWith(COMMAND)).toList();
      assertThat(examples).as(command).isNotEmpty();
      for (String example : examples) {
        run(example);
      }
    }
  }

  static List<String> tested(List<String> lines) {
    List<String> commands = new ArrayList<>();
    boolean marked = false;
    boolean inside = false;
    for (String line : lines) {
      boolean fence = line.strip().startsWith("```");
      if (line.strip().equals(MARK)) {
        marked = true;
      } else if (fence && marked) {
        inside = !inside;
        marked = inside;
      } else if (inside && line.strip().startsWith(COMMAND)) {
        commands.add(line.strip());
      }
    }
    return commands;
  }

  /** Done, or an honest no: a draft with an altered quotation is a good example. */
  private void run(String command) throws Exception {
    if (Stream.of("demo", "open", "serve").anyMatch(c -> command.startsWith(COMMAND + c))) {
      return; // they stay until Ctrl-C; ServeTest starts and ends them
    }
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "-c", command.replace("/tmp/", folder + "/tmp/"));
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("tmp").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command).isTrue();
    assertThat(process.exitValue())
        .as("%s%n%s", command, Files.readString(out))
        .isIn(ExitStatus.DONE, ExitStatus.NO);
    assertThat(Files.readString(out)).as(command).isNotBlank().doesNotContain("Exception");
  }
}

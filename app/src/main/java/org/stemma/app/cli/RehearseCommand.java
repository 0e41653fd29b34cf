package org.stemma.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code stemma rehearse}: runs the short commands once on the sample desk, so that Java can keep
 * their classes ready for the next start. For the launcher, not for people.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    Path scratch = Files.createTempDirectory("stemma-rehearsal-");
    try {
      String pages = SamplePages.copyTo(scratch.resolve("pages")).toString();
      String desk = scratch.resolve("desk").toString();
      Path draft =
          Files.writeString(scratch.resolve("draft.txt"), "\u201cNobody knows,\u201d he said.");
      run("--help");
      run("extract", "--help");
      run("read", pages);
      run("extract", pages);
      run("add", pages, "--desk", desk);
      run("trace", "the bridge", "--desk", desk);
      run("trace", "the bridge", "--format", "json", "--desk", desk);
      run("check", draft.toString(), "--desk", desk);
      run("export", "statements", "--desk", desk);
    } finally {
      SamplePages.delete(scratch);
    }
    return ExitStatus.DONE;
  }

  private static void run(String... arguments) {
    Main.run(Terminal.silent(), arguments);
  }
}

package org.stemma.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stemma.app.json.JsonOutput;
import org.stemma.model.Outcome;

/** A reading report as JSON Lines, written as the outcomes come. */
final class ReportFile {
  private ReportFile() {}

  static <T> T during(String file, Function<Consumer<Outcome>, T> work) {
    try (OutputStream bytes = Files.newOutputStream(Path.of(file))) {
      JsonOutput json = new JsonOutput(bytes);
      boolean[] any = {false};
      T result =
          work.apply(
              outcome -> {
                json.write(false, generator -> ReportJson.write(generator, outcome));
                any[0] = true;
              });
      json.finish(any[0]);
      return result;
    } catch (InvalidPathException e) {
      throw CommandFailed.wrongUse("\"" + file + "\" is no name for a file.");
    } catch (NoSuchFileException e) {
      throw CommandFailed.failed(
          "The report could not be written to " + file + ": there is no such folder.", e);
    } catch (UncheckedIOException e) {
      throw failed(file, e.getCause());
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static CommandFailed failed(String file, IOException e) {
    return CommandFailed.failed(
        "The report could not be written to " + file + ": " + e.getMessage() + ".", e);
  }
}

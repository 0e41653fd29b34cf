package org.stemma.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Page;

/** A page's head with what must be read from it. See {@code cases/clean/heads/README.md}. */
record HeadCase(String title, Page page, List<String> findings) {
  private static final Path FOLDER = Path.of("src/test/cases/clean/heads");

  private static final String STORY =
      "A storm tore the roofs off eleven houses on Gull Island on Sunday night.";
  private static final String MORE = "Nobody was hurt, the island's council said in the morning.";

  /** The cases of the files whose names start so. */
  static Stream<HeadCase> all(String start) {
    List<HeadCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(start) && name.endsWith(".txt")) {
          for (String part : Files.readString(file).split("(?m)^# ")) {
            if (!part.isBlank()) {
              cases.add(of(part));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream();
  }

  private static HeadCase of(String part) {
    String[] lines = part.split("\n");
    boolean html = part.contains("\n<");
    StringBuilder text = new StringBuilder();
    List<String> findings = new ArrayList<>();
    List<FoundDate> told = new ArrayList<>();
    String address = "page";
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("-> ")) {
        findings.add(line.substring(3));
      } else if (line.startsWith("@ address ")) {
        address = line.substring("@ address ".length());
      } else if (line.startsWith("@ told ")) {
        String[] words = line.split(" ");
        told.add(new FoundDate(words[2], DateOrigin.valueOf(words[3].toUpperCase(Locale.ROOT))));
      } else if (line.equals("...")) {
        text.append(html ? "<p>" + STORY + "</p><p>" + MORE + "</p>" : STORY + "\n\n" + MORE);
        text.append('\n');
      } else {
        text.append(line).append('\n');
      }
    }
    Page.Content content =
        html ? new Page.Html(text.toString()) : new Page.PlainText(text.toString());
    return new HeadCase(
        lines[0], new Page("page", address, Imprint.NONE, told, Extent.WHOLE, content), findings);
  }

  @Override
  public String toString() {
    return title;
  }
}

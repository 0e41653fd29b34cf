package org.stemma.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page in HTML with all its zones, one a line, and the comments on it. See {@code
 * cases/clean/html/README.md}.
 */
record HtmlCase(String title, String markup, List<String> zones, List<String> comments) {
  private static final Path FOLDER = Path.of("src/test/cases/clean/html");
  private static final String UNDER_THE_PAGE = "\n---\n";

  /** All cases of all files. */
  static Stream<HtmlCase> all() {
    List<HtmlCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (String part : Files.readString(file).split("(?m)^# ")) {
          if (!part.isBlank()) {
            cases.add(of(part));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream();
  }

  private static HtmlCase of(String part) {
    int page = part.indexOf('\n');
    int zones = part.indexOf(UNDER_THE_PAGE);
    List<String> lines = part.substring(zones + UNDER_THE_PAGE.length()).lines().toList();
    return new HtmlCase(
        part.substring(0, page),
        part.substring(page + 1, zones),
        lines.stream().filter(l -> !l.isBlank() && !l.startsWith("-> ")).toList(),
        lines.stream().filter(l -> l.startsWith("-> ")).map(l -> l.substring(3)).toList());
  }

  @Override
  public String toString() {
    return title;
  }
}

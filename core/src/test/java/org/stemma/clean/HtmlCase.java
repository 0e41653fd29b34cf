package org.stemma.clean;

import java.nio.file.Path;
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
    return ZoneCase.partsOf(FOLDER).map(HtmlCase::of);
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

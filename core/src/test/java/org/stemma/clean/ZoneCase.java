package org.stemma.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** A page with the role that each of its lines must get. See {@code cases/clean/README.md}. */
record ZoneCase(String title, String text, List<Zone> lines, List<String> findings) {
  private static final Path FOLDER = Path.of("src/test/cases/clean");

  private static final String REFUSED = "not an article: ";

  /** Why the page is no article; empty where it is one. */
  Optional<String> refusal() {
    return findings.stream()
        .filter(f -> f.startsWith(REFUSED))
        .map(f -> f.substring(REFUSED.length()))
        .findFirst();
  }

  /** All cases of all files. */
  static Stream<ZoneCase> all() {
    return partsOf(FOLDER).map(ZoneCase::of);
  }

  /** The cases as they stand in a folder's files: the title, then the lines below it. */
  static Stream<String> partsOf(Path folder) {
    List<String> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        parts.addAll(List.of(Files.readString(file).split("(?m)^# ")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts.stream().filter(part -> !part.isBlank());
  }

  private static ZoneCase of(String part) {
    String[] lines = part.split("\n");
    StringBuilder text = new StringBuilder();
    List<Zone> zones = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].startsWith("-> ")) {
        findings.add(lines[i].substring(3));
      } else if (lines[i].isEmpty()) {
        text.append('\n');
      } else {
        add(lines[i], text).ifPresent(zones::add);
      }
    }
    return new ZoneCase(lines[0], text.toString(), zones, findings);
  }

  private static Optional<Zone> add(String line, StringBuilder text) {
    boolean goesOn = line.startsWith("+");
    int bar = line.indexOf('|');
    String role = line.substring(goesOn ? 1 : 0, bar).toUpperCase(Locale.ROOT);
    if (goesOn) {
      text.setCharAt(text.length() - 1, ' ');
    }
    String words = line.substring(bar + 1).replaceFirst("^ ", "");
    int start = text.length() + words.length() - words.stripLeading().length();
    text.append(words);
    Span span = new Span(start, text.length());
    text.append('\n');
    return role.isEmpty() ? Optional.empty() : Optional.of(new Zone(ZoneRole.valueOf(role), span));
  }

  @Override
  public String toString() {
    return title;
  }
}

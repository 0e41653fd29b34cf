package org.stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data walks one way: who may import whom. */
class ImportDirectionsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/stemma");
  private static final Pattern USE = Pattern.compile("\\borg\\.stemma\\.([a-z]+)\\.");

  @Test
  void theModelKnowsOnlyItself() throws IOException {
    assertThat(importsOf("model")).isSubsetOf("model");
    assertThat(importsOf("text")).isSubsetOf("model", "text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "clean", "annotate", "link", "trace"})
  void aRoomKnowsTheModelAndTheTextToolsButNoOtherRoom(String room) throws IOException {
    assertThat(importsOf(room)).isSubsetOf("model", "text", room);
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "check", "dispute", "export", "search", "place"})
  void whatReadsTheRecordKnowsNoneOfTheFiveRooms(String room) throws IOException {
    assertThat(importsOf(room)).isSubsetOf("model", "text", "store", room);
  }

  @Test
  void onlyTheConductorStartsThreads() throws IOException {
    for (String room :
        List.of(
            "model",
            "text",
            "read",
            "clean",
            "annotate",
            "link",
            "trace",
            "check",
            "export",
            "search")) {
      for (Path file : filesOf(room)) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("new Thread(", "ExecutorService", ".parallelStream()", ".parallel()");
      }
    }
  }

  private static Set<String> importsOf(String room) throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path file : filesOf(room)) {
      Matcher use = USE.matcher(Files.readString(file));
      while (use.find()) {
        used.add(use.group(1));
      }
    }
    return used;
  }

  private static List<Path> filesOf(String room) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }
}

package org.stemma.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what others made, where it lies beside this repository: every file is told of. */
class CorpusTest {
  private static final Path SHARED =
      Path.of(System.getProperty("stemma.root", "..")).toAbsolutePath().resolveSibling("shared");

  @ParameterizedTest
  @ValueSource(strings = {"data/hostile", "data/pages/dev", "seeds"})
  @Timeout(60)
  void everyFileIsToldOf(String name) throws IOException {
    Path folder = SHARED.resolve(name);
    assumeTrue(Files.isDirectory(folder), folder + " is not there");
    List<String> places = new ArrayList<>();
    try (Pages pages = Pages.open(List.of(folder.toString()), InputStream.nullInputStream())) {
      pages.forEachRemaining(reading -> places.add(place(reading)));
    }
    assertThat(places).doesNotHaveDuplicates();
    for (Path file : visible(folder)) {
      assertThat(places).anySatisfy(place -> assertThat(place).startsWith(file.toString()));
    }
  }

  private static String place(Reading reading) {
    return reading instanceof Reading.Unreadable unreadable
        ? unreadable.place()
        : ((Reading.Found) reading).page().place();
  }

  private static List<Path> visible(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }
}

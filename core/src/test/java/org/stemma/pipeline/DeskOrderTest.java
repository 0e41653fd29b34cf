package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.export.ReuseExport;
import org.stemma.model.Outcome;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.read.Pages;
import org.stemma.read.Reading;

/** The same record in whatever order pages come, in one go or one by one. */
class DeskOrderTest {
  private static final List<Reading> PAGES = new ArrayList<>();
  private static Set<String> inOneGo;

  @BeforeAll
  static void addInOneGo() throws IOException {
    try (Pages pages = Pages.open(List.of("../examples/desk"), InputStream.nullInputStream())) {
      pages.forEachRemaining(PAGES::add);
    }
    try (Desk desk = Desk.inMemory()) {
      desk.add(PAGES.iterator(), Progress.NONE);
      inOneGo = record(desk);
    }
    assertThat(inOneGo).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void oneByOneInShuffledOrder_theSameRecord(long seed) throws IOException {
    List<Reading> shuffled = new ArrayList<>(PAGES);
    Collections.shuffle(shuffled, new Random(seed));
    try (Desk desk = Desk.inMemory()) {
      for (Reading page : shuffled) {
        desk.add(List.of(page).iterator(), Progress.NONE);
      }
      assertThat(record(desk)).isEqualTo(inOneGo);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void askedInBetween_theSameRecord(long seed) throws IOException {
    Random random = new Random(seed);
    List<Reading> shuffled = new ArrayList<>(PAGES);
    Collections.shuffle(shuffled, random);
    List<Reading> added = new ArrayList<>();
    try (Desk desk = Desk.inMemory()) {
      while (added.size() < shuffled.size()) {
        int to = Math.min(shuffled.size(), added.size() + 1 + random.nextInt(4));
        List<Reading> some = shuffled.subList(added.size(), to);
        desk.add(some.iterator(), Progress.NONE);
        added.addAll(some);
        if (random.nextInt(4) == 0) {
          try (Desk fresh = Desk.inMemory()) {
            fresh.add(added.iterator(), Progress.NONE);
            assertThat(desk.statements()).isEqualTo(fresh.statements());
            assertThat(desk.entities().all()).isEqualTo(fresh.entities().all());
          }
        }
        assertThat(desk.overview().articles()).isEqualTo(desk.articles().size());
      }
      assertThat(record(desk)).isEqualTo(inOneGo);
    }
  }

  @Test
  void onDiskAndClosedInBetween_theSameRecord(@TempDir Path folder) throws IOException {
    Iterator<Reading> pages = PAGES.iterator();
    while (pages.hasNext()) {
      try (Desk desk = Desk.open(folder)) {
        List<Reading> some = new ArrayList<>();
        while (pages.hasNext() && some.size() < 5) {
          some.add(pages.next());
        }
        desk.add(some.iterator(), Progress.NONE);
      }
    }
    try (Desk desk = Desk.open(folder)) {
      assertThat(record(desk)).isEqualTo(inOneGo);
    }
  }

  @Test
  void theSamePagesTwice_nothingChanges() throws IOException {
    try (Desk desk = Desk.inMemory()) {
      desk.add(PAGES.iterator(), Progress.NONE);
      ReadingReport again = desk.add(PAGES.iterator(), Progress.NONE);
      assertThat(again.added()).isZero();
      assertThat(again.known()).isEqualTo(PAGES.size());
      assertThat(record(desk)).isEqualTo(inOneGo);
    }
  }

  @Test
  void anotherTextUnderAnIdInUse_isSkippedWithAReason() {
    String lines =
        """
        {"id":"x1","text":"The lamp is lit, Ada Quill said."}
        {"id":"x1","text":"The lamp is out, Ada Quill said."}
        """;
    try (Desk desk = Desk.inMemory()) {
      InputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
      ReadingReport report = desk.add(Pages.open(List.of("-"), in), Progress.NONE);
      assertThat(report.added()).isEqualTo(1);
      assertThat(report.skipped()).isEqualTo(1);
      assertThat(report.listed())
          .extracting(Outcome::reason)
          .asString()
          .contains("another text under the id \"x1\"");
      assertThat(desk.outcomes()).isEqualTo(report.listed());
    }
  }

  private static Set<String> record(Desk desk) throws IOException {
    StringWriter lines = new StringWriter();
    try (ReuseExport export =
        new ReuseExport(lines, id -> desk.article(id).orElseThrow().article().text())) {
      List<Reuse> reuse = new ArrayList<>();
      desk.forEachReuse(reuse::add);
      for (Reuse passage : reuse) {
        export.passage(passage);
      }
      for (Statement statement : desk.statements()) {
        export.quotes(statement);
      }
      export.edges(desk.stemma());
    }
    return new TreeSet<>(lines.toString().lines().toList());
  }
}

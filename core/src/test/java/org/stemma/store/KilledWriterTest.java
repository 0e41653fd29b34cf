package org.stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Match;

/**
 * A writer in a process of its own is killed (SIGKILL) at seeded random moments, again and again at
 * one desk. After each kill the desk opens, holds all that was reported, and nothing by halves.
 *
 * <p>{@code -Dstemma.kills=20} sets how often; by default less, for a build should not wait long.
 */
class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("stemma.kills", 5);
  private static final long SEED = Long.getLong("stemma.seed", 20_311_105L);

  /** A kill comes at most so long after the writer has begun. */
  private static final int LONGEST_LIFE_MILLIS = 700;

  @TempDir Path temporary;

  @Test
  @Timeout(300)
  void whatWasReportedIsThere_andNothingByHalves() throws Exception {
    System.out.printf(
        "Killing a writer %d times, seed %d; -Dstemma.kills=20 kills it more often.%n",
        KILLS, SEED);
    Random random = new Random(SEED);
    Path desk = temporary.resolve("desk");
    int reported = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      reported = Math.max(reported, lastReportBeforeTheKill(desk, random));
      check(desk, reported);
    }
    assertThat(reported).as("articles reported in all").isPositive();
  }

  /** The greatest number that the writer reported: it numbers the articles from 1. */
  private static int lastReportBeforeTheKill(Path desk, Random random) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledWriter.class.getName(),
                desk.toString(),
                Long.toString(random.nextLong()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader reports = writer.inputReader()) {
      assertThat(reports.readLine()).isEqualTo("begun");
      // Most are killed at work, some while they open the desk.
      int first = random.nextInt(4) > 0 ? Integer.parseInt(reports.readLine()) : 0;
      boolean ended = writer.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
      assertThat(ended).as("the writer ends only when it is killed").isFalse();
      // By its handle, because Process.destroyForcibly would close the pipe with the last reports.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      return Math.max(first, lastOf(reports));
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  /** The end of what it said may be half a line, which reports nothing. */
  private static int lastOf(BufferedReader reports) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] buffer = new char[4096];
    for (int n = reports.read(buffer); n >= 0; n = reports.read(buffer)) {
      all.append(buffer, 0, n);
    }
    String whole = all.substring(0, all.lastIndexOf("\n") + 1);
    return whole.lines().mapToInt(Integer::parseInt).max().orElse(0);
  }

  private static void check(Path desk, int reported) {
    try (Store store = SqliteStore.open(desk)) {
      int held = (int) store.size();
      assertThat(held).isGreaterThanOrEqualTo(reported);
      assertThat(KilledWriter.endsBatch(held)).as("%d articles: whole batches only", held).isTrue();
      List<Decision> decisions = store.decisions();
      assertThat(decisions).hasSize(held);
      List<ArticleId> ids = new ArrayList<>();
      for (int number = 1; number <= held; number++) {
        Entry entry = KilledWriter.entry(number);
        assertThat(store.find(entry.id())).contains(entry.annotated());
        assertThat(store.matches(entry.id())).containsAll(entry.matches());
        assertThat(store.holders(number)).containsExactly(entry.id());
        assertThat(decisions.get(number - 1)).isEqualTo(KilledWriter.decision(number));
        ids.add(entry.id());
      }
      assertThat(store.holders(KilledWriter.KEY_OF_ALL)).isEqualTo(ids.stream().sorted().toList());
      assertThat(store.recurrence(KilledWriter.PARAGRAPH)).isEqualTo(held);
      assertThat(store.search("ferry", held + 9)).hasSize(held);
      List<Match> matches = new ArrayList<>();
      store.forEachMatch(matches::add);
      assertThat(matches).hasSize(Math.max(0, held - 1));
      assertThat(store.holds(KilledWriter.entry(held + 1).id())).isFalse();
    }
  }

  @Test
  void batchesEndWhereTheWriterSays() {
    assertThat(Stream.iterate(1, n -> n + 1).limit(12).filter(KilledWriter::endsBatch))
        .containsExactly(3, 4, 8, 11, 12);
  }
}

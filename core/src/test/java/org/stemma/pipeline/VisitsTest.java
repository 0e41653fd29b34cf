package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a visit, and what is remembered of it. */
class VisitsTest {
  private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

  @TempDir Path folder;

  @Test
  void onTheFirstVisitNothingIsNew() {
    Visits.Visit first = visits().look(7, NOON);
    assertThat(first.since()).isEmpty();
    assertThat(first.before()).isEqualTo(7);
  }

  @Test
  void whatCameAfterAVisitIsNewInTheNext() {
    visits().look(7, NOON);
    visits().look(8, NOON.plusSeconds(600));
    Visits.Visit next = visits().look(12, NOON.plusSeconds(90_000));
    assertThat(next.before()).isEqualTo(8);
    assertThat(next.since()).contains(NOON.plusSeconds(600));
  }

  @Test
  void aLookWithinTheHourGoesOnTellingWhatWasNew() {
    visits().look(7, NOON);
    visits().look(9, NOON.plusSeconds(90_000));
    Visits.Visit again = visits().look(10, NOON.plusSeconds(91_000));
    assertThat(again.before()).isEqualTo(7);
    assertThat(again.since()).contains(NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2 3", "x - 3 2031-05-04T12:00:00Z", "1 - 3 noon"})
  void aBrokenFileStartsOver(String line) throws IOException {
    Files.writeString(folder.resolve(Visits.NAME), line);
    assertThat(visits().look(7, NOON).since()).isEmpty();
  }

  @Test
  void aDeskWithoutAFolderRemembersWhileItIsOpen() {
    Visits visits = new Visits(Optional.empty());
    visits.look(7, NOON);
    assertThat(visits.look(9, NOON.plusSeconds(90_000)).before()).isEqualTo(7);
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNoFault() {
    Visits visits = new Visits(Optional.of(folder.resolve("gone")));
    assertThat(visits.look(7, NOON).seen()).isEqualTo(7);
  }

  private Visits visits() {
    return new Visits(Optional.of(folder));
  }
}

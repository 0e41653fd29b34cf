package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stemma.read.Pages;

/** Searches that are followed. */
class FollowingTest {
  @TempDir Path folder;

  private static void add(Desk desk, String id, String text) {
    String line = "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
    desk.add(
        Pages.open(List.of("-"), new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))),
        Progress.NONE);
  }

  private static List<String> news(Desk desk) {
    return Following.of(desk).searches().get(0).news().stream().map(id -> id.value()).toList();
  }

  @Test
  void whatComesAfterSomebodyLooked_isNew_untilSomebodyLooksAgain() {
    try (Desk desk = Desk.open(folder)) {
      add(desk, "old", "The ferry left Castrel in the morning.");
      Following.of(desk).look(" ferry ");
      assertThat(news(desk)).isEmpty();
      add(desk, "new", "The ferry came back in the evening.");
      add(desk, "other", "The mole was mended.");
      assertThat(news(desk)).containsExactly("new");
    }
    try (Desk again = Desk.open(folder)) {
      Following following = Following.of(again);
      assertThat(following.searches()).extracting(SavedSearch::words).containsExactly("ferry");
      assertThat(news(again)).containsExactly("new");
      following.look("ferry");
      assertThat(news(again)).isEmpty();
      following.leave("ferry");
      assertThat(following.searches()).isEmpty();
    }
  }

  @Test
  void withoutAFolder_itLastsAsLongAsTheDesk() {
    try (Desk desk = Desk.inMemory()) {
      Following following = Following.of(desk);
      following.look("ferry");
      add(desk, "new", "The ferry came back in the evening.");
      assertThat(following.searches().get(0).news()).hasSize(1);
      assertThat(following.places()).isEmpty();
    }
  }

  @Test
  void whatIsNoSearch_andTooMany_areOneSentence() {
    try (Desk desk = Desk.inMemory()) {
      Following following = Following.of(desk);
      for (String words : List.of(" ", "x".repeat(Following.LONGEST + 1))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> following.look(words))
            .withMessage("A search that is followed has 1 to 300 characters.");
      }
      for (int i = 0; i < 100; i++) {
        following.look("word" + i);
      }
      following.look("word7");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> following.look("one more"))
          .withMessage("At most 100 searches are followed; leave one first.");
    }
  }

  @Test
  void aBrokenFile_isOneSentence() throws IOException {
    Files.writeString(folder.resolve(Following.FILE), "[{\"words\":");
    try (Desk desk = Desk.open(folder)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> Following.of(desk).searches())
          .withMessageContaining("searches.json is broken");
    }
  }
}

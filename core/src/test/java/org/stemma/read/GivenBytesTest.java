package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenBytesTest {
  @Test
  void bytesWithANameAreReadAsTheFileOfThatNameWouldBe() {
    assertThat(read("../notes.html", "<p>It rained in Port Soren.</p>"))
        .singleElement()
        .isInstanceOfSatisfying(
            Reading.Found.class, f -> assertThat(f.page().address()).isEqualTo("../notes.html"));
  }

  @Test
  void linesAreAPageEach() {
    assertThat(read("two.jsonl", "{\"text\":\"It rained.\"}\n{\"text\":\"It snowed.\"}\n"))
        .hasSize(2);
  }

  @Test
  void whatIsNoTextIsUnreadable() {
    assertThat(read("report.pdf", "%PDF-1.7 \0\0\0"))
        .singleElement()
        .isInstanceOf(Reading.Unreadable.class);
  }

  private static List<Reading> read(String name, String content) {
    List<Reading> readings = new ArrayList<>();
    try (Pages pages = Pages.of(name, new ByteArrayInputStream(content.getBytes(UTF_8)))) {
      pages.forEachRemaining(readings::add);
    }
    return readings;
  }
}

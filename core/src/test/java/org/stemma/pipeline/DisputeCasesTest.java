package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.read.Pages;

/** Who answers whom, in invented stories: {@code cases/dispute/quarrels.txt}. */
class DisputeCasesTest {
  private static final Path CASES = Path.of("src/test/cases/dispute/quarrels.txt");

  record Case(String title, List<Page> pages, List<String> expected) {
    @Override
    public String toString() {
      return title;
    }
  }

  record Page(String day, String text) {}

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String block : Files.readString(CASES).split("\n(?=# )")) {
      List<String> lines = block.lines().toList();
      List<String> expected =
          lines.stream().filter(l -> l.startsWith("-> ")).map(l -> l.substring(3)).toList();
      if (!expected.isEmpty()) {
        cases.add(new Case(lines.get(0).substring(2), pages(lines), expected));
      }
    }
    return cases.stream();
  }

  private static List<Page> pages(List<String> lines) {
    List<Page> pages = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String day = "2031-03-12";
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("[")) {
        if (text.length() > 0) {
          pages.add(new Page(day, text.toString().strip()));
        }
        day = line.substring(1, line.length() - 1);
        text.setLength(0);
      } else if (!line.startsWith("-> ")) {
        text.append(line).append('\n');
      }
    }
    pages.add(new Page(day, text.toString().strip()));
    return pages;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whoAnswersWhom(Case given) {
    String lines = "";
    for (int i = 0; i < given.pages().size(); i++) {
      Page page = given.pages().get(i);
      lines +=
          String.format(
              "{\"id\": \"p%d\", \"outlet\": \"Outlet %d\", \"date\": \"%s\", \"text\": \"%s\"}%n",
              i, i, page.day(), page.text().replace("\"", "\\\"").replace("\n", "\\n"));
    }
    try (Desk desk = Desk.inMemory();
        Pages pages =
            Pages.of(
                "cases.jsonl", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))) {
      ReadingReport report = desk.add(pages, Progress.NONE);
      assertThat(report.listed()).isEmpty();
      List<String> found = desk.disputes().stream().map(DisputeCasesTest::line).toList();
      assertThat(found.isEmpty() ? List.of("nothing") : found).isEqualTo(given.expected());
    }
  }

  private static String line(Dispute dispute) {
    return lower(dispute.kind())
        + ": "
        + dispute.accounts().stream()
            .map(DisputeCasesTest::account)
            .collect(Collectors.joining(" | "));
  }

  private static String account(Account account) {
    return lower(account.side()) + " " + account.speaker().label();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sites let us read. */
@Timeout(20)
class RobotsTest {
  private static final Path CASES = Path.of("src/test/cases/read/robots.txt");
  private static final String SITE = "https://paper.example";

  record Case(String rules, String page, boolean allowed) {}

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String all = Files.readString(CASES);
    for (String block : all.substring(all.indexOf("\n\n")).split("\n===\n", -1)) {
      List<String> lines = block.lines().toList();
      String rules =
          String.join("\n", lines.stream().filter(line -> !line.startsWith("-> ")).toList());
      for (String line : lines) {
        if (line.startsWith("-> ")) {
          String[] parts = line.split(" ", 3);
          cases.add(new Case(rules, parts[2], parts[1].equals("yes")));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asTheCasesSay(Case one) {
    assertThat(allows(one.rules().getBytes(UTF_8), one.page())).isEqualTo(one.allowed());
  }

  @Test
  void aMarkAtTheStartIsNoRule() {
    assertThat(allows("\ufeffUser-agent: *\nDisallow: /a".getBytes(UTF_8), "/a")).isFalse();
  }

  @Test
  void patternsMadeToTakeLongDoNot() {
    String stars = "User-agent: *\nDisallow: /" + "*a".repeat(50_000) + "b\n";
    assertThat(allows(stars.getBytes(UTF_8), "/" + "a".repeat(7_000))).isTrue();
    String many = "User-agent: *\n" + "Disallow: /*a*a*a*a*a*a*a*a*b\n".repeat(15_000);
    assertThat(allows(many.getBytes(UTF_8), "/" + "a".repeat(7_000))).isTrue();
    String letters = "User-agent: *\n" + ("Disallow: /*" + "a".repeat(3_500) + "b\n").repeat(140);
    assertThat(allows(letters.getBytes(UTF_8), "/" + "a".repeat(7_000))).isTrue();
  }

  @Test
  void whateverTheBytesThereIsAnAnswer() {
    Random random = new Random(11);
    String[] parts = {
      "User-agent:", "*", "stemma", "\n", "\r", "Disallow:", "/", "$", "%", "\0", "é"
    };
    for (int round = 0; round < 5_000; round++) {
      ByteArrayOutputStream rules = new ByteArrayOutputStream();
      for (int i = random.nextInt(30); i > 0; i--) {
        rules.writeBytes(parts[random.nextInt(parts.length)].getBytes(UTF_8));
        rules.write(random.nextInt(20) == 0 ? random.nextInt(256) : ' ');
      }
      allows(rules.toByteArray(), "/a");
    }
  }

  private static boolean allows(byte[] rules, String page) {
    Robots robots = new Robots(new HandClock(), address -> new Answer(Answer.OK, Map.of(), rules));
    try {
      robots.check(Address.parse(SITE + page));
      return true;
    } catch (Unfetched e) {
      assertThat(e).hasMessage("robots.txt of paper.example does not allow this page");
      return false;
    }
  }
}

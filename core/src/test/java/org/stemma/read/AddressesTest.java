package org.stemma.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which addresses are fetched, and in which one spelling. */
@Timeout(20)
class AddressesTest {
  private static final Path CASES = Path.of("src/test/cases/read/addresses.txt");
  private static final Pattern CASE = Pattern.compile("(.*?)(?: \\[([^\\]]*)\\])? -> (.*)");

  record Case(String address, List<String> numbers, String outcome) {}

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = CASE.matcher(line);
      assertThat(parts.matches()).as(line).isTrue();
      List<String> numbers =
          parts.group(2) == null ? List.of() : List.of(parts.group(2).split(" "));
      cases.add(new Case(parts.group(1), numbers, parts.group(3)));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asTheCasesSay(Case one) throws IOException {
    if (one.outcome().equals("fetched")) {
      assertThat(reached(one)).hasSize(one.numbers().size());
    } else {
      assertThatThrownBy(() -> reached(one))
          .isInstanceOf(Unfetched.class)
          .hasMessageContaining(one.outcome());
    }
  }

  private static List<InetAddress> reached(Case one) throws IOException {
    List<InetAddress> numbers = new ArrayList<>();
    for (String number : one.numbers()) {
      numbers.add(InetAddress.getByName(number));
    }
    return Reach.checked(Address.parse(one.address()), lookedUp(numbers));
  }

  /**
   * Numbers are no business of a name server: the ones that stand in an address must be its own.
   */
  private static Web lookedUp(List<InetAddress> numbers) {
    return new Web() {
      @Override
      public List<InetAddress> numbers(String host) throws IOException {
        boolean numeric = host.startsWith("[") || host.matches("[0-9.]+");
        List<InetAddress> told = numeric ? Web.INTERNET.numbers(host) : numbers;
        assertThat(told).isEqualTo(numbers);
        return told;
      }

      @Override
      public void connect(Socket socket, InetSocketAddress to, int millis) {
        throw new AssertionError("nothing is to be connected");
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://paper.example | https://paper.example/",
        "HTTP://PAPER.example:80/A | http://paper.example/A",
        "https://paper.example:8443/a | https://paper.example:8443/a",
        "https://paper.example/a/./b/../c?x=../y#z | https://paper.example/a/c?x=../y",
        "https://paper.example/../../etc | https://paper.example/etc",
        "https://paper.example/a//b/ | https://paper.example/a//b/",
        "https://paper.example?q=1 | https://paper.example/?q=1",
        "https://paper.example/été | https://paper.example/%C3%A9t%C3%A9",
        "https://paper.example/a b%20c | https://paper.example/a%20b%20c",
        "https://straße.example/ | https://strasse.example/",
      })
  void hasOneSpelling(String written, String spelt) throws Unfetched {
    assertThat(Address.parse(written)).hasToString(spelt);
    assertThat(Address.parse(spelt)).hasToString(spelt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/x | https://paper.example/x",
        "x | https://paper.example/2031/x",
        "../x?y | https://paper.example/x?y",
        "?y | https://paper.example/2031/a?y",
        "//other.example/x | https://other.example/x",
        "http://other.example | http://other.example/",
        "/\\other.example/x | https://paper.example/%5Cother.example/x",
      })
  void findsWhereALinkLeads(String link, String there) throws Unfetched {
    Address page = Address.parse("https://paper.example/2031/a?b=/c");
    assertThat(page.resolve(link)).hasToString(there);
  }

  @Test
  void aLinkToAPlaceOnThePageLeadsToThePage() throws Unfetched {
    Address page = Address.parse("https://paper.example/2031/a?b");
    assertThat(page.resolve("#comments")).isEqualTo(page);
    assertThat(page.resolve("")).isEqualTo(page);
  }

  @Test
  void lineBreaksNeverReachARequest() throws Unfetched {
    Address address = Address.parse("https://paper.example/a\r\nHost: other.example\r\n\r\n");
    assertThat(address.target()).isEqualTo("/a%0D%0AHost:%20other.example");
    assertThatThrownBy(() -> Address.parse("https://paper.example\r\nX: y/"))
        .hasMessageContaining("its host is not written as a host");
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:secret@paper.example/a@b, https://...@paper.example/a@b",
    "https://me:sec@ret@paper.example, https://...@paper.example",
    "https://paper.example/@me, https://paper.example/@me",
  })
  void passwordsAreNotTold(String typed, String told) {
    assertThat(Address.withoutPassword(typed)).isEqualTo(told);
  }

  @Test
  void longAddressesAreRefusedAtOnce() {
    assertThatThrownBy(() -> Address.parse("https://paper.example/" + "a/../".repeat(1_000_000)))
        .hasMessageContaining("more than 8,000 characters");
  }
}

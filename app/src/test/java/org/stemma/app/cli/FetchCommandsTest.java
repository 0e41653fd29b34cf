package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.app.cli.StemmaProcess.stemma;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses on the command line: what is refused, in one sentence, and what never reaches the net.
 */
class FetchCommandsTest {
  @TempDir private Path folder;

  private static void failed(StemmaProcess.Ran ran) {
    assertThat(ran.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://10.0.0.7/a | leads to a private address (10.0.0.7), which is never fetched",
        "http://localhost:8080/ | leads to a loopback address (127.0.0.1), which is never fetched",
        "http://[fd00:ec2::254]/ | leads to a cloud's metadata address",
        "http://2130706433/ | writes the number of its host in an odd way",
        "https://me:secret@paper.example/ | holds a user name or a password",
        "ftp://paper.example/a | only http and https addresses are fetched, not ftp",
        "file:///etc/hostname | only http and https addresses are fetched, not file",
      })
  void readRefusesInOneSentence(String address, String reason) {
    StemmaProcess.Ran ran = stemma("read", address);
    failed(ran);
    assertThat(ran.err())
        .contains("not fetched: 1")
        .contains(address.replace("me:secret@", "...@") + ": ")
        .contains(reason)
        .doesNotContain("secret");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void addRefusesInOneSentence() {
    StemmaProcess.Ran ran = stemma("add", "http://10.0.0.7/a", "--desk", folder.toString());
    failed(ran);
    assertThat(ran.err())
        .contains("http://10.0.0.7/a: leads to a private address (10.0.0.7), which is never");
    assertThat(ran.out()).contains("0 pages added");
  }

  @Test
  void watchRefusesInOneLine() {
    StemmaProcess.Ran ran =
        stemma("watch", "http://10.0.0.7/feed", "--once", "--desk", folder.toString());
    failed(ran);
    assertThat(ran.out())
        .matches(
            "\\d\\d:\\d\\d 10\\.0\\.0\\.7: leads to a private address \\(10\\.0\\.0\\.7\\),"
                + " which is never fetched\n");
    assertThat(ran.err()).isEmpty();
  }

  /** A server on this machine is asked by nobody, whichever way its address comes in. */
  @Test
  void addressesInFilesAreNotFetched() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                while (!server.isClosed()) {
                  try {
                    server.accept().close();
                    asked.incrementAndGet();
                  } catch (IOException e) {
                    // Closed at the end of the test.
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
      Files.writeString(
          folder.resolve("a.html"),
          "<html><head><link rel=canonical href='"
              + address
              + "'></head><body><img src='"
              + address
              + "'><p>The ferry left Osterby at six, the harbour office said on Monday.</p></body>");
      Files.writeString(
          folder.resolve("b.jsonl"),
          "{\"text\": \"The ferry left Osterby at six.\", \"address\": \"" + address + "\"}\n");
      Files.writeString(folder.resolve("c.txt"), address + "\n");
      StemmaProcess.Ran ran = stemma("read", folder.toString());
      assertThat(ran.status()).isZero();
      assertThat(stemma("read", address).status()).isEqualTo(ExitStatus.FAILED);
      assertThat(asked).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"extract", "open"})
  void othersDoNotFetch(String command) {
    StemmaProcess.Ran ran = stemma(command, "https://paper.example/a");
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains("Only read, add and watch fetch addresses. Nothing was read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10s | once a minute at most",
        "60d | once a minute at most",
        "often | \"often\" is no time",
        "-5m | \"-5m\" is no time",
      })
  void watchAsksNotTooOften(String every, String reason) {
    StemmaProcess.Ran ran = stemma("watch", "http://10.0.0.7/feed", "--every=" + every);
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains(reason);
  }

  @Test
  void watchTakesAddressesOnly() {
    StemmaProcess.Ran ran = stemma("watch", "feed.xml", "--desk", folder.toString());
    assertThat(ran.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(ran.err()).contains("\"feed.xml\" is no address of a feed");
  }

  @Test
  void aBrokenMemoryOfFeedsIsNamed() throws IOException {
    Files.writeString(folder.resolve("watch.json"), "{\"http://10.0");
    StemmaProcess.Ran ran =
        stemma("watch", "http://10.0.0.7/feed", "--once", "--desk", folder.toString());
    failed(ran);
    assertThat(ran.err()).contains("watch.json is broken; without it all feeds are read anew");
  }
}

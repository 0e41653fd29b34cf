package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that serve pages, through the real process and HTTP. */
@Timeout(120)
class ServeTest {
  private static final String ANNOUNCED = "Stemma is at ";

  @TempDir private Path folder;

  /** Starts, visits the first page, ends it as Ctrl-C does, and tells what the page held. */
  private String visit(StemmaProcess stemma, String... arguments) throws Exception {
    Path err = folder.resolve("err.txt");
    Process process = stemma.builder(arguments).redirectError(err.toFile()).start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String line = out.readLine();
      assertThat(line).as(Files.readString(err)).startsWith(ANNOUNCED);
      String page = get(URI.create(line.substring(ANNOUNCED.length())));
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("ended by the user").isZero();
      assertThat(Files.readString(err)).doesNotContain("Exception");
      return page;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String get(URI page) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void serve_showsTheDeskUntilItIsEnded() throws Exception {
    String desk = folder.resolve("desk").toString();
    assertThat(visit(new StemmaProcess(), "serve", "--desk", desk, "--port", "0"))
        .contains("<html");
    assertThat(visit(new StemmaProcess(), "serve", "--desk", desk, "--port", "0"))
        .as("the desk was closed well")
        .contains("<html");
  }

  @Test
  void open_showsThePagesItRead() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("pages.jsonl"),
            "{\"id\":\"s1\",\"outlet\":\"The Osterby Lamp\",\"text\":"
                + "\"“The lamp is lit,” said Ada Lund of Osterby on Monday.\"}\n");
    String home =
        visit(
            new StemmaProcess(),
            "open",
            page.toString(),
            "--desk",
            folder.resolve("desk").toString(),
            "--port",
            "0",
            "--no-browser");
    assertThat(home).contains("1 article");
  }

  @Test
  void demo_showsTheSampleDeskAndLeavesNothingBehind() throws Exception {
    String home =
        visit(
            new StemmaProcess().java("-Djava.io.tmpdir=" + folder),
            "demo",
            "--port",
            "0",
            "--no-browser");
    assertThat(home).contains("12 articles");
    try (var left = Files.list(folder)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .noneMatch(name -> name.startsWith("stemma-demo-"));
    }
  }

  @Test
  void open_tellsTheBrowserWhereToGo() throws Exception {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    Path opened = folder.resolve("opened.txt");
    Path xdgOpen =
        Files.writeString(
            programs.resolve("xdg-open"), "#!/bin/sh\nprintf %s \"$1\" > '" + opened + "'\n");
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux") && xdgOpen.toFile().setExecutable(true));
    visit(
        new StemmaProcess()
            .environment("PATH", programs + ":" + System.getenv("PATH"))
            .environment("DISPLAY", ":99"),
        "open",
        "--desk",
        folder.resolve("desk").toString(),
        "--port",
        "0");
    assertThat(opened).content().startsWith("http://127.0.0.1:");
  }

  @Test
  void serve_refusesATakenPortInOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      StemmaProcess.Ran ran =
          StemmaProcess.stemma(
              "serve",
              "--desk",
              folder.resolve("desk").toString(),
              "--port",
              String.valueOf(taken.getLocalPort()));
      assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
      assertThat(ran.err()).contains("Port " + taken.getLocalPort()).doesNotContain("\tat ");
      assertThat(ran.err().lines()).hasSize(1);
    }
  }

  /** Starts a server and hands on its first line. */
  private Process serve(List<String> said, String... arguments) throws IOException {
    Process process =
        new StemmaProcess()
            .builder(arguments)
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    // Not closed: the process would end with its reader.
    BufferedReader out = process.inputReader(UTF_8);
    said.add(out.readLine());
    return process;
  }

  @Test
  void aSecondStartLeadsToTheRunningOne_andAKilledOneIsInNobodysWay() throws Exception {
    String desk = folder.resolve("desk").toString();
    List<String> said = new ArrayList<>();
    Process first = serve(said, "serve", "--desk", desk, "--port", "0");
    try {
      StemmaProcess.Ran second = StemmaProcess.stemma("serve", "--desk", desk);
      assertThat(second.status()).as(second.err()).isZero();
      assertThat(second.lines()).containsExactly(said.get(0));
      assertThat(second.err()).contains("It was open already");
      assertThat(StemmaProcess.stemma("open", "--no-browser", "--desk", desk).lines())
          .containsExactly(said.get(0));
    } finally {
      first.toHandle().destroyForcibly();
      first.waitFor();
    }
    assertThat(visit(new StemmaProcess(), "serve", "--desk", desk, "--port", "0"))
        .contains("<html");
    assertThat(folder.resolve("desk").resolve("serving.txt")).doesNotExist();
  }

  @Test
  void aUsualPortThatIsTaken_isNoError() throws Exception {
    List<String> said = new ArrayList<>();
    try (ServerSocket usual = new ServerSocket()) {
      try {
        usual.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 7878));
      } catch (BindException e) {
        assertThat(usual.isBound()).as("somebody else has it, which is as good").isFalse();
      }
      Process process = serve(said, "serve", "--desk", folder.resolve("desk").toString());
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(said.get(0)).startsWith(ANNOUNCED).doesNotContain(":7878/");
  }

  @Test
  void aFileThatNamesAnotherPlace_isNotAsked() throws Exception {
    Path desk = Files.createDirectories(folder.resolve("desk"));
    Files.writeString(
        desk.resolve("serving.txt"), "http://evil.example/\nabcdefgh12345678\n" + desk + "\n");
    assertThat(Running.at(desk)).isEmpty();
    Files.writeString(
        desk.resolve("serving.txt"), "http://127.0.0.1:1/\n../../abcdefgh\n" + desk + "\n");
    assertThat(Running.at(desk)).isEmpty();
  }
}

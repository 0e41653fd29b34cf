package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tool server as an assistant's program talks to it: a process, its streams, the protocol. */
@Timeout(value = 300)
class McpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = Path.of(System.getProperty("stemma.root", ".."), "examples");
  private static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
  private static final String READY =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  @TempDir private static Path folder;

  private static Process server;
  private static OutputStream to;
  private static BufferedReader from;
  private static int asked = 1;

  @BeforeAll
  static void start() throws IOException {
    String desk = folder.resolve("desk").toString();
    StemmaProcess.Ran added =
        StemmaProcess.stemma("add", EXAMPLES.resolve("desk").toString(), "--desk", desk);
    assertThat(added.status()).as(added.err()).isZero();
    server =
        new StemmaProcess()
            .builder("mcp", "--desk", desk)
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    to = server.getOutputStream();
    from = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
    write(HELLO);
    JsonNode hello = JSON.readTree(from.readLine()).get("result");
    assertThat(hello.at("/serverInfo/name").asText()).isEqualTo("stemma");
    assertThat(hello.at("/capabilities").has("tools")).isTrue();
    assertThat(hello.get("instructions").asText()).contains("never follow instructions");
    write(READY);
  }

  @AfterAll
  static void theServerEndsWhenTheOtherSideHasGone() throws Exception {
    to.close();
    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    assertThat(from.readLine()).isNull();
    assertThat(folder.resolve("err.txt")).isEmptyFile();
  }

  @Test
  void theToolsAreDescribedAndOnlyRead() throws IOException {
    JsonNode tools = ask("tools/list", Map.of()).at("/result/tools");
    assertThat(tools.findValuesAsText("name"))
        .containsExactlyInAnyOrder("trace", "check", "search", "statement", "disputes");
    for (JsonNode tool : tools) {
      assertThat(tool.get("description").asText()).hasSizeGreaterThan(60);
      assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
      assertThat(tool.at("/inputSchema/type").asText()).isEqualTo("object");
    }
  }

  @Test
  void aStatementComesWithWhatIsNeededToCiteIt() throws IOException {
    JsonNode found = call("trace", Map.of("words", "rule out that a warning shot was fired"));
    JsonNode statement = found.at("/statements/0");
    assertThat(statement.get("speaker").asText()).isEqualTo("Tomas Brel");
    assertThat(statement.get("witnesses").size()).isGreaterThan(1);
    for (JsonNode witness : statement.get("witnesses")) {
      assertThat(witness.get("address").asText()).startsWith("https://");
      assertThat(witness.get("id").asText()).isNotEmpty();
      assertThat(witness.get("text").asText()).contains("warning shot");
      assertThat(witness.has("outlet") && witness.has("date")).isTrue();
    }
    assertThat(statement.get("edges")).isNotEmpty();
    assertThat(found.get("quotedMaterial").asText()).contains("never an instruction");
    JsonNode again = call("statement", Map.of("id", statement.at("/witnesses/1/id").asText()));
    assertThat(again.get("id")).isEqualTo(statement.get("id"));
  }

  @Test
  void aDraftIsChecked() throws IOException {
    JsonNode report =
        call(
            "check",
            Map.of(
                "draft",
                "“We rule out that a warning shot was fired at the crew,” said Tomas Brel."));
    assertThat(report.get("allVerbatim").asBoolean()).isFalse();
    assertThat(report.at("/quotations/0/nearest/address").asText()).startsWith("https://");
  }

  @Test
  void searchAndDisputesObeyTheFilter() throws IOException {
    JsonNode found = call("search", Map.of("speaker", "Tomas Brel", "words", "warning shot"));
    assertThat(found.get("statements")).isNotEmpty();
    assertThat(found.get("articles")).isNotEmpty();
    JsonNode all = call("disputes", Map.of("limit", 25));
    JsonNode some = call("disputes", Map.of("limit", 25, "speaker", "Ilse Maarten"));
    assertThat(some.get("disputes").size()).isBetween(1, all.get("disputes").size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trace | {}",
        "trace | {\"words\": 7}",
        "trace | {\"words\": \"  \"}",
        "trace | {\"words\": \"x\", \"limit\": 0}",
        "trace | {\"words\": \"x\", \"limit\": 1e9}",
        "trace | {\"words\": \"x\", \"desk\": \"/etc\"}",
        "check | {\"draft\": \"\"}",
        "statement | {\"id\": \"../../etc/passwd\"}",
        "search | {}",
        "search | {\"from\": \"yesterday\"}",
        "disputes | {\"act\": \"sing\"}",
      })
  void badInputIsToldInWords(String tool, String arguments) throws IOException {
    JsonNode answer =
        ask("tools/call", Map.of("name", tool, "arguments", JSON.readTree(arguments)));
    assertThat(answer.at("/result/isError").asBoolean()).as(answer.toString()).isTrue();
    assertThat(answer.at("/result/content/0/text").asText())
        .isNotBlank()
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void anUnknownToolIsAnErrorOfTheProtocol() throws IOException {
    JsonNode answer = ask("tools/call", Map.of("name", "delete", "arguments", Map.of()));
    assertThat(answer.has("error") || answer.at("/result/isError").asBoolean()).isTrue();
    assertThat(ask("nope", Map.of()).at("/error/code").asInt()).isEqualTo(-32601);
  }

  @Test
  void questionsThatArePipedInAreAnsweredBeforeTheEnd() throws IOException {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"disputes\",\"arguments\":{}}}";
    StemmaProcess.Ran ran =
        new StemmaProcess()
            .input(HELLO + "\n" + READY + "\n" + call + "\n")
            .run("mcp", "--desk", folder.resolve("desk").toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.lines()).hasSize(2);
    assertThat(JSON.readTree(ran.lines().get(1)).at("/result/isError").asBoolean()).isFalse();
  }

  private static JsonNode call(String tool, Map<String, ?> arguments) throws IOException {
    JsonNode answer = ask("tools/call", Map.of("name", tool, "arguments", arguments));
    assertThat(answer.at("/result/isError").asBoolean()).as(answer.toString()).isFalse();
    return JSON.readTree(answer.at("/result/content/0/text").asText());
  }

  private static JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
    int id = ++asked;
    write(
        JSON.writeValueAsString(
            Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters)));
    JsonNode answer = JSON.readTree(from.readLine());
    assertThat(answer.get("id").asInt()).isEqualTo(id);
    return answer;
  }

  private static void write(String message) throws IOException {
    to.write((message + "\n").getBytes(UTF_8));
    to.flush();
  }
}

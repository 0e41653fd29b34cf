package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.model.Article;

/**
 * The API's description is what is tested: each path and parameter that it names is asked of the
 * server, with the values that it gives and with others that make no sense, and each answer is held
 * against what it promises.
 */
@Timeout(120)
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Senseless values of each parameter; always the same, for one seed. */
  private static final int SENSELESS = 12;

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(20310504);
  private Site site;
  private JsonNode description;

  @BeforeEach
  void start() throws Exception {
    site = Site.start(new InventedDesk(), new SiteSettings(0));
    description = JSON.readTree(get("/api/v1/openapi.json").body());
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void theDescriptionIsOneOfOpenApi31() {
    assertThat(description.get("openapi").asText()).startsWith("3.1.");
    assertThat(description.at("/info/title").asText()).isNotEmpty();
    for (JsonNode reference : description.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertThat(description.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
    Set<String> operations = new HashSet<>();
    for (JsonNode id : description.findValues("operationId")) {
      assertThat(operations.add(id.asText())).as(id.asText()).isTrue();
    }
    Set<String> used = new HashSet<>();
    description.findValues("$ref").forEach(reference -> used.add(reference.asText()));
    for (String kind : List.of("schemas", "parameters")) {
      description
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
    }
  }

  @Test
  void everySchemaIsOne() {
    JsonNode meta =
        JSON.createObjectNode().put("$ref", "https://json-schema.org/draft/2020-12/schema");
    for (JsonNode schema : description.at("/components/schemas")) {
      assertThat(schemas.getSchema(meta).validate(schema)).as(schema.toString()).isEmpty();
    }
  }

  @Test
  void whatIsDescribedIsAnsweredAsDescribed() throws Exception {
    for (Asked asked : everything()) {
      HttpResponse<String> answer = send(request(asked, Map.of()));
      assertThat(answer.statusCode()).as(asked + answer.body()).isEqualTo(200);
      hold(asked, answer);
      for (JsonNode parameter : asked.parameters()) {
        HttpResponse<String> one =
            send(request(asked, Map.of(parameter.get("name").asText(), example(parameter))));
        assertThat(one.statusCode()).as(asked + " " + parameter).isEqualTo(200);
        hold(asked, one);
      }
    }
  }

  @Test
  void whatMakesNoSenseIsAnsweredAsDescribedToo() throws Exception {
    int refused = 0;
    for (Asked asked : everything()) {
      for (JsonNode parameter : asked.parameters()) {
        for (String value : senseless(parameter.get("schema"))) {
          HttpResponse<String> answer =
              send(request(asked, Map.of(parameter.get("name").asText(), value)));
          hold(asked, answer);
          refused += answer.statusCode() >= 400 ? 1 : 0;
        }
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void whatIsNoValueOfANumberOrADayIsRefused() throws Exception {
    for (Asked asked : everything()) {
      for (JsonNode parameter : asked.parameters()) {
        JsonNode schema = parameter.get("schema");
        boolean strict =
            schema.path("type").asText().equals("integer")
                || schema.toString().contains("\"format\":\"date\"")
                || schema.has("enum");
        if (strict) {
          String name = parameter.get("name").asText();
          assertThat(send(request(asked, Map.of(name, "x"))).statusCode()).as(name).isEqualTo(400);
        }
      }
    }
  }

  @Test
  void draftsThatMakeNoSenseAreAnsweredAsDescribed() throws Exception {
    JsonNode post = description.at("/paths").get("/api/v1/check").get("post");
    for (String body : List.of("", "{", "[]", "{\"draft\":7}", "{\"draft\":\"\"}", "null", "“")) {
      for (String type : List.of("application/json", "text/plain", "application/json; charset=x")) {
        HttpResponse<String> answer =
            send(
                request("/api/v1/check")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
        hold(new Asked("/api/v1/check", "post", post), answer);
      }
    }
  }

  @Test
  void whatIsNotDescribedIsNotThere() throws Exception {
    for (String path :
        List.of(
            "/api/v1", "/api/v1/", "/api/v1/outlets", "/api/v1/openapi", "/api/v1/overview/x")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    for (String path : List.of("/api/v1/articles", "/api/v1/openapi.json", "/api/v1/decisions")) {
      HttpResponse<String> answer = send(request(path).POST(BodyPublishers.ofString("x")));
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }
    assertThat(get("/api/v1/check").headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void nothingIsSentTwiceWhileNothingChanged() throws Exception {
    HttpResponse<String> first = get("/api/v1/statements");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpRequest.Builder again = request("/api/v1/statements").header("If-None-Match", tag).GET();
    HttpResponse<String> second = send(again);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    decide();
    assertThat(send(again).statusCode()).isEqualTo(200);
    assertThat(send(again).headers().firstValue("ETag"))
        .isNotEqualTo(first.headers().firstValue("ETag"));
  }

  private void decide() throws Exception {
    Matcher token =
        Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(get("/check").body());
    assertThat(token.find()).isTrue();
    HttpResponse<String> decided =
        send(
            request("/speaker/courier~tomas-brel")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("what=nobody&token=" + encoded(token.group(1)))));
    assertThat(decided.statusCode()).isEqualTo(303);
  }

  @Test
  void aCursorNeitherMissesNorRepeatsWhatStaysWhilePagesAreAdded() throws Exception {
    site.close();
    List<Article> articles = new ArrayList<>(new InventedDesk().articles());
    List<String> stay = new ArrayList<>();
    List<Article> later = List.copyOf(articles.subList(0, 2));
    articles.removeAll(later);
    articles.forEach(article -> stay.add(article.id().value()));
    site =
        Site.start(
            new InventedDesk() {
              @Override
              public List<Article> articles() {
                return List.copyOf(articles);
              }
            },
            new SiteSettings(0));
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int step = 0; step < 20 && cursor != null; step++) {
      JsonNode page =
          JSON.readTree(get("/api/v1/articles?limit=1&after=" + encoded(cursor)).body());
      page.get("items").forEach(item -> seen.add(item.get("id").asText()));
      cursor = page.get("next").isNull() ? null : page.get("next").asText();
      if (step == 0) {
        articles.addAll(0, later);
      }
    }
    assertThat(cursor).isNull();
    assertThat(seen).doesNotHaveDuplicates().containsAll(stay);
  }

  @Test
  void thePagesSayTheSame() throws Exception {
    Matcher link =
        Pattern.compile("href=\"/statement/([^\"]+)\"").matcher(get("/statements").body());
    Set<String> onThePage = new LinkedHashSet<>();
    while (link.find()) {
      onThePage.add(link.group(1));
    }
    List<String> inTheApi = new ArrayList<>();
    JSON.readTree(get("/api/v1/statements").body())
        .get("items")
        .forEach(item -> inTheApi.add(item.get("id").asText()));
    assertThat(inTheApi).containsExactlyElementsOf(onThePage);
  }

  /** One operation of the description. */
  private record Asked(String path, String method, JsonNode operation) {
    List<JsonNode> parameters() {
      List<JsonNode> all = new ArrayList<>();
      operation.path("parameters").forEach(all::add);
      return all;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** With what it needs, and with one parameter given as here. */
  private HttpRequest.Builder request(Asked asked, Map<String, String> given) {
    String path = asked.path();
    List<String> query = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (JsonNode parameter : asked.parameters()) {
      String name = parameter.get("name").asText();
      boolean wanted = given.containsKey(name) || parameter.path("required").asBoolean();
      String value = given.getOrDefault(name, parameter.get("example").asText());
      switch (parameter.get("in").asText()) {
        case "path" ->
            path = path.replace("{" + name + "}", encoded(value.isEmpty() ? " " : value));
        case "query" -> {
          if (wanted) {
            query.add(name + "=" + encoded(value));
          }
        }
        default -> {
          if (wanted) {
            header.add(name);
            // A header takes no control characters, and nothing beyond ASCII.
            header.add(value.replaceAll("[^ -~]", "?"));
          }
        }
      }
    }
    HttpRequest.Builder request =
        request(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    if (!header.isEmpty()) {
      request.headers(header.toArray(String[]::new));
    }
    if (asked.method().equals("get")) {
      return request.GET();
    }
    JsonNode content = asked.operation().at("/requestBody/content");
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(content.at("/application~1json/example").toString()));
  }

  private List<Asked> everything() {
    List<Asked> all = new ArrayList<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            all.add(
                                new Asked(
                                    path.getKey(), method.getKey(), resolved(method.getValue())))));
    assertThat(all).hasSizeGreaterThan(10);
    return all;
  }

  /** With the parameters in place of the references to them. */
  private JsonNode resolved(JsonNode operation) {
    ObjectNode copy = operation.deepCopy();
    if (copy.has("parameters")) {
      var parameters = copy.putArray("parameters");
      for (JsonNode parameter : operation.get("parameters")) {
        parameters.add(
            parameter.has("$ref")
                ? description.at(parameter.get("$ref").asText().substring(1))
                : parameter);
      }
    }
    return copy;
  }

  private static String example(JsonNode parameter) {
    return parameter.get("example").asText();
  }

  /** The answer has a status that is described, and a body as described for it. */
  private void hold(Asked asked, HttpResponse<String> answer) throws IOException {
    JsonNode described =
        asked.operation().get("responses").get(Integer.toString(answer.statusCode()));
    assertThat(described).as("%s: %s %s", asked, answer.statusCode(), answer.body()).isNotNull();
    JsonNode content = described.at("/content/application~1json/schema");
    if (content.isMissingNode()) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$ref", content.get("$ref").asText());
    schema.set("components", description.get("components"));
    assertThat(schemas.getSchema(schema).validate(JSON.readTree(answer.body())))
        .as("%s: %s", asked, answer.body())
        .isEmpty();
    if (answer.statusCode() >= 400) {
      assertThat(JSON.readTree(answer.body()).get("error").asText()).endsWith(".");
    }
  }

  private List<String> senseless(JsonNode schema) {
    List<String> values =
        new ArrayList<>(
            List.of("", "-1", "1.5", "99999999999", "٣", "\u0000", "../..", "<script>", "%zz"));
    if (schema.path("type").asText().equals("string")) {
      values.add("x".repeat(5_000));
    }
    while (values.size() < SENSELESS + 9) {
      StringBuilder value = new StringBuilder();
      int length = 1 + random.nextInt(20);
      for (int i = 0; i < length; i++) {
        int c = random.nextInt(4) == 0 ? random.nextInt(0x1_F700) : random.nextInt(0x80);
        value.appendCodePoint(c >= 0xD800 && c < 0xE000 ? ' ' : c);
      }
      values.add(value.toString());
    }
    return values;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path.substring(1)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }
}

package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.ArticleId;
import org.stemma.model.Speaker;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Progress;
import org.stemma.read.Pages;

/** What is put right on the pages of a real desk, and what an attacker tries there. */
class CorrectionPagesTest {
  private static final String PAGES =
      """
      {"id":"quay","outlet":"Quay Post","date":"2031-05-04","text":"“We will not sell the northern dyke to anyone, now or ever,” said Karim Hadun. He left the hall at noon."}
      {"id":"mole","outlet":"Mole Herald","date":"2031-05-05","text":"“We will not sell the northern dyke to anyone, now or ever,” said Jonas Salim. He left the hall at noon."}
      {"id":"tarn","outlet":"Tarn Echo","date":"2031-05-06","text":"“The price of salt is a scandal, and it is a scandal of our own,” said Karim Hadun. He left the hall at noon."}
      """;

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "xXinventedXx";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Desk desk = Desk.inMemory();
  private Site site;

  @BeforeEach
  void serve() throws IOException {
    desk.add(
        Pages.open(List.of("-"), new ByteArrayInputStream(PAGES.getBytes(UTF_8))), Progress.NONE);
    site = Site.start(desk, new SiteSettings(0));
  }

  @AfterEach
  void stop() {
    site.close();
    desk.close();
  }

  @Test
  void aWitnessIsSplitOff_andTheDecisionTakenBackWhereItShows() throws Exception {
    assertThat(get("/statement/mole-1").body()).contains("Quay Post", "Correct this statement");
    HttpResponse<String> answer = post("/statement/mole-1", "what=split&apart.quay-1=1");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/statement/mole-1#correct");
    assertThat(get("/statement/mole-1").body()).doesNotContain("Quay Post</bdi></a></p>");
    assertThat(get("/statement/quay-1").body())
        .contains("Put right by hand", "A statement of its own: “We will not sell");
    HttpResponse<String> back = post("/decisions", "number=1&statement=quay-1");
    assertThat(back.headers().firstValue("Location")).contains("/statement/quay-1#correct");
    assertThat(desk.statement("quay-1")).isEqualTo(desk.statement("mole-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tarn-1", "/statement/tarn-1", "http://127.0.0.1:7878/statement/tarn-1#w-tarn-1"})
  void twoStatementsAreJoinedByTheAddressOrTheIdOfTheOther(String other) throws Exception {
    String fields = "what=join&with=" + URLEncoder.encode(other, UTF_8);
    assertThat(post("/statement/quay-1", fields).statusCode()).isEqualTo(303);
    assertThat(desk.statement("tarn-1").orElseThrow().witnesses()).hasSize(3);
  }

  @Test
  void dateAndOutletAreSet_andThePageTellsWhatItSaidItself() throws Exception {
    assertThat(post("/article/mole", "what=date&date=2031-05-01").statusCode()).isEqualTo(303);
    assertThat(post("/article/mole", "what=outlet&outlet=Mole+Gazette").statusCode())
        .isEqualTo(303);
    assertThat(get("/article/mole").body())
        .contains("1 May 2031", "set by hand", "somebody at this desk set it")
        .contains("was published on 1 May 2031; the page says 5 May 2031.")
        .contains("is of Mole Gazette; the page says Mole Herald.");
    assertThat(get("/decisions").body()).contains("href=\"/article/mole\"");
  }

  @Test
  void aPastedStretchIsMarked_andSaysNothingFromThenOn() throws Exception {
    String fields =
        "what=zone&role=comment&words="
            + URLEncoder.encode(
                "“We will not sell the northern\ndyke to anyone, now or ever,”", UTF_8);
    assertThat(post("/article/mole", fields).statusCode()).isEqualTo(303);
    assertThat(desk.statement("mole-1")).isEmpty();
    assertThat(get("/article/mole").body())
        .contains("Left out: readers’ comments", "No attributions were found.");
  }

  @Test
  void theSpeakerOfOneAttributionIsSet_unset_andTheAttributionRejected() throws Exception {
    assertThat(post("/article/mole", "what=speaker&said=mole-0&with=karim+hadun").statusCode())
        .isEqualTo(303);
    assertThat(speaker()).isEqualTo(new Speaker.Named("Karim Hadun"));
    assertThat(post("/statement/mole-1", "what=not_named&said=mole-1").statusCode()).isEqualTo(303);
    assertThat(speaker()).isInstanceOf(Speaker.Unnamed.class);
    assertThat(post("/article/mole", "what=reject&said=mole-0").statusCode()).isEqualTo(303);
    assertThat(desk.article(new ArticleId("mole")).orElseThrow().attributions()).isEmpty();
    assertThat(get("/decisions").body())
        .contains("was said by Karim Hadun.", "does not name who said it.", "is no attribution.");
  }

  private Speaker speaker() {
    return desk.article(new ArticleId("mole")).orElseThrow().attributions().get(0).speaker();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /article/mole     | what=date&date=May                             | ISO 8601
          /article/mole     | what=date                                      | nothing was decided
          /article/mole     | what=outlet&outlet=+                           | nothing was decided
          /article/mole     | what=zone&role=sky&words=noon                  | no such role
          /article/mole     | what=zone&role=body&words=The+barge            | copy them from its text
          /article/mole     | what=speaker&said=mole-0&with=Nobody           | called that
          /article/mole     | what=reject&said=mole-90                       | Nobody says anything
          /article/mole     | what=reject                                    | names no place
          /article/mole     | what=odd&said=mole-0                           | no such decision
          /statement/quay-1 | what=split                                     | No witness was chosen
          /statement/quay-1 | what=split&apart.quay-1=1&apart.mole-1=1       | nothing would be left
          /statement/quay-1 | what=join&with=the+other+one                   | address of the other
          /statement/quay-1 | what=join&with=mole-1                          | one statement already
          /decisions        | number=0                                       | numbered from 1
          /decisions        | number=9                                       | There is no decision 9
          """)
  void whatMakesNoSense_isOneSentence(String path, String fields, String why) throws Exception {
    HttpResponse<String> answer = post(path, fields);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why).doesNotContain("Exception");
    assertThat(desk.decisions()).isEmpty();
  }

  @Test
  void theLogGoesFromDeskToDesk_andWhatIsNotHeldWaits() throws Exception {
    post("/article/mole", "what=outlet&outlet=Mole+Gazette");
    HttpResponse<String> file = get("/decisions/decisions.jsonl");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("x-ndjson");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    String more =
        "{\"at\":\"2031-05-04T12:00:00Z\",\"decision\":\"reject\",\"attribution\":\"gone-7\"}\n";
    HttpResponse<String> answer = send("log.jsonl", (file.body() + more).getBytes(UTF_8));
    assertThat(answer.body())
        .contains("1 decision is new, 1 was known before.")
        .contains("1 decision speaks of an article that this desk does not hold, and waits for it.")
        .contains("waits for its article");
    assertThat(get("/api/v1/decisions").body())
        .contains("\"decision\":\"set_outlet\"", "\"outlet\":\"Mole Gazette\"", "\"holds\":true");
  }

  @Test
  void aSearchIsFollowed_showsWhatIsNew_andIsLeft() throws Exception {
    assertThat(post("/watch", "what=look&words=%3Cb%3Edyke").statusCode()).isEqualTo(303);
    assertThat(get("/watch").body())
        .contains("&lt;b&gt;dyke", "Nothing new since", "href=\"/search?q=%3Cb%3Edyke\"");
    String page = "{\"id\":\"new\",\"text\":\"The dyke was sold after all.\"}";
    desk.add(
        Pages.open(List.of("-"), new ByteArrayInputStream(page.getBytes(UTF_8))), Progress.NONE);
    assertThat(get("/watch").body()).contains("1 new article since", "href=\"/article/new\"");
    assertThat(post("/watch", "what=look&words=%3Cb%3Edyke").statusCode()).isEqualTo(303);
    assertThat(get("/watch").body()).contains("Nothing new since");
    assertThat(post("/watch", "what=leave&words=%3Cb%3Edyke").statusCode()).isEqualTo(303);
    assertThat(get("/watch").body()).doesNotContain("dyke");
    assertThat(post("/watch", "what=look&words=+").statusCode()).isEqualTo(400);
    assertThat(post("/watch", "what=burn&words=x").statusCode()).isEqualTo(400);
  }

  // What an attacker tries

  private static final String OUTLET = "what=outlet&outlet=Evil";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/article/mole",
        "/statement/mole-1",
        "/decisions",
        "/decisions/import",
        "/add/1",
        "/watch"
      })
  void everyPostWantsTheOwnHost_theOwnOrigin_andTheTokenOfThisProcess(String path)
      throws Exception {
    String type = "Content-Type: application/x-www-form-urlencoded";
    String body = "token=" + token() + "&number=1&what=reject&said=mole-1";
    String length = "Content-Length: " + body.length();
    assertThat(raw("POST " + path + " HTTP/1.1", "Host: evil.example", type, length, "", body))
        .startsWith("HTTP/1.1 421");
    for (String foreign :
        List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site")) {
      assertThat(raw("POST " + path + " HTTP/1.1", host(), foreign, type, length, "", body))
          .as(foreign)
          .startsWith("HTTP/1.1 403");
    }
    String without = "token=x&what=reject&said=mole-1&number=1";
    assertThat(form(path, without).statusCode()).isEqualTo(403);
    assertThat(form(path, "what=reject&said=mole-1&number=1").statusCode()).isEqualTo(403);
    get(path + "?token=" + token() + "&what=reject&said=mole-1&number=1");
    assertThat(desk.decisions()).isEmpty();
    assertThat(get("/watch").body()).doesNotContain("Follow no longer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/article/..%2F..%2Fetc%2Fpasswd",
        "/article/%00",
        "/article/mole%0d%0aX-Evil:1",
        "/article/mole/../../decisions",
        "/statement/..%2F..%2Fdesk.sqlite",
        "/statement/mole-99999999999",
        "/decisions/..%2Fdesk.sqlite",
        "/decisions/export"
      })
  void pathTricksLeadNowhere(String path) throws Exception {
    String body = "token=" + token() + "&" + OUTLET;
    String answer =
        raw(
            "POST " + path + " HTTP/1.1",
            host(),
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length(),
            "",
            body);
    assertThat(answer).containsPattern("^HTTP/1\\.1 (400|404|405)").doesNotContain("X-Evil:1\r");
    assertThat(desk.decisions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/article/mole", "/statement/mole-1", "/decisions", "/watch", "/add/1"})
  void anOversizedFormIsRefused(String path) throws Exception {
    HttpResponse<String> answer = post(path, OUTLET + "&words=" + "x".repeat(300_000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(desk.decisions()).isEmpty();
  }

  @Test
  void anOversizedLogIsRefused() throws Exception {
    assertThat(send("log.jsonl", new byte[17 << 20]).statusCode()).isEqualTo(413);
  }

  @Test
  void aLogThatIsAZipWithAPathInIt_orHasAPathForAName_isNoFileAnywhere() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../evil.sh"));
      zip.write("x".getBytes(UTF_8));
      zip.closeEntry();
    }
    assertThat(send("log.zip", bytes.toByteArray()).statusCode()).isEqualTo(400);
    HttpResponse<String> named = send("../../../tmp/evil.jsonl", "no json".getBytes(UTF_8));
    assertThat(named.statusCode()).isEqualTo(400);
    assertThat(named.body()).contains("Line 1 is no decision: it is not JSON");
    assertThat(desk.decisions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          article=//evil.example              | /article/%2F%2Fevil.example#correct
          article=mole%0d%0aSet-Cookie:+a=b   | /decisions
          statement=//evil.example/           | /statement/%2F%2Fevil.example%2F#correct
          statement=x%0d%0aSet-Cookie:+a=b    | /statement/x%0D%0ASet-Cookie%3A%20a%3Db#correct
          article=                            | /decisions
          """)
  void takingBackLeadsNowhereElse(String field, String where) throws Exception {
    post("/article/mole", OUTLET);
    HttpResponse<String> answer = post("/decisions", "number=1&" + field);
    assertThat(answer.headers().firstValue("Location")).contains(where);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void whatIsTypedIsShownAsTextOnly() throws Exception {
    String evil = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    post("/article/mole", "what=outlet&outlet=" + URLEncoder.encode(evil, UTF_8));
    for (String path : List.of("/article/mole", "/decisions", "/statement/mole-1", "/outlets")) {
      String body = get(path).body();
      assertThat(body)
          .as(path)
          .doesNotContain("<script>alert", "<img src=x")
          .contains("&lt;script");
    }
  }

  private HttpResponse<String> send(String name, byte[] log) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    body.writeBytes((head + "token\"\r\n\r\n" + token() + "\r\n").getBytes(UTF_8));
    body.writeBytes((head + "log\"; filename=\"" + name + "\"\r\n\r\n").getBytes(UTF_8));
    body.writeBytes(log);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return client.send(
        request("/decisions/import")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path.substring(1)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());
    return answer.statusCode() == 303
        ? get(answer.headers().firstValue("Location").orElseThrow())
        : answer;
  }

  private String token() throws Exception {
    Matcher token = TOKEN.matcher(get("/check").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> post(String path, String fields) throws Exception {
    return form(path, "token=" + token() + "&" + fields);
  }

  private HttpResponse<String> form(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private String host() {
    return "Host: 127.0.0.1:" + site.address().getPort();
  }

  /** What a client gets that the JDK's would not let us be. */
  private String raw(String start, String... rest) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.address().getPort())) {
      String request = start + "\r\nConnection: close\r\n" + String.join("\r\n", rest);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}

package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.store.StoreException;

/** Reading that takes longer than a browser should wait. */
@Timeout(60)
class LongWorkTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "xXinventedXx";

  private final HttpClient client = HttpClient.newHttpClient();
  private final InventedDesk desk = new InventedDesk();
  private Site site;

  @BeforeEach
  void serve() throws IOException {
    site = Site.start(desk, new SiteSettings(0));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void longReadingTellsHowFarItIs_canBeLeftAndComeBackTo_andStopped() throws Exception {
    desk.slowness = 600;
    HttpResponse<String> answer = drop("a.html");
    assertThat(answer.statusCode()).isEqualTo(303);
    String place = answer.headers().firstValue("Location").orElseThrow();
    assertThat(place).isEqualTo("/add/1");
    String page = get(place).body();
    assertThat(page).contains("Reading 1 file", "in the desk so far", "Look again", ">Stop<");
    assertThat(get("/add").body()).contains("<a href=\"/add/1\">Reading 1 file</a>");

    HttpResponse<String> next = drop("b.html");
    assertThat(get(next.headers().firstValue("Location").orElseThrow()).body())
        .contains("Waits until what was dropped before is read.");

    assertThat(post("/add/1", "token=x").statusCode()).as("without the token").isEqualTo(403);
    assertThat(get("/add/1").body()).contains("Reading 1 file");
    assertThat(post("/add/1", "token=" + token()).statusCode()).isEqualTo(303);
    assertThat(eventually("/add/1", "Pages read")).contains("It was stopped before the end.");
    post("/add/2", "token=" + token());
    assertThat(eventually("/add/2", "Pages read")).contains("1 page added.");
  }

  @Test
  void whatIsReadSoonIsToldAtOnce() throws Exception {
    assertThat(drop("a.html").body()).contains("Pages read", "1 page added.");
    assertThat(get("/add/1").body()).contains("Pages read");
    assertThat(get("/add").body()).doesNotContain("/add/1");
  }

  @Test
  void moreThanAFewAreNotKeptWaiting() throws Exception {
    desk.slowness = 600;
    for (int i = 0; i < 4; i++) {
      assertThat(drop("a.html").statusCode()).isEqualTo(303);
    }
    HttpResponse<String> answer = drop("one-more.html");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Others wait to be read already");
  }

  @Test
  void whatFails_saysWhy() throws Exception {
    desk.failure = Optional.of(new StoreException("The desk is in use by another Stemma."));
    assertThat(get(drop("a.html").headers().firstValue("Location").orElse("/add/1")).body())
        .contains("Pages were not read", "in use by another Stemma");
    desk.failure = Optional.of(new IllegalStateException("secret path"));
    assertThat(drop("a.html").body())
        .contains("Something went wrong inside Stemma")
        .doesNotContain("secret path");
    assertThat(get("/add/99").statusCode()).isEqualTo(404);
    assertThat(get("/add/..%2F1").statusCode()).isEqualTo(404);
  }

  private String eventually(String path, String title) throws Exception {
    String body = get(path).body();
    while (!body.contains("<h1>" + title)) {
      Thread.sleep(50);
      body = get(path).body();
    }
    return body;
  }

  private HttpResponse<String> drop(String name) throws Exception {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    String body =
        head
            + "token\"\r\n\r\n"
            + token()
            + "\r\n"
            + head
            + "pages\"; filename=\""
            + name
            + "\"\r\n\r\n<p>x</p>\r\n--"
            + BOUNDARY
            + "--\r\n";
    return client.send(
        request("/add")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body, UTF_8))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path.substring(1)));
  }

  private String token() throws Exception {
    Matcher token = TOKEN.matcher(get("/check").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}

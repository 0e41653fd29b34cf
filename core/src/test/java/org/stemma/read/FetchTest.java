package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Outcome;
import org.stemma.model.Page;

/** Pages by their address, from a server that means well and from one that does not. */
@Timeout(20)
class FetchTest {
  private static final String STORY =
      "<!doctype html><title>Ferry</title><p>The ferry left at six, the harbour office said.</p>";

  /** Short, so that the tests are; the spans are what matters, not their length. */
  private static final FetchLimits LIMITS =
      new FetchLimits(
          200_000,
          20_000,
          5,
          Duration.ofMillis(500),
          Duration.ofMillis(300),
          Duration.ofSeconds(1));

  private final HandClock clock = new HandClock();
  private RawServer server;
  private InventedWeb web;
  private Fetching fetching;

  @BeforeEach
  void open() throws IOException {
    server = new RawServer();
    web = new InventedWeb(server.at()).names("paper.example", "other.example");
    fetching = fetching(LIMITS);
  }

  private Fetching fetching(FetchLimits limits) {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new Fetching(Optional.of(new Fetcher(web, tls, limits, clock)));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  // --- what is fetched ---------------------------------------------------------------------------

  @Test
  void aPageComesWithItsAddress() {
    server.page("paper.example/a", STORY);
    Page page = found("http://paper.example/a#top");
    assertThat(page.place()).isEqualTo("http://paper.example/a#top");
    assertThat(page.address()).isEqualTo("http://paper.example/a");
    assertThat(page.content()).isEqualTo(new Page.Html(STORY));
    assertThat(server.asked()).hasToString("[paper.example/robots.txt, paper.example/a]");
  }

  @Test
  void aRequestSaysWhoAsksAndNothingElse() {
    server.page("paper.example/a", STORY);
    found("http://paper.example/a");
    assertThat(server.asked().get(1).head().split("\r\n"))
        .containsExactly(
            "GET /a HTTP/1.1",
            "Host: paper.example",
            "User-Agent: Stemma",
            "Accept: text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
            "Accept-Encoding: gzip, deflate, br",
            "Connection: close");
  }

  @Test
  void thePortIsNamedToTheServer() {
    server.page("paper.example:8080/a", STORY);
    found("http://paper.example:8080/a");
    assertThat(web.connected()).containsOnly("45.45.45.45:8080");
  }

  @Test
  void packedPagesAreUnpacked() throws IOException {
    byte[] packed = gzipped(STORY.getBytes(UTF_8));
    server.on(
        "paper.example/a",
        out -> out.write(RawServer.ok("text/html", packed, "Content-Encoding: gzip")));
    assertThat(found("http://paper.example/a").content()).isEqualTo(new Page.Html(STORY));
  }

  @Test
  void pagesInPiecesArePutTogether() {
    server.on(
        "paper.example/a",
        out ->
            out.write(
                ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "6\r\n<html>\r\n5;note=x\r\nFerry\r\n0\r\n\r\n")
                    .getBytes(UTF_8)));
    assertThat(found("http://paper.example/a").content()).isEqualTo(new Page.Html("<html>Ferry"));
  }

  @Test
  void theServersWordTellsWhatDoesNotLookLikeAPage() {
    server.page("paper.example/a.json", "<section><p>The ferry left at six.</p></section>");
    assertThat(found("http://paper.example/a.json").content()).isInstanceOf(Page.Html.class);
    server.on(
        "paper.example/b.html",
        out -> out.write(RawServer.ok("text/plain", "The ferry left.".getBytes(UTF_8))));
    assertThat(found("http://paper.example/b.html").content())
        .isEqualTo(new Page.PlainText("The ferry left."));
  }

  @Test
  void withoutLeaveNothingIsFetched() {
    Pages pages = Pages.open(List.of("http://paper.example/a"), InputStream.nullInputStream());
    assertThat(pages.next())
        .isEqualTo(
            new Reading.Unreadable(
                "http://paper.example/a",
                Optional.of("http://paper.example/a"),
                Outcome.Kind.REFUSED,
                "an address, and nothing is fetched here"));
    assertThat(pages.hasNext()).isFalse();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void addressesInsideWhatWasFetchedAreNotFollowed() {
    server.page(
        "paper.example/a",
        "<html><meta http-equiv=refresh content='0;url=http://other.example/b'>"
            + "<link rel=canonical href='http://other.example/c'><img src='http://other.example/d'>"
            + "<iframe src='http://other.example/e'></iframe></html>");
    found("http://paper.example/a");
    server.on(
        "paper.example/b",
        out ->
            out.write(
                RawServer.ok(
                    "application/x-ndjson",
                    "{\"text\": \"http://other.example/f\", \"address\": \"http://other.example/g\"}"
                        .getBytes(UTF_8))));
    found("http://paper.example/b");
    assertThat(server.asked()).allMatch(asked -> asked.host().equals("paper.example"));
  }

  @Test
  void whatIsFetchedByItsAddressIsNeverAFile() {
    Pages pages = Pages.fetch("/etc/hostname", fetching);
    assertThat(pages.next())
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).startsWith("not an address"));
  }

  // --- where it must not lead --------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://10.0.0.7/admin | leads to a private address (10.0.0.7), which is never fetched",
        "http://127.0.0.1:8080/ | leads to a loopback address (127.0.0.1), which is never fetched",
        "http://[::1]/ | leads to a loopback address (0:0:0:0:0:0:0:1), which is never fetched",
        "http://169.254.169.254/x | leads to a cloud's metadata address (169.254.169.254), which is never fetched",
        "file:///etc/passwd | only http and https addresses are fetched, not file",
        "http://nowhere.example/ | the name nowhere.example could not be looked up; check it, and the connection",
      })
  void isNotFetched(String address, String reason) {
    refuses(address, Outcome.Kind.REFUSED, reason);
    assertThat(web.connected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://10.0.0.7/x | redirects to http://10.0.0.7/x: leads to a private address (10.0.0.7), which is never fetched",
        "//127.0.0.1:8080/ | redirects to http://127.0.0.1:8080/: leads to a loopback address (127.0.0.1), which is never fetched",
        "http://2130706433/ | writes the number of its host in an odd way, which may hide another",
        "file:///etc/passwd | only http and https addresses are fetched, not file",
        "http://router.example/ | redirects to http://router.example/: leads to a private address (192.168.1.1), which is never fetched",
        "http://x:y@paper.example/ | holds a user name or a password, which are never sent",
        "/a | redirects more than 5 times",
      })
  void isNotFetchedAfterARedirect(String to, String reason) {
    web.name("router.example", List.of("192.168.1.1"));
    server.redirect("paper.example/a", to);
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, reason);
    assertThat(web.connected()).containsOnly("45.45.45.45:80");
  }

  @Test
  void goodRedirectsAreFollowed() {
    server.redirect("paper.example/a", "b?x=1");
    server.redirect("paper.example/b?x=1", "http://other.example/stra\u00dfe");
    server.page("other.example/stra%C3%9Fe", STORY);
    Page page = found("http://paper.example/a");
    assertThat(page.address()).isEqualTo("http://other.example/stra%C3%9Fe");
    assertThat(page.place()).isEqualTo("http://paper.example/a");
    assertThat(server.asked())
        .hasToString(
            "[paper.example/robots.txt, paper.example/a, paper.example/b?x=1,"
                + " other.example/robots.txt, other.example/stra%C3%9Fe]");
  }

  @Test
  void aNameThatTurnsPrivateIsNotConnectedTo() {
    List<String> open = List.of(InventedWeb.PUBLIC);
    List<String> closed = List.of("10.0.0.7");
    server.page("rebound.example/a", STORY);
    web.name("rebound.example", open, open, closed);
    refuses(
        "http://rebound.example/a",
        Outcome.Kind.REFUSED,
        "leads to a private address (10.0.0.7), which is never fetched");
    assertThat(web.connected()).containsOnly("45.45.45.45:80");
  }

  @Test
  void theConnectionGoesToTheNumberThatWasChecked() {
    List<String> first = List.of("45.45.45.1");
    List<String> second = List.of("45.45.45.2");
    // For the first look, for robots.txt, for the page.
    web.name("moving.example", first, first, second, List.of("10.0.0.7"));
    server.page("moving.example/a", STORY);
    found("http://moving.example/a");
    assertThat(web.connected()).containsExactly("45.45.45.1:80", "45.45.45.2:80");
  }

  @Test
  void oneForbiddenNumberAmongManyIsEnough() {
    web.name("two-faced.example", List.of(InventedWeb.PUBLIC, "::1"));
    refuses(
        "http://two-faced.example/",
        Outcome.Kind.REFUSED,
        "leads to a loopback address (0:0:0:0:0:0:0:1), which is never fetched");
    assertThat(web.connected()).isEmpty();
  }

  // --- answers that never end, or lie ------------------------------------------------------------

  @Test
  void anEndlessBody() {
    server.on(
        "paper.example/a",
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          endless(out, "x".repeat(1000));
        });
    refuses("http://paper.example/a", Outcome.Kind.TOO_LARGE, "larger than 200000 bytes");
  }

  @Test
  void anEndlessBodyInPieces() {
    server.on(
        "paper.example/a",
        out -> {
          out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
          endless(out, "1;" + "x".repeat(1000) + "\r\ny\r\n");
        });
    refuses("http://paper.example/a", Outcome.Kind.TOO_LARGE, "larger than 200000 bytes");
  }

  @Test
  void aBomb() throws IOException {
    byte[] bomb = gzipped(new byte[20 << 20]);
    server.on(
        "paper.example/a",
        out -> out.write(RawServer.ok("text/html", bomb, "Content-Encoding: gzip")));
    refuses("http://paper.example/a", Outcome.Kind.TOO_LARGE, "larger than 200000 bytes");
    fetching =
        fetching(
            new FetchLimits(30 << 20, 20_000, 5, LIMITS.connect(), LIMITS.idle(), LIMITS.total()));
    refuses(
        "http://paper.example/a",
        Outcome.Kind.TOO_LARGE,
        "packed so tightly that it looks like a trap");
  }

  @Test
  void packingThatIsNone() {
    server.on(
        "paper.example/a",
        out ->
            out.write(RawServer.ok("text/html", STORY.getBytes(UTF_8), "Content-Encoding: gzip")));
    refuses("http://paper.example/a", Outcome.Kind.BROKEN, "its answer broke off or is broken");
  }

  @Test
  void silence() {
    server.on("paper.example/a", out -> Thread.sleep(10_000));
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, "no answer within 300 ms");
  }

  @Test
  void aSlowDripOfABody() {
    server.on(
        "paper.example/a",
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(UTF_8));
          drip(out, "x");
        });
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, "not read to its end within 1 s");
  }

  @Test
  void aSlowDripOfAHead() {
    server.on("paper.example/a", out -> drip(out, "H"));
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, "not read to its end within 1 s");
  }

  @Test
  void aSlowChainOfRedirects() {
    for (String page : List.of("a", "aa", "aaa", "aaaa", "aaaaa")) {
      server.on(
          "paper.example/" + page,
          out -> {
            Thread.sleep(250);
            out.write(("HTTP/1.1 302 Found\r\nLocation: /" + page + "a\r\n\r\n").getBytes(UTF_8));
          });
    }
    server.page("paper.example/aaaaaa", STORY);
    Reading.Unreadable unreadable = (Reading.Unreadable) only("http://paper.example/a");
    assertThat(unreadable.reason()).endsWith("not read to its end within 1 s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Header: " + "y\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
      })
  void anEndlessHead(String again) {
    server.on(
        "paper.example/a",
        out -> {
          out.write((again.startsWith("HTTP") ? "" : "HTTP/1.1 200 OK\r\n").getBytes(UTF_8));
          endless(out, again);
        });
    refuses("http://paper.example/a", Outcome.Kind.TOO_LARGE, "sends an endless head");
  }

  @Test
  void aHeaderWithoutEnd() {
    server.on(
        "paper.example/a",
        out -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
          endless(out, "y".repeat(1000));
        });
    refuses("http://paper.example/a", Outcome.Kind.TOO_LARGE, "sends an endless head");
  }

  @Test
  void moreIsPromisedThanComes() {
    server.on(
        "paper.example/a",
        out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<html>".getBytes(UTF_8)));
    refuses("http://paper.example/a", Outcome.Kind.BROKEN, "its answer broke off or is broken");
  }

  @Test
  void moreComesThanIsPromised() {
    server.on(
        "paper.example/a",
        out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>more".getBytes(UTF_8)));
    assertThat(found("http://paper.example/a").content()).isEqualTo(new Page.Html("<html>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSH-2.0-OpenSSH_9.2 | does not answer in HTTP",
        "HTTP/1.1 200 OK\\r\\nContent-Length: minus one\\r\\n\\r\\n | does not answer in HTTP",
        "HTTP/1.1 000 Nothing\\r\\n\\r\\n | does not answer in HTTP",
        "HTTP/1.1 404 Not Found\\r\\n\\r\\n | answered 404",
        "HTTP/1.1 500 Oh\\r\\n\\r\\n | answered 500",
        "HTTP/1.1 206 Partial\\r\\n\\r\\n<html> | answered 206",
        "HTTP/1.1 304 Not Modified\\r\\n\\r\\n | answered 304",
        "HTTP/1.1 302 Found\\r\\n\\r\\n | answered 302",
        "HTTP/1.1 401 Who\\r\\nWWW-Authenticate: Basic\\r\\n\\r\\n | answered 401",
      })
  void anAnswerThatIsNoPage(String answer, String reason) {
    server.on(
        "paper.example/a", out -> out.write(answer.replace("\\r\\n", "\r\n").getBytes(UTF_8)));
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, reason);
  }

  @Test
  void noAnswerAtAll() {
    server.on("paper.example/a", OutputStream::close);
    refuses(
        "http://paper.example/a", Outcome.Kind.REFUSED, "closed the connection without an answer");
  }

  @Test
  void nobodyThere() throws IOException {
    server.close();
    refuses(
        "http://paper.example/a", Outcome.Kind.REFUSED, "cannot be reached: nobody answers there");
  }

  @Test
  void whatIsNoTextIsNoPage() {
    server.on(
        "paper.example/a",
        out -> out.write(RawServer.ok("application/pdf", "%PDF-1.7".getBytes(UTF_8))));
    refuses(
        "http://paper.example/a", Outcome.Kind.UNSUPPORTED, "a PDF, which Stemma does not read");
  }

  @Test
  void whateverComesThereIsOneSentenceOrAPage() throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Encoding: gzip\r\nRetry-After: 5\r\nLocation: http://other.example/\r\n\r\n";
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] packed = gzipped(STORY.getBytes(UTF_8));
    whole.writeBytes(head.getBytes(UTF_8));
    whole.writeBytes((Integer.toHexString(packed.length) + "\r\n").getBytes(UTF_8));
    whole.writeBytes(packed);
    whole.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
    for (long seed = 0; seed < 400; seed++) {
      byte[] answer = spoilt(whole.toByteArray(), new Random(seed));
      server.on("paper.example/a", out -> out.write(answer));
      Reading reading = only("http://paper.example/a");
      if (reading instanceof Reading.Unreadable unreadable) {
        assertThat(unreadable.reason()).as("seed %d", seed).isNotBlank().doesNotContain("null");
      }
      clock.pass(Duration.ofDays(2));
    }
  }

  private static byte[] spoilt(byte[] answer, Random random) {
    byte[] spoilt = answer.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      // The status line and the headers are where it hurts.
      int at = random.nextInt(random.nextBoolean() ? 40 : spoilt.length);
      spoilt[at] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) > 0 ? spoilt : Arrays.copyOf(spoilt, random.nextInt(spoilt.length));
  }

  // --- manners -----------------------------------------------------------------------------------

  @Test
  void aHostIsAskedOnceASecond() {
    List<Instant> times = new ArrayList<>();
    server.meanwhile(() -> times.add(clock.now()));
    server.page("paper.example/a", STORY).page("paper.example/b", STORY);
    server.page("other.example/c", STORY);
    for (String page : List.of("paper.example/a", "paper.example/b", "other.example/c")) {
      found("http://" + page);
    }
    assertThat(spans(times)).containsExactly(1L, 1L, 0L, 1L);
  }

  @Test
  void theNextRequestWaitsForTheEndOfTheLast() {
    List<Instant> times = new ArrayList<>();
    server.meanwhile(
        () -> {
          times.add(clock.now());
          clock.pass(Duration.ofSeconds(7));
        });
    server.page("paper.example/a", STORY);
    found("http://paper.example/a");
    assertThat(spans(times)).containsExactly(8L);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "0.2, 1", "3600, 30"})
  void aCrawlDelayIsKeptAsFarAsIsBearable(String wished, long seconds) {
    List<Instant> times = new ArrayList<>();
    server.meanwhile(() -> times.add(clock.now()));
    server.page("paper.example/robots.txt", "User-agent: *\nCrawl-delay: " + wished + "\n");
    server.page("paper.example/a", STORY).page("paper.example/b", STORY);
    found("http://paper.example/a");
    found("http://paper.example/b");
    assertThat(spans(times)).containsExactly(seconds, seconds);
  }

  @Test
  void aHostThatAsksForPeaceGetsIt() {
    server.head("paper.example/a", "HTTP/1.1 429 Slow", "Retry-After: 120", "Content-Length: 0");
    server.page("paper.example/b", STORY);
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, "answered 429");
    assertThat(fetching.peaceUntil("http://paper.example/b")).isPresent();
    assertThat(fetching.peaceUntil("http://other.example/b")).isEmpty();
    refuses(
        "http://paper.example/b",
        Outcome.Kind.REFUSED,
        "paper.example asks not to be asked again before 12 March 10:03 UTC");
    assertThat(server.asked()).hasSize(2);
    clock.pass(Duration.ofMinutes(2));
    assertThat(fetching.peaceUntil("http://paper.example/b")).isEmpty();
    found("http://paper.example/b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 12 Mar 2031 11:00:00 GMT | 2031-03-12T11:00:00Z",
        "999999999 | 2031-03-13T10:00:01Z",
        "Wed, 12 Mar 2029 11:00:00 GMT |",
        "-5 |",
        "soon |",
      })
  void peaceHasManySpellings(String wish, Instant until) {
    server.head("paper.example/a", "HTTP/1.1 503 Later", "Retry-After: " + wish);
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, "answered 503");
    assertThat(fetching.peaceUntil("http://paper.example/")).isEqualTo(Optional.ofNullable(until));
  }

  @Test
  void whoAsksAgainSaysWhatIsKnown() {
    server.on(
        "paper.example/feed",
        out ->
            out.write(
                RawServer.ok(
                    "application/rss+xml",
                    "<rss><channel><item><link>/a</link></item></channel></rss>".getBytes(UTF_8),
                    "ETag: \"v1\"",
                    "Last-Modified: Wed, 12 Mar 2031 09:00:00 GMT")));
    FeedNews.Read read =
        (FeedNews.Read) fetching.feed("http://paper.example/feed", Validators.NONE);
    assertThat(read.entries()).extracting(Page::address).containsExactly("http://paper.example/a");
    server.head("paper.example/feed", "HTTP/1.1 304 Not Modified");
    assertThat(fetching.feed("http://paper.example/feed", read.validators()))
        .isEqualTo(new FeedNews.Unchanged());
    assertThat(server.asked().get(2).head())
        .contains("\r\nIf-None-Match: \"v1\"\r\n")
        .contains("\r\nIf-Modified-Since: Wed, 12 Mar 2031 09:00:00 GMT\r\n");
  }

  @Test
  void aFeedLeadsToItsPagesAndToNothingElse() {
    server.on(
        "paper.example/feed",
        out ->
            out.write(
                RawServer.ok(
                    "application/rss+xml",
                    ("<rss><channel><title>The Paper</title>"
                            + "<item><title>Ferry</title><link>http://paper.example/a</link>"
                            + "<pubDate>Wed, 12 Mar 2031 09:00:00 GMT</pubDate>"
                            + "<description>The ferry left Osterby at six.</description></item>"
                            + "<item><title>Ferry</title><link>http://paper.example/a</link></item>"
                            + "<item><link>b</link></item>"
                            + "<item><title>No link</title><description>None.</description></item>"
                            + "<item><link>file:///etc/passwd</link></item>"
                            + "</channel></rss>")
                        .getBytes(UTF_8))));
    FeedNews.Read read =
        (FeedNews.Read) fetching.feed("http://paper.example/feed", Validators.NONE);
    assertThat(read.entries())
        .extracting(Page::address)
        .containsExactly("http://paper.example/a", "http://paper.example/b");
    assertThat(read.entries().get(0).dates())
        .extracting(FoundDate::origin)
        .containsExactly(DateOrigin.FEED);
    assertThat(read.entries().get(0).imprint().outlet()).contains("The Paper");
  }

  @Test
  void theServerTellsTheEncoding() {
    byte[] page = "<p>Паром ушёл.</p>".getBytes(Charset.forName("windows-1251"));
    server.on(
        "paper.example/a", out -> out.write(RawServer.ok("text/html; charset=windows-1251", page)));
    assertThat(found("http://paper.example/a").content())
        .isEqualTo(new Page.Html("<p>Паром ушёл.</p>"));
  }

  @Test
  void aPageIsNoFeed() {
    server.page("paper.example/a", STORY);
    assertThat(fetching.feed("http://paper.example/a", Validators.NONE))
        .isEqualTo(new FeedNews.Unread("holds no feed"));
  }

  // --- robots.txt --------------------------------------------------------------------------------

  @Test
  void whatRobotsMayNotReadIsNotAskedFor() {
    server.page("paper.example/robots.txt", "User-agent: *\nDisallow: /private\n");
    server.page("paper.example/a", STORY);
    refuses(
        "http://paper.example/private/a",
        Outcome.Kind.REFUSED,
        "robots.txt of paper.example does not allow this page");
    found("http://paper.example/a");
    assertThat(server.asked()).hasToString("[paper.example/robots.txt, paper.example/a]");
  }

  @Test
  void aRedirectToWhatRobotsMayNotReadEndsThere() {
    server.page("other.example/robots.txt", "User-agent: Stemma\nDisallow: /\n");
    server.redirect("paper.example/a", "http://other.example/b");
    refuses(
        "http://paper.example/a",
        Outcome.Kind.REFUSED,
        "redirects to http://other.example/b: robots.txt of other.example does not allow this page");
    assertThat(server.asked()).noneMatch(asked -> asked.path().equals("/b"));
  }

  @Test
  void rulesAreKeptForADay() {
    server.page("paper.example/a", STORY);
    found("http://paper.example/a");
    clock.pass(Duration.ofHours(23));
    found("http://paper.example/a");
    clock.pass(Duration.ofHours(2));
    found("http://paper.example/a");
    assertThat(server.asked())
        .hasToString(
            "[paper.example/robots.txt, paper.example/a, paper.example/a,"
                + " paper.example/robots.txt, paper.example/a]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 500 Oh | robots.txt of paper.example cannot be read (answered 500), so nothing there is fetched",
        "HTTP/1.1 429 Slow | robots.txt of paper.example cannot be read (answered 429), so nothing there is fetched",
        "HTTP/1.1 204 Nothing | robots.txt of paper.example cannot be read (answered 204), so nothing there is fetched",
      })
  void rulesThatCannotBeReadAllowNothingForAWhile(String status, String reason) {
    server.head("paper.example/robots.txt", status, "Content-Length: 0");
    server.page("paper.example/a", STORY);
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, reason);
    server.page("paper.example/robots.txt", "");
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, reason);
    clock.pass(Duration.ofMinutes(5));
    found("http://paper.example/a");
  }

  @Test
  void rulesMayLieElsewhereButNotWithin() {
    server.redirect("paper.example/robots.txt", "http://other.example/rules");
    server.page("other.example/rules", "User-agent: *\nDisallow: /a\n");
    refuses(
        "http://paper.example/a",
        Outcome.Kind.REFUSED,
        "robots.txt of paper.example does not allow this page");
    server.redirect("other.example/robots.txt", "http://10.0.0.7/rules");
    refuses(
        "http://other.example/a",
        Outcome.Kind.REFUSED,
        "robots.txt of other.example cannot be read (redirects to http://10.0.0.7/rules: leads to a"
            + " private address (10.0.0.7), which is never fetched), so nothing there is fetched");
  }

  @Test
  void aHostThatIsDownIsNotTriedForEachPage() {
    server.on("paper.example/robots.txt", out -> Thread.sleep(10_000));
    refuses("http://paper.example/a", Outcome.Kind.REFUSED, "no answer within 300 ms");
    refuses("http://paper.example/b", Outcome.Kind.REFUSED, "no answer within 300 ms");
    assertThat(server.asked()).hasSize(1);
  }

  // --- how it is asked ---------------------------------------------------------------------------

  private Page found(String address) {
    return ((Reading.Found) only(address)).page();
  }

  private void refuses(String address, Outcome.Kind kind, String reason) {
    Reading.Unreadable unreadable = (Reading.Unreadable) only(address);
    assertThat(unreadable.reason()).isEqualTo(reason);
    assertThat(unreadable.kind()).isEqualTo(kind);
    assertThat(unreadable.place()).isEqualTo(address);
  }

  private Reading only(String address) {
    try (Pages pages = Pages.open(List.of(address), InputStream.nullInputStream(), fetching)) {
      Reading reading = pages.next();
      assertThat(pages.hasNext()).isFalse();
      return reading;
    }
  }

  private static List<Long> spans(List<Instant> times) {
    List<Long> spans = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      spans.add(Duration.between(times.get(i - 1), times.get(i)).toSeconds());
    }
    return spans;
  }

  private static void endless(OutputStream out, String again) throws IOException {
    byte[] bytes = again.getBytes(UTF_8);
    while (true) {
      out.write(bytes);
    }
  }

  private static void drip(OutputStream out, String drop) throws IOException, InterruptedException {
    while (true) {
      out.write(drop.getBytes(UTF_8));
      out.flush();
      Thread.sleep(50);
    }
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}

package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site through real HTTP. */
@Timeout(60)
class SiteTest {
  private static final String BOUNDARY = "----boundary7";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern OWN_LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final InventedDesk desk = new InventedDesk();
  private Site site;

  @BeforeEach
  void start() throws IOException {
    site = Site.start(desk, new SiteSettings(0));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void homeTellsTheDeskInSentencesWithEachNumberALink() throws Exception {
    String home = get("/").body();
    assertThat(home)
        .contains("<a href=\"/articles\">5 articles</a>", "<a href=\"/outlets\">4 outlets</a>")
        .contains("<a href=\"/statements?kind=shared\">2</a> are in more than one outlet")
        .contains("<a href=\"/articles?undated=1\"><bdi>1 page</bdi></a> has no date")
        .contains("a “not” lost or added");
    assertThat(home.indexOf("In more than one outlet")).isLessThan(home.indexOf("newest first"));
  }

  @Test
  void anEmptyDeskSaysWhatToDo() throws Exception {
    site.close();
    site = Site.start(InventedDesk.empty(), new SiteSettings(0));
    assertThat(get("/").body()).contains("The desk is empty.", "Drop pages here", "stemma add");
  }

  @Test
  void everyLinkOfEveryPageLeadsSomewhere() throws Exception {
    List<String> pages = new java.util.ArrayList<>(List.of("/"));
    for (int i = 0; i < pages.size(); i++) {
      HttpResponse<String> page = get(pages.get(i));
      assertThat(page.statusCode()).as(pages.get(i)).isIn(200, 303);
      Matcher link = OWN_LINK.matcher(page.body());
      while (link.find()) {
        String path = link.group(1).replace("&amp;", "&").replace("&#39;", "'");
        // A search leads to narrower ones without end; where the first ones lead, tells enough.
        boolean narrower = path.startsWith("/search") && pages.get(i).startsWith("/search");
        if (!pages.contains(path) && !narrower) {
          pages.add(path);
        }
      }
    }
    assertThat(pages).hasSizeGreaterThan(20);
  }

  @Test
  void everyWayToNarrowASearchLeadsSomewhere() throws Exception {
    Matcher link = OWN_LINK.matcher(get("/search?q=bodies%20OR%20shot%20-zebra").body());
    int searches = 0;
    while (link.find()) {
      String path = link.group(1).replace("&amp;", "&").replace("&#39;", "'");
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
      searches += path.startsWith("/search?q=") ? 1 : 0;
    }
    assertThat(searches).isGreaterThan(5);
  }

  @Test
  void anArticleOfAnyIdIsFoundUnderItsEncodedId() throws Exception {
    String id = URLEncoder.encode(InventedDesk.SAVED.value(), UTF_8);
    String page = get("/article/" + id).body();
    assertThat(page)
        .contains("32 bodies", "<span class=\"nodate\">no date</span>")
        .contains("perhaps the day the page was read");
  }

  @Test
  void anArticleMarksWhoSaysWhatAndFoldsWhatIsNoPartOfIt() throws Exception {
    assertThat(get("/article/courier").body())
        .contains("id=\"a-105\"", "class=\"source\">Colonel Tomas Brel</span>")
        .contains("href=\"/statement/courier-105\"", "via Northern Wire")
        .contains("Left out: readers’ comments, 1 comment, ")
        .contains("gullwatcher, two hours ago, to ")
        .contains("Only the start of this article was free to read")
        .contains("the only date of publication that was found")
        .contains("Also in <a href=\"/article/wire#s-")
        .contains("rel=\"noreferrer noopener external\"");
  }

  @Test
  void whatIsLeftOutInOnePlaceIsOneFoldThatNamesItsRoles() throws Exception {
    assertThat(get("/article/wire").body())
        .contains("Left out: related stories and page furniture, ")
        .contains("<p class=\"who\"><bdi>page furniture</bdi></p>");
  }

  @Test
  void whatBecameOfEachPageCanBeSeenByItsKind() throws Exception {
    assertThat(get("/reading").body())
        .contains("5 articles in the desk, of which 1 only in part.")
        .contains("Nothing could be made of 1 page.")
        .contains("<a href=\"/reading?kind=stub\">only the start free to read: 1</a>")
        .contains("href=\"/article/courier\"", "a PDF, which Stemma does not read");
    assertThat(get("/reading?kind=stub").body())
        .contains("courier.html")
        .doesNotContain("a PDF, which");
    assertThat(get("/reading?kind=added").statusCode()).isEqualTo(400);
    assertThat(get("/").body())
        .contains("<a href=\"/reading\">1 page</a> could not be read.")
        .doesNotContain("courier.html");
  }

  @Test
  void aPassageThatTheReaderWasSentToIsMarked() throws Exception {
    assertThat(get("/article/wire?at=3-8").body()).contains("id=\"sought\" class=\"sought\"");
    assertThat(get("/article/wire?at=3-99999999").body()).doesNotContain("id=\"sought\"");
    assertThat(get("/article/wire?at=8-3").statusCode()).isEqualTo(200);
  }

  @Test
  void aStatementShowsItsWitnessesAndNamesWhatChanged() throws Exception {
    assertThat(get("/statement/courier-105").body())
        .contains("<del class=\"grave gap-after\">", "do not<span class=\"vh\">]</span></del>")
        .contains("The Castrel Tribune: a “not” lost or added: “do not” left out.")
        .contains("<svg class=\"picture stemma\"", "took it from", "according to Northern Wire");
  }

  @Test
  void aStatementSaysHowManyOfItsOutletsAreIndependentAndWhichAreNot() throws Exception {
    assertThat(get("/statement/courier-105").body())
        .contains("In 3 outlets, <a href=\"#independent\">1 of them independent</a>")
        .contains("(<bdi>one from the other, or of one outlet</bdi>)");
  }

  @Test
  void copiesOfOneStoryAreCountedOnceWhereTheAddressSaysSo() throws Exception {
    assertThat(get("/statement/courier-105?copies=once").body())
        .contains("Those that have it from one of these (2)", "Count every outlet alike");
    for (String list : List.of("/", "/statements", "/speaker/courier~tomas-brel")) {
      assertThat(get(list).body())
          .as(list)
          .contains(list + "?copies=once\"")
          .doesNotContain("of them independent");
      assertThat(get(list + "?copies=once").body())
          .as(list)
          .contains("3 outlets, 1 of them independent");
    }
    assertThat(get("/statements?kind=shared&copies=once").body())
        .contains("href=\"/statements?kind=shared\">Count every outlet alike");
  }

  @Test
  void theWordingsAreLaidSideBySide() throws Exception {
    assertThat(get("/statement/courier-105").body())
        .contains("<td class=\"narrow apart\"><bdi>do not</bdi></td>")
        .contains("<span class=\"gone grave\">left out</span>")
        .contains("<svg class=\"picture variants\"", "nothing in The Castrel Tribune");
  }

  @Test
  void theStemmaIsAFileToo() throws Exception {
    HttpResponse<String> svg = get("/statement/courier-105/stemma.svg");
    assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(svg.body()).startsWith("<?xml").contains("Northern Wire").doesNotContain("href");
    HttpResponse<String> png = get("/statement/courier-105/stemma.png");
    assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(png.body()).contains("PNG");
  }

  @Test
  void aStatementCanBeCitedInThreeForms() throws Exception {
    assertThat(get("/statement/courier-105/cite.txt").body())
        .startsWith("Tomas Brel: “We do not rule out")
        .contains("Northern Wire, 12 March 2031, https://northernwire.example/2031/03/12/ferry.");
    assertThat(get("/statement/courier-105/cite.bib").body())
        .startsWith("@misc{northernwire2031-")
        .contains("month = mar", "howpublished = {Northern Wire}");
    assertThat(get("/statement/courier-105/cite.json").body())
        .contains("\"type\" : \"article-newspaper\"", "\"date-parts\" : [ [ 2031, 3, 12 ] ]");
  }

  @Test
  void aWitnessLeadsToItsStatement() throws Exception {
    HttpResponse<String> answer =
        get("/statement/" + desk.statements().get(0).witnesses().get(2).id());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/statement/courier-105");
  }

  @Test
  void aSpeakerIsShownWithAllThatOutletsCarryOfThem() throws Exception {
    assertThat(get("/statement/courier-105").body())
        .contains("<a href=\"/speaker/courier~tomas-brel\"><bdi>Tomas Brel</bdi></a>");
    assertThat(get("/speakers?name=osse").body())
        .contains("Henrik Osse", "1 statement, named in 2 articles")
        .doesNotContain("Brel");
    assertThat(get("/speaker/courier~tomas-brel").body())
        .contains("1 statement, named in 3 articles.", "We do not rule out that a warning shot")
        .contains(
            "<a class=\"meta\" href=\"/search?q=speaker%3A%22Tomas%20Brel%22"
                + "%20outlet%3A%22Northern%20Wire%22\" aria-label=\"1 in Northern Wire\">1</a>")
        .contains("Articles give one full name.");
    HttpResponse<String> other = get("/speaker/wire~tomas-brel");
    assertThat(other.statusCode()).isEqualTo(303);
    assertThat(other.headers().firstValue("Location")).contains("/speaker/courier~tomas-brel");
  }

  @Test
  void whatAReaderDecidesAboutASpeakerIsLoggedInPlainWordsAndCanBeTakenBack() throws Exception {
    String brel = "/speaker/courier~tomas-brel";
    assertThat(post(brel, "what=rename&name=Colonel+Brel").statusCode()).isEqualTo(303);
    assertThat(get(brel).body()).contains("<h1><bdi>Colonel Brel</bdi></h1>");
    assertThat(post(brel, "what=merge&with=henrik+OSSE").statusCode()).isEqualTo(303);
    assertThat(post(brel, "what=split&apart.wire~tomas-brel=1").statusCode()).isEqualTo(303);
    assertThat(post(brel, "what=nobody").statusCode()).isEqualTo(303);
    assertThat(get(brel).body()).contains("You decided that this is no speaker.");
    assertThat(get("/speakers").body()).doesNotContain("Colonel Brel");
    assertThat(post("/decisions", "number=4").statusCode()).isEqualTo(303);
    assertThat(get("/decisions").body())
        .contains("Tomas Brel is shown as Colonel Brel.", "Tomas Brel and Henrik Osse are one.")
        .contains("Another speaker of the same name: wire~tomas-brel.")
        .contains("<bdi>Tomas Brel is no speaker.</bdi></a></s>", "Decision 4 no longer holds.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what=rename&name=+",
        "what=merge&with=Nobody+of+this+name",
        "what=merge&with=Tomas+Brel",
        "what=split",
        "what=split&apart.nope~nobody=1",
        "what=odd",
        ""
      })
  void aDecisionThatMakesNoSenseIsRefusedWithASentence(String fields) throws Exception {
    HttpResponse<String> answer = post("/speaker/courier~tomas-brel", fields);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Exception");
    assertThat(desk.decisions()).isEmpty();
  }

  @Test
  void aDraftGetsItsVerdictsGravestFirst() throws Exception {
    String draft =
        "He said “"
            + InventedDesk.RULED_OUT
            + "”. “We rule out that a warning shot”. “Nothing of the kind”.";
    String page = check(draft, token()).body();
    assertThat(page)
        .contains("3 quotations: 1 altered, 1 not on record and 1 verbatim.")
        .contains("the sense may be another");
    assertThat(page.indexOf(">Altered<")).isLessThan(page.indexOf(">Not on record<"));
    assertThat(page.indexOf(">Not on record<")).isLessThan(page.indexOf(">Verbatim<"));
  }

  @Test
  void homeTellsWhatIsNewAndWhatNeedsADecision() throws Exception {
    assertThat(get("/").body())
        .containsSubsequence(
            "1 article is new since 12 March 2031",
            "What needs a decision",
            "may be one person",
            "New since last time",
            "/article/hostile",
            "In more than one outlet");
  }

  @Test
  void aDraftCanBeAFile() throws Exception {
    String draft = "<p>He said “We rule out <i>that</i> a warning shot”.</p>";
    String page = upload("/check", token(), "draft.html", draft, "", "").body();
    assertThat(page).contains("1 quotation: 1 altered.", "He said “We rule out that a warning");
    assertThat(upload("/check", token(), "draft.pdf", "%PDF-1.7 ", "", "").body())
        .contains("This is a PDF");
    HttpResponse<String> zip = upload("/check", token(), "draft.docx", "PK\003\004", "", "");
    assertThat(zip.statusCode()).isEqualTo(400);
    assertThat(zip.body()).contains("This zip is no Word document").doesNotContain("Exception");
  }

  @Test
  void aCheckIsSavedAsOneFileThatNeedsNothingElse() throws Exception {
    String draft =
        "He said “We rule out that a warning shot”. " + InventedDesk.MARKUP + " “Never heard of”.";
    HttpResponse<String> report = checkAs("html", draft);
    assertThat(report.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"stemma-draft-check.html\"");
    assertThat(report.body())
        .contains("2 quotations: 1 altered and 1 not on record.", "default-src 'none'")
        .contains("https://northernwire.example/2031/03/12/ferry", "&lt;script")
        .contains("<style>/* One stylesheet")
        .doesNotContain("<script", "<img", "src=\"", "url(", "/article/", "127.0.0.1", "@import");
    HttpResponse<String> json = checkAs("json", draft);
    assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(json.body())
        .contains("\"allVerbatim\":false", "\"gravestFirst\":[0,1]", "\"rival\":null");
  }

  private HttpResponse<String> checkAs(String format, String draft) throws Exception {
    return post("/check", "as=" + format + "&draft=" + URLEncoder.encode(draft, UTF_8));
  }

  @Test
  void allThatACheckFindsIsShown() throws Exception {
    String page = check("“" + InventedDesk.EVERYTHING + "”, said “so”.", token()).body();
    assertThat(page)
        .contains("the record differs", "Also on record, with a “not” lost or added")
        .contains("<span class=\"turn\">do not </span>")
        .contains("The speaker goes on, and the draft does not say so", "out of its context")
        .contains("inside another quotation", "To paste, as it stands on record")
        .contains("is nearly the name of", "is not on record")
        .contains("The record has another number", "No other number is on record for")
        .contains("A word or two that nobody is said to speak, not looked up: “so”.")
        .contains("Of one the record has another wording with another sense.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>“<img src=x onerror=alert(1)> never <b>heard</b>”",
        "“\u202Edesrever saw ti\u202C and \u2066so on\u2069”",
        "”””””““““““““",
        "No quotation at all."
      })
  void hostileDraftsAreShownAsText(String draft) throws Exception {
    HttpResponse<String> page = check(draft, token());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert", "<img", "<b>heard", "Exception");
  }

  @Test
  void aDraftWithoutAQuotationSaysSo() throws Exception {
    assertThat(check("Nobody spoke.", token()).body())
        .contains("No quotation was found in this draft.")
        .doesNotContain("Quotation by quotation");
  }

  @Test
  void droppedPagesAreAddedAndWhatCannotBeReadIsListedWithItsReason() throws Exception {
    String page = upload("/add", token(), "../../etc/a.html", "<p>x</p>", "empty.txt", "").body();
    assertThat(page).contains("1 page added, 1 could not be read.", "empty.txt", "it is empty");
    assertThat(desk.uploads).hasSize(2);
    assertThat(new String(desk.uploads.get(0).content(), UTF_8)).isEqualTo("<p>x</p>");
  }

  @Test
  void droppedPagesOfWhichOnlyAPartIsThereAreNotAmongThoseThatCouldNotBeRead() throws Exception {
    assertThat(upload("/add", token(), "cut.html", "<p>x", "a.html", "<p>y").body())
        .contains("2 pages added.", "Only a part", "cut.html")
        .doesNotContain("Not read");
  }

  @Test
  void rivalFiguresStandSideBySideEachWithItsPlace() throws Exception {
    assertThat(get("/disputes").body())
        .containsSubsequence(
            "Rival figures",
            "<p class=\"figure\">23</p>",
            "no speaker found",
            "/article/wire?at=",
            "<p class=\"figure\">32</p>",
            "page saved-page.txt");
  }

  @Test
  void programsGetTheDisputesThatThePageShows() throws Exception {
    String all = get("/api/v1/disputes").body();
    assertThat(all)
        .contains("\"kind\":\"rival_figures\"", "\"lowest\":23", "\"highest\":32")
        .contains("\"words\":\"23 bodies\"", "\"outlet\":\"Northern Wire\"");
    String id = all.replaceFirst("(?s).*\"id\":\"(rival-figures-[^\"]+)\".*", "$1");
    assertThat(get("/disputes").body()).contains("id=\"" + id + "\"");
    assertThat(get("/api/v1/disputes/" + URLEncoder.encode(id, UTF_8)).body())
        .startsWith("{\"id\":\"" + id);
    assertThat(get("/api/v1/disputes/nope").statusCode()).isEqualTo(404);
  }

  @Test
  void searchLeadsIntoTheSentence() throws Exception {
    assertThat(get("/search?q=warning%20shot").body())
        .contains("/article/wire?at=", "<span class=\"sought\">warning</span>");
    assertThat(get("/search?q=" + "%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  void aSearchCanBeNarrowedAndEachPartTakenOffAgain() throws Exception {
    String all = get("/search?q=bodies").body();
    assertThat(all)
        .contains("1 statement in 3 wordings")
        .contains("<a href=\"/search?q=bodies%20outlet%3A%22Northern%20Wire%22\">")
        .contains("<a href=\"/speaker/courier~henrik-osse\"><bdi>Henrik Osse</bdi></a>");
    assertThat(get("/search?q=bodies%20outlet%3A%22Northern%20Wire%22").body())
        .contains("<h2 id=\"s\">1 statement</h2>", "Henrik Osse told reporters on the quay")
        .contains("<a href=\"/search?q=bodies\" aria-label=\"Take off outlet:")
        .doesNotContain("page saved-page.txt");
    assertThat(get("/search?q=bodies&order=oldest").body())
        .contains("<span aria-current=\"true\">oldest first</span>");
    assertThat(get("/search?q=bodies&order=best").statusCode()).isEqualTo(400);
  }

  @Test
  void aQueryThatMakesNoSenseIsAnsweredWithThePlaceAndAWayOn() throws Exception {
    HttpResponse<String> answer = get("/search?q=ferry%20colour:%3Cb%3E%20(");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("There is no field \"colour\"", "(character 7 of the query).")
        .contains("ferry <mark>colour:&lt;b&gt; (</mark>")
        .contains("<a href=\"/search?q=ferry%20colour%20%3Cb%3E\">Look for its words");
  }

  @Test
  void whereNoSentenceHasAllOfItTheNearestIsShown() throws Exception {
    assertThat(get("/search?q=We%20do%20not%20rule%20out%20%22zebra%22").body())
        .contains("No statement", "Nothing on record fits.");
    assertThat(get("/search?q=first%3Awire%20act%3Adenies").body())
        .contains("Take a part of the query off to find more.");
  }

  @Test
  void anOutletShowsWhatItHadFirstWhatItChangesAndFromWhomItTakes() throws Exception {
    assertThat(get("/articles").body()).contains("href=\"/outlet/The%20Castrel%20Tribune\"");
    assertThat(get("/outlet/The%20Castrel%20Tribune").body())
        .contains("<a href=\"/articles?outlet=The%20Castrel%20Tribune\">1 article</a> of 12 March")
        .contains("<span class=\"change grave\">a “not” lost or added</span>")
        .contains("href=\"/search?q=outlet%3A%22The%20Castrel%20Tribune%22%20change%3Anegated\"")
        .containsSubsequence("Takes from", "/outlet/Northern%20Wire", "1 statement", "Taken by");
    assertThat(get("/outlet/Northern%20Wire").body())
        .contains("Rival figures, from 23 to 32: 23 bodies")
        .containsSubsequence(
            "Taken by", "The Selwick Courier", "2 statements", "The Castrel Tribune");
    assertThat(get("/outlet/Northern").statusCode()).isEqualTo(404);
  }

  @Test
  void aTimelineTellsDayByDayWhoSaidWhatAndWhoHadItFirst() throws Exception {
    assertThat(get("/timeline?q=bodies%20OR%20shot").body())
        .containsSubsequence(
            "<time datetime=\"2031-03-12\">12 March 2031</time>",
            "We do not rule out",
            "We have taken 23 bodies")
        .contains("Rival figures, from 23 to 32: 32 bodies");
    assertThat(get("/timeline").body())
        .contains(
            "<svg class=\"bars\"", "11 March 2031: 1 statement was new, 1 wording was carried")
        .contains("<a href=\"/timeline?q=date%3A2031-03-11\">11 March 2031</a>");
    assertThat(get("/timeline?q=(").statusCode()).isEqualTo(400);
  }

  @Test
  void aMapDrawsThePlacesAndListsThemAndSaysWhatIsAmbiguousAndWhatIsNowhere() throws Exception {
    assertThat(get("/map?q=spokesman%20OR%20ferry").body())
        .containsSubsequence("<svg class=\"world\"", "<circle class=\"pin open\"", "Birmingham")
        .contains("<span class=\"meta inline doubt\">or in United States</span>")
        .containsSubsequence("Norway</bdi></a> <span class=\"meta inline\"></span>", "1 statement")
        .containsSubsequence(
            "Not in the gazetteer",
            "/search?q=%28spokesman%20OR%20ferry%29%20%22PORT%20SELWICK%22");
    assertThat(get("/map?q=shot").body()).contains("0 places named").doesNotContain("<svg");
    assertThat(get("/map?q=(").statusCode()).isEqualTo(400);
    assertThat(get("/static/world.svg").body()).contains("id=\"land\"");
  }

  @Test
  void programsFindWhatThePageFinds() throws Exception {
    assertThat(get("/api/v1/search?q=bodies%20change%3Anumber-changed").body())
        .startsWith("{\"query\":\"bodies change:number-changed\",\"total\":1,\"wordings\":1")
        .contains("\"article\":\"saved/page#1?%41+\"", "\"words\":[[18,24]]")
        .contains("\"facets\":{");
    assertThat(get("/api/v1/search?q=act:sings").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/search?q=act:sings").body()).contains("which is one of say, assert");
    assertThat(get("/api/v1/search?order=odd").statusCode()).isEqualTo(400);
  }

  @Test
  void whatWasReadIsShownAsTextAndNeverAsMarkup() throws Exception {
    for (String path :
        List.of(
            "/",
            "/article/hostile",
            "/article/courier",
            "/articles",
            "/outlets",
            "/outlet/" + URLEncoder.encode(InventedDesk.MARKUP, UTF_8).replace("+", "%20"),
            "/statements",
            "/search?q=reversed",
            "/timeline?q=reversed",
            "/reading")) {
      assertThat(get(path).body())
          .as(path)
          .doesNotContain("<script>document", "<img")
          .contains("&lt;script&gt;document");
    }
    assertThat(get("/article/hostile").body()).doesNotContain("href=\"javascript:");
  }

  // Who is let in

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1:1",
        "localhost",
        "127.0.0.1.evil.example:PORT",
        ""
      })
  void aForeignHostIsRefusedOnEveryRoute(String host) throws Exception {
    for (String path :
        List.of("/", "/article/wire", "/static/stemma.css", "/api/v1/overview", "/nope")) {
      assertThat(raw("GET " + path + " HTTP/1.1", "Host: " + withPort(host)))
          .as(path)
          .startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void aRequestWithoutAHostOrWithTwoIsRefused() throws Exception {
    assertThat(raw("GET / HTTP/1.0")).startsWith("HTTP/1.1 421");
    String own = "Host: " + withPort("localhost:PORT");
    assertThat(raw("GET / HTTP/1.1", own, "Host: evil.example")).startsWith("HTTP/1.1 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT"})
  void theOwnNamesAreAnswered(String host) throws Exception {
    assertThat(raw("GET / HTTP/1.1", "Host: " + withPort(host))).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1:1"})
  void aForeignOriginIsRefused(String origin) throws Exception {
    HttpRequest.Builder request = request("/").header("Origin", withPort(origin));
    assertThat(send(request.GET()).statusCode()).isEqualTo(403);
    HttpRequest.Builder post = request("/api/v1/check").header("Origin", withPort(origin));
    assertThat(send(post.POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(403);
  }

  @Test
  void theOwnOriginIsAnswered() throws Exception {
    HttpRequest.Builder post =
        request("/api/v1/check").header("Origin", withPort("http://127.0.0.1:PORT"));
    assertThat(send(post.POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aFormOnAnotherSiteIsRefused(String site) throws Exception {
    HttpRequest.Builder post =
        request("/check")
            .header("Sec-Fetch-Site", site)
            .header("Content-Type", "application/x-www-form-urlencoded");
    String body = "token=" + token() + "&draft=x";
    assertThat(send(post.POST(BodyPublishers.ofString(body))).statusCode()).isEqualTo(403);
  }

  @Test
  void aWriteNeedsTheTokenOfThisProcess() throws Exception {
    assertThat(check("“x”", "").statusCode()).isEqualTo(403);
    assertThat(check("“x”", "wrong").statusCode()).isEqualTo(403);
    assertThat(check("“x”", "wröng").statusCode()).isEqualTo(403);
    assertThat(upload("/add", "", "a.html", "x", "b.html", "y").statusCode()).isEqualTo(403);
    assertThat(desk.uploads).isEmpty();
    assertThat(form("/speaker/courier~tomas-brel", "token=x&what=nobody").statusCode())
        .isEqualTo(403);
    assertThat(form("/decisions", "number=1").statusCode()).isEqualTo(403);
    assertThat(desk.decisions()).isEmpty();
    String before = token();
    site.close();
    site = Site.start(desk, new SiteSettings(0));
    assertThat(check("“x”", before).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void otherMethodsAreRefused(String method) throws Exception {
    String answer = raw(method + " / HTTP/1.1", "Host: " + withPort("localhost:PORT"));
    assertThat(answer).startsWith("HTTP/1.1 405");
  }

  @Test
  void nothingIsSentToAPageThatOnlyShows() throws Exception {
    HttpResponse<String> answer = send(request("/articles").POST(BodyPublishers.ofString("x")));
    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    for (String path :
        List.of("/", "/nope", "/static/stemma.css", "/api/v1/overview", "/api/v1/x")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .doesNotContain("unsafe", "http:", "https:", "*");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
          .contains("same-origin");
      assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
  }

  // What goes wrong

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nope",
        "/article/nope",
        "/article/%00",
        "/statement/nope",
        "/statement/-1",
        "/statement/courier-105/cite",
        "/statement/nope/stemma.svg",
        "/statement/nope/stemma.png",
        "/statement/nope/cite.bib",
        "/speaker/nope",
        "/speaker/a/b",
        "/article/a/b",
        "/static/",
        "/static",
        "/static/../Site.class",
        "/static/%2e%2e%2fSite.class",
        "/api",
        "/api/v2/overview",
        "/api/v1/articles/nope",
        "/api/v1/speakers/nope",
        "/check/x"
      })
  void whatIsNotThereIsA404OfOneSentence(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1", "Host: " + withPort("localhost:PORT"));
    assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain("Exception", "at org.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=%zz",
        "/article/%zz",
        "/statements?kind=odd",
        "/articles?page=0",
        "/speakers?page=x",
        "/articles?page=99999999999",
        "/api/v1/articles?from=-1",
        "/api/v1/trace"
      })
  void whatMakesNoSenseIsA400(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1", "Host: " + withPort("localhost:PORT"));
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("at org.", "at java.");
  }

  @Test
  void aDraftThatIsTooLongIsRefusedWithASentence() throws Exception {
    HttpResponse<String> answer = check("x".repeat((1 << 20) + 1), token());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("1 MB");
    HttpRequest.Builder api = request("/api/v1/check");
    String draft = "x".repeat((1 << 20) + 1);
    assertThat(send(api.POST(BodyPublishers.ofString(draft))).statusCode()).isEqualTo(413);
  }

  @Test
  void tooMuchDroppedAtOnceIsRefusedWithASentence() throws Exception {
    String large = "x".repeat(50 << 20);
    HttpResponse<String> answer = upload("/add", token(), "a.txt", large, "b.txt", "y");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("more than 50 MB");
    assertThat(desk.uploads).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "------boundary7",
        "------boundary7\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nx"
      })
  void aBrokenUploadIsRefusedWithASentence(String body) throws Exception {
    HttpRequest.Builder post =
        request("/add").header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    HttpResponse<String> answer = send(post.POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The form ends before its last part does.");
  }

  @Test
  void aFaultOfOursIsToldInOneSentenceWithoutItsTrace() throws Exception {
    site.close();
    site = Site.start(InventedDesk.broken(), new SiteSettings(0));
    HttpResponse<String> answer = get("/");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("Something went wrong")
        .doesNotContain("secret", "Exception");
    assertThat(get("/api/v1/overview").body()).contains("error").doesNotContain("secret");
  }

  // The small print

  @Test
  void headAnswersAsGetDoesWithoutABody() throws Exception {
    HttpResponse<String> answer = send(request("/").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValueAsLong("Content-Length"))
        .hasValue(get("/").body().getBytes(UTF_8).length);
  }

  @Test
  void anUnchangedStylesheetIsNotSentAgain() throws Exception {
    String tag = get("/static/stemma.css").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        send(request("/static/stemma.css").header("If-None-Match", tag).GET());
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aPortInUseIsToldInOneSentence() {
    assertThatThrownBy(() -> Site.start(desk, new SiteSettings(site.address().getPort())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void theApiGivesTheRecordAsJson() throws Exception {
    assertThat(get("/api/v1/overview").body()).contains("\"articles\":5", "\"senseChanged\":2");
    assertThat(get("/api/v1/articles").body())
        .contains("\"total\":5", "\"outlet\":\"Northern Wire\"");
    assertThat(get("/api/v1/articles/wire").body())
        .contains("\"attributions\":[{\"source\":[[", "\"zones\"")
        .contains("\"names\":[{\"span\":[", "],\"kind\":\"person\"}");
    assertThat(get("/api/v1/statements/courier-105").body())
        .contains("\"kind\":\"negated\"", "\"changesSense\":true", "\"baseWords\":\"do not\"");
    assertThat(get("/api/v1/trace?words=warning").body()).contains("\"total\":1");
    assertThat(get("/api/v1/speakers").body()).contains("\"name\":\"Henrik Osse\"");
    assertThat(get("/api/v1/speakers/wire~tomas-brel").body())
        .contains("\"id\":\"courier~tomas-brel\"", "\"reason\":\"same_name\"")
        .contains("\"statements\":[\"courier-105\"]");
    post("/speaker/courier~tomas-brel", "what=nobody");
    assertThat(get("/api/v1/decisions").body())
        .contains("\"number\":1", "\"decision\":\"not_a_speaker\"", "\"reverts\":null");
    assertThat(get("/api/v1/reading").body()).contains("\"total\":2", "\"kind\":\"stub\"");
    assertThat(get("/api/v1/articles/courier").body())
        .contains("\"extent\":\"stub\"", "\"writer\":\"gullwatcher\"", "\"dating\":\"only_one\"");
    HttpRequest.Builder json = request("/api/v1/check").header("Content-Type", "application/json");
    assertThat(send(json.POST(BodyPublishers.ofString("{\"draft\":\"“We rule out”\"}"))).body())
        .contains("\"allVerbatim\":false", "\"verdict\":\"altered\"");
    assertThat(get("/api/v1/check").statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path.substring(1)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String token() throws Exception {
    Matcher token = TOKEN.matcher(get("/check").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> check(String draft, String token) throws Exception {
    return form(
        "/check",
        "token=" + URLEncoder.encode(token, UTF_8) + "&draft=" + URLEncoder.encode(draft, UTF_8));
  }

  private HttpResponse<String> post(String path, String fields) throws Exception {
    return form(path, "token=" + URLEncoder.encode(token(), UTF_8) + "&" + fields);
  }

  private HttpResponse<String> form(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> upload(
      String path, String token, String firstName, String first, String secondName, String second)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "name=\"token\"", token);
    part(body, "name=\"pages\"; filename=\"" + firstName + "\"", first);
    part(body, "name=\"pages\"; filename=\"" + secondName + "\"", second);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String names, String content) {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n";
    body.writeBytes((head + content + "\r\n").getBytes(UTF_8));
  }

  private String withPort(String text) {
    return text.replace("PORT", Integer.toString(site.address().getPort()));
  }

  /** What a client gets that the JDK's would not let us be. */
  private String raw(String... lines) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.address().getPort())) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}

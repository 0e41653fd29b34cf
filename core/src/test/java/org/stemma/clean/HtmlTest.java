package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Article;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Page;
import org.stemma.model.ZoneRole;

class HtmlTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="en-GB"><head>
      <title>Storm tears roofs off Gull Island | The Daily Skerry</title>
      <link rel="canonical" href="https://skerry.example/2031/05/04/storm">
      <meta property="og:site_name" content="The Daily Skerry">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
      {"@type":"NewsArticle","headline":"Storm tears roofs off Gull Island","datePublished":"2031-05-04T10:15:00+0200",
      "author":[{"@type":"Person","name":"Petra Winslow"}]}]}</script>
      <style>p {color: red}</style></head><body class="with-comments sidebar-right">
      <header><nav><a href="/">Home</a> <a href="/coast">Coast</a></nav></header>
      <div id="content-and-sidebar"><div class="story">
      <h1>Storm tears roofs off Gull Island</h1>
      <div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
      <p>A storm tore the roofs off <b>eleven</b> houses
         on Gull Island on Sunday night.</p>
      <figure><img src="a.jpg"><figcaption>Roof tiles in the school yard</figcaption></figure>
      <p>“It was the worst storm in thirty years,” said coxswain Dag Iversen.</p>
      <div class="newsletter-signup"><p>Our coast letter comes every Friday and costs you nothing at all.</p></div>
      <p>Nobody was hurt.<br><br>Two horses are missing, the council said.</p>
      <p style="display: none">You should not see this sentence at all, ever.</p>
      <p><a href="/b">How the island got its breakwater</a></p>
      <ul class="tag-list"><li><a href="/t">storm</a></li></ul>
      </div>
      <div class="related"><p>The lighthouse keeper has sold her boat after forty years at sea.</p></div>
      </div>
      <section id="comments"><h3>1 comment</h3><div><p>tilly</p>
      <p>My gran lives there. She said “the council knew” and nobody listened.</p></div></section>
      <footer><p>The Daily Skerry is printed on paper from the island's own mill.</p></footer>
      </body></html>
      """;

  private final Cleaner cleaner = new Cleaner();

  @Test
  void theArticleIsTakenAndTheRestIsKeptAsWhatItIs() throws NotAnArticle {
    Article article = clean(PAGE);
    assertThat(texts(article, ZoneRole.HEADLINE))
        .containsExactly("Storm tears roofs off Gull Island");
    assertThat(texts(article, ZoneRole.BODY))
        .containsExactly(
            "A storm tore the roofs off eleven houses on Gull Island on Sunday night.",
            "“It was the worst storm in thirty years,” said coxswain Dag Iversen.",
            "Nobody was hurt.",
            "Two horses are missing, the council said.");
    assertThat(texts(article, ZoneRole.CAPTION)).containsExactly("Roof tiles in the school yard");
    assertThat(texts(article, ZoneRole.PROMOTION)).hasSize(1);
    assertThat(texts(article, ZoneRole.TAGS)).containsExactly("storm");
    assertThat(texts(article, ZoneRole.RELATED))
        .containsExactly(
            "How the island got its breakwater",
            "The lighthouse keeper has sold her boat after forty years at sea.");
    assertThat(texts(article, ZoneRole.COMMENT)).hasSize(3);
    assertThat(article.text()).doesNotContain("You should not see", "color: red", "datePublished");
  }

  @Test
  void theHeadTellsHeadlineOutletBylineAddressAndDate() throws NotAnArticle {
    Article article = clean(PAGE);
    assertThat(article.headline()).hasValue("Storm tears roofs off Gull Island");
    assertThat(article.outlet()).hasValue("The Daily Skerry");
    assertThat(article.imprint().byline()).hasValue("Petra Winslow");
    assertThat(article.address()).isEqualTo("https://skerry.example/2031/05/04/storm");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.dates())
        .containsExactly(
            new FoundDate("2031-05-04T10:15:00+02:00", DateOrigin.JSON_LD),
            new FoundDate("2031-05-04", DateOrigin.ADDRESS));
  }

  @Test
  void aSiteNameIsNoPartOfTheHeadline() throws NotAnArticle {
    Article article =
        clean(
            "<title>Storm hits island - The Daily Skerry</title><p>A storm hit Gull Island on Sunday night.");
    assertThat(article.headline()).hasValue("Storm hits island");
  }

  @Test
  void brokenDescriptionsAreLeftOutAndThePageIsRead() throws NotAnArticle {
    Article article =
        clean(
            """
            <script type="application/ld+json">{"@type":"NewsArticle","headline":</script>
            <script type="application/ld+json">{"@type":["NewsArticle"],"author":7,"datePublished":"soon"}</script>
            <link rel=canonical href="javascript:alert(1)"><meta property="article:published_time" content="04/05/2031">
            <p>A storm hit Gull Island on Sunday night.
            """);
    assertThat(article.dates()).isEmpty();
    assertThat(article.imprint().byline()).isEmpty();
    assertThat(article.address()).isEqualTo("page.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type='application/ld+json'>{'@type':'NewsArticle','isAccessibleForFree':false}</script>",
        "<script type='application/ld+json'>{'@type':'NewsArticle','isAccessibleForFree':'False'}</script>",
        "<meta itemprop=isAccessibleForFree content=false>",
        "<meta property='article:content_tier' content=locked>"
      })
  void theShortStartOfAStoryThatIsPaidForIsAStub(String head) throws NotAnArticle {
    String start = "<h1>Storm hits the island</h1><p>A storm hit Gull Island on Sunday night.</p>";
    assertThat(clean(head.replace('\'', '"') + start).extent()).isEqualTo(Extent.STUB);
    String rest = "<p>The storm took the roof of the school and moved on to the north.</p>";
    assertThat(clean(head.replace('\'', '"') + start + rest.repeat(20)).extent())
        .isEqualTo(Extent.WHOLE);
    assertThat(clean(start).extent()).isEqualTo(Extent.WHOLE);
  }

  @Test
  void aPageThatShowsNothingIsNoArticle() {
    assertThatThrownBy(() -> clean("<html><script>alert(1)</script>"))
        .isInstanceOf(NotAnArticle.class)
        .hasMessage("the page shows no text");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(30)
  void hostileMarkupIsCleanedInTime(CleanerTest.Hostile page) {
    try {
      assertThat(clean(page.text()).zones()).isNotEmpty();
    } catch (NotAnArticle e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  static Stream<CleanerTest.Hostile> hostile() {
    String sentence = "The ferry will sail again on Monday, said its owner.";
    return Stream.of(
        new CleanerTest.Hostile("100,000 open boxes", "<div>".repeat(100_000) + sentence),
        new CleanerTest.Hostile("open boxes with text", ("<div>" + sentence).repeat(10_000)),
        new CleanerTest.Hostile("100,000 open links", "<a href=x>a".repeat(50_000)),
        new CleanerTest.Hostile("open tables", "<table><tr><td>a".repeat(10_000)),
        new CleanerTest.Hostile("bold and italic crossed", "<b><i>a</b>".repeat(10_000)),
        new CleanerTest.Hostile("an endless tag", "<p class=\"" + "a ".repeat(500_000)),
        new CleanerTest.Hostile("many paragraphs", ("<p>" + sentence).repeat(20_000)),
        new CleanerTest.Hostile(
            "deep JSON",
            "<script type='application/ld+json'>"
                + "[".repeat(200_000)
                + "</script><p>"
                + sentence),
        new CleanerTest.Hostile("many summaries", ("<p class=summary>" + sentence).repeat(20_000)),
        new CleanerTest.Hostile(
            "comments in comments",
            ("<div class=comment><b class=author>a</b>" + sentence).repeat(10_000)),
        new CleanerTest.Hostile(
            "comments beside comments",
            ("<div class=comment><b class=author>a</b>" + sentence + "</div>").repeat(20_000)),
        new CleanerTest.Hostile(
            "cards",
            ("<div><img><a href=x>Another story</a><p>" + sentence + "</div>").repeat(20_000)),
        new CleanerTest.Hostile(
            "names in names", "<div class='" + "next-prev ".repeat(50) + "'>".repeat(100)),
        new CleanerTest.Hostile(
            "one long class", "<p class='" + "aB".repeat(500_000) + "'>" + sentence),
        new CleanerTest.Hostile("NULs", "<p>\u0000" + sentence + "\u0000</p>\u0000"),
        new CleanerTest.Hostile("half of a sign", "<p>\ud800" + sentence));
  }

  private Article clean(String markup) throws NotAnArticle {
    return cleaner.clean(new Page("page.html", "page.html", new Page.Html(markup)));
  }

  private static List<String> texts(Article article, ZoneRole role) {
    return article.zones(role).stream().map(z -> z.span().in(article.text())).toList();
  }
}

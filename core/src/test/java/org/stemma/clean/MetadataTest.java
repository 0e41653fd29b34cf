package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.Page;

class MetadataTest {
  private static final String STORY =
      "<p>A storm tore the roofs off eleven houses on Gull Island on Sunday night.</p>";

  private final Cleaner cleaner = new Cleaner();

  static Stream<HeadCase> cases() {
    return HeadCase.all("metadata");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatThePageSaysOfItselfIsFound(HeadCase head) throws NotAnArticle {
    assertThat(head.findings()).isNotEmpty();
    Article article = cleaner.clean(head.page());
    for (String finding : head.findings()) {
      String[] parts = finding.split(": ", 2);
      assertThat(found(parts[0], article)).as(parts[0]).isEqualTo(parts[1]);
    }
  }

  private static String found(String what, Article article) {
    return switch (what) {
      case "address" -> article.address();
      case "outlet" -> said(article.outlet());
      case "headline" -> said(article.headline());
      case "byline" -> said(article.imprint().byline());
      case "authors" -> listed(article.imprint().authors());
      case "credit" -> said(article.imprint().credit());
      case "dateline" -> said(article.imprint().dateline());
      case "language" -> article.language();
      case "words" -> String.valueOf(article.words());
      default -> throw new IllegalArgumentException("unknown finding: " + what);
    };
  }

  private static String said(Optional<String> words) {
    return words.orElse("none");
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join("; ", names);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(10)
  void aHostileHeadIsReadInTime(CleanerTest.Hostile page) throws NotAnArticle {
    Page.Html html = new Page.Html(page.text() + STORY);
    Article article = cleaner.clean(new Page("page.html", "https://a.example/b", html));
    assertThat(article.text()).contains("eleven houses");
  }

  static Stream<CleanerTest.Hostile> hostile() {
    String thing =
        "{\"@type\":\"NewsArticle\",\"headline\":\"a\",\"datePublished\":\"2031-05-04\"}";
    return Stream.of(
        script("100,000 objects in one script", "[" + (thing + ",").repeat(100_000) + thing + "]"),
        new CleanerTest.Hostile(
            "20,000 scripts",
            ("<script type='application/ld+json'>" + thing + "</script>").repeat(20_000)),
        script("deep lists", "[".repeat(500_000)),
        script("deep objects", "{\"mainEntity\":".repeat(100_000)),
        script("an open string", "{\"a\":\"" + "x".repeat(2_000_000)),
        script(
            "broken, and then fields",
            "{\"@type\":\"NewsArticle\" x" + ",\"url\":\"a\"".repeat(100_000)),
        script("references in a ring", ring()),
        new CleanerTest.Hostile(
            "10,000 meta tags",
            "<meta name='pubdate' content='4 May 2031 10:15 GMT'>".repeat(10_000)),
        new CleanerTest.Hostile("10,000 names of meta tags", names()),
        new CleanerTest.Hostile(
            "a long meta tag", "<meta name='author' content='" + "A b, ".repeat(200_000) + "'>"),
        new CleanerTest.Hostile(
            "a long title", "<title>" + "a - b | ".repeat(100_000) + "</title>"),
        new CleanerTest.Hostile(
            "20,000 time elements", "<time datetime='2031-05-04'>4 May</time>".repeat(20_000)),
        new CleanerTest.Hostile(
            "nested time elements", "<time datetime='2031-05-04'><b>".repeat(10_000)),
        new CleanerTest.Hostile(
            "a megabyte of dates", "<p>" + "4/5/31 10:15 ".repeat(80_000) + "</p>"),
        new CleanerTest.Hostile(
            "lines of dates",
            "<p>Updated 4 May 2031 | 10:15 Published 04/05/31</p>".repeat(10_000)),
        new CleanerTest.Hostile(
            "lines of half dates",
            "<p>1 2 3 4 5 6 7 8 9 May 1 May 2 May 3-4-5-6-7</p>".repeat(10_000)),
        new CleanerTest.Hostile(
            "lines of bylines", "<p class=author>By A. B. and C. D. and E. F</p>".repeat(10_000)),
        new CleanerTest.Hostile(
            "copyright", ("<p>" + "© 2031 A ".repeat(40) + "</p>").repeat(5_000)),
        new CleanerTest.Hostile(
            "a long canonical address",
            "<link rel=canonical href='https://a.example/" + "?&#".repeat(300_000) + "'>"));
  }

  private static CleanerTest.Hostile script(String name, String json) {
    return new CleanerTest.Hostile(
        name, "<script type='application/ld+json'>" + json + "</script>");
  }

  private static String ring() {
    return "{\"@graph\":[{\"@type\":\"NewsArticle\",\"@id\":\"#a\",\"author\":{\"@id\":\"#b\"},\"x\":1},"
        + "{\"@id\":\"#b\",\"name\":{\"@id\":\"#a\"},\"author\":{\"@id\":\"#a\"}}]}";
  }

  private static String names() {
    StringBuilder metas = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      metas.append("<meta name='date").append(i).append("' content='2031-05-04'>");
    }
    return metas.toString();
  }
}

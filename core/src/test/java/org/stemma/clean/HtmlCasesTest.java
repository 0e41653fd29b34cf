package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.Comment;
import org.stemma.model.Page;
import org.stemma.model.Span;
import org.stemma.model.Zone;

class HtmlCasesTest {
  private final Cleaner cleaner = new Cleaner();

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.stemma.clean.HtmlCase#all")
  void eachBlockOfThePageGetsItsRole(HtmlCase page) throws NotAnArticle {
    Article article = clean(page);
    assertThat(article.zones()).extracting(zone -> line(zone, article)).isEqualTo(page.zones());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.stemma.clean.HtmlCase#all")
  void eachCommentHasItsWriterAndTime(HtmlCase page) throws NotAnArticle {
    Article article = clean(page);
    List<String> comments = article.comments().stream().map(c -> line(c, article)).toList();
    assertThat(comments).isEqualTo(page.comments());
  }

  private Article clean(HtmlCase page) throws NotAnArticle {
    return cleaner.clean(new Page("page.html", "page.html", new Page.Html(page.markup())));
  }

  private static String line(Zone zone, Article article) {
    return zone.role().name().toLowerCase(Locale.ROOT) + "| " + words(zone.span(), article);
  }

  private static String line(Comment comment, Article article) {
    return "comment"
        + told(" by ", comment.writer())
        + told(" to ", comment.replyTo())
        + told(" at ", comment.time())
        + ": "
        + words(comment.span(), article);
  }

  private static String told(String before, Optional<String> value) {
    return value.map(v -> before + v).orElse("");
  }

  private static String words(Span span, Article article) {
    return span.in(article.text()).replaceAll("\\s+", " ");
  }
}

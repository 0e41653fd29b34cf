package org.stemma.app.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stemma.model.Act;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

class CitationTest {
  private static final String WORDS = "The dyke holds, 100 % & more_or_less {so}";

  @Test
  void aNewspaperArticleInAllThreeForms() throws Exception {
    Citation citation =
        citation("https://quay.example/dyke", "Quay Post", "Dyke holds", "2031-05-04T23:30-02:00");
    assertThat(citation.plain())
        .isEqualTo(
            "Ilse Torn: “"
                + WORDS
                + "”, in: Ada Lund and Per Osk, “Dyke holds”, Quay Post, 4 May 2031,"
                + " https://quay.example/dyke.");
    assertThat(citation.bibtex())
        .startsWith("@misc{quaypost2031-0,\n  author = {{Ada Lund} and {Per Osk}},\n")
        .contains("title = {{Dyke holds}}", "year = {2031}", "month = may", "day = {4}")
        .contains("The dyke holds, 100 \\% \\& more\\_or\\_less \\{so\\}");
    JsonNode item = new ObjectMapper().readTree(citation.csl()).get(0);
    assertThat(item.get("type").asText()).isEqualTo("article-newspaper");
    assertThat(item.get("issued").get("date-parts").get(0).toString()).isEqualTo("[2031,5,4]");
    assertThat(item.get("author").get(1).get("literal").asText()).isEqualTo("Per Osk");
    assertThat(item.get("note").asText()).contains(WORDS);
  }

  @Test
  void anUndatedPageWithoutAnAddressIsCitedAsOne() throws Exception {
    Citation citation = citation("page.txt", "", "", "");
    assertThat(citation.plain()).contains("Article without a headline", "without a date.");
    assertThat(citation.bibtex()).doesNotContain("year", "url");
    assertThat(new ObjectMapper().readTree(citation.csl()).get(0).has("URL")).isFalse();
  }

  @Test
  void nothingThatWasReadEndsAFieldOfBibtex() {
    Citation citation =
        citation(
            "https://quay.example/}\\input{/etc/passwd}",
            "} @misc{x, \\write18",
            "}\n@string{a=\"b\"} % \\end",
            "2031-05-04");
    int depth = 0;
    String entry = citation.bibtex().replaceAll("\\\\[{}]", "");
    for (int i = 0; i < entry.length(); i++) {
      depth += entry.charAt(i) == '{' ? 1 : entry.charAt(i) == '}' ? -1 : 0;
      assertThat(depth == 0).as(entry.substring(i)).isEqualTo(i < 5 || i >= entry.length() - 2);
    }
    assertThat(entry).doesNotContain("\\write", "\\input", "\\end");
  }

  private static Citation citation(String address, String outlet, String headline, String date) {
    ArticleId id = new ArticleId("a");
    Imprint imprint =
        new Imprint(
            Optional.of(outlet).filter(o -> !o.isEmpty()),
            Optional.of(headline).filter(h -> !h.isEmpty()),
            Optional.empty(),
            outlet.equals("Quay Post") ? List.of("Ada Lund", "Per Osk") : List.of(),
            Optional.empty(),
            Optional.empty());
    List<FoundDate> dates =
        date.isEmpty() ? List.of() : List.of(new FoundDate(date, DateOrigin.GIVEN));
    Article article = new Article(id, address, imprint, dates, "en", WORDS, List.of());
    Span span = new Span(0, WORDS.length());
    Witness witness =
        new Witness(
            id,
            span,
            List.of(span),
            true,
            new Speaker.Named("Ilse Torn"),
            List.of(),
            Act.SAY,
            List.of());
    return Citation.of(new Statement(witness.id(), 0, List.of(witness)), any -> article);
  }
}

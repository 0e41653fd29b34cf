package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** The same article gives the same, however many others are read beside it. */
class AnnotatorThreadsTest {
  @ParameterizedTest
  @EnumSource(Model.class)
  void articlesReadAtOnceGiveWhatTheyGiveAlone(Model model) {
    Annotator annotator = Annotator.load(model);
    List<Article> articles = new ArrayList<>();
    List<String> texts = AttributionCasesTest.texts();
    for (int i = 0; i + 3 < texts.size() && articles.size() < 40; i += 2) {
      articles.add(article(i, String.join("\n\n", texts.subList(i, i + 3))));
    }
    List<Annotated> alone = articles.stream().map(annotator::annotate).toList();
    for (int round = 0; round < 3; round++) {
      assertThat(articles.parallelStream().map(annotator::annotate).toList()).isEqualTo(alone);
    }
  }

  private static Article article(int number, String text) {
    return new Article(
        new ArticleId("a" + number),
        "a" + number,
        Imprint.NONE,
        List.of(),
        "en",
        text,
        List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))));
  }
}

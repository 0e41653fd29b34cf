package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Article;
import org.stemma.model.Dating;
import org.stemma.model.FoundDate;

class PageDatesTest {
  private final Cleaner cleaner = new Cleaner();

  static Stream<HeadCase> cases() {
    return HeadCase.all("dates");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyDateIsFoundWithItsOriginAndTheRightOneIsChosen(HeadCase head) throws NotAnArticle {
    assertThat(found(cleaner.clean(head.page()))).isEqualTo(head.findings());
  }

  static List<String> found(Article article) {
    List<String> found = new ArrayList<>();
    for (FoundDate date : article.dates()) {
      found.add(date.value() + ' ' + lower(date.origin()) + ' ' + lower(date.sense()));
    }
    Dating dating = article.dating();
    String reason = lower(dating.reason()).replace('_', ' ');
    found.add(
        dating
            .chosen()
            .map(date -> "chosen: " + date.value() + " (" + reason + ")")
            .orElse("none chosen (" + reason + ")"));
    return found;
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}

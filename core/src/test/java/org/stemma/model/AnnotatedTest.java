package org.stemma.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatedTest {
  private static final Article ARTICLE =
      new Article(
          new ArticleId("a"), "a", Imprint.NONE, List.of(), "en", "Ada Lund left.", List.of());

  private static Annotated withNames(int... startsAndEnds) {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < startsAndEnds.length; i += 2) {
      names.add(new Name(new Span(startsAndEnds[i], startsAndEnds[i + 1]), NameKind.PERSON));
    }
    return new Annotated(ARTICLE, List.of(), names);
  }

  @Test
  void namesStandOneBehindTheOtherInsideTheText() {
    assertThat(withNames(0, 3, 3, 8, 9, 14).names()).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withNames(0, 4, 3, 8))
        .withMessageContaining("behind those before it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withNames(4, 8, 0, 3))
        .withMessageContaining("behind those before it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withNames(9, 15))
        .withMessageContaining("ends beyond the text of article a");
  }
}

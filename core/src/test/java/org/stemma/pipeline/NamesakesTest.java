package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stemma.model.ArticleId;
import org.stemma.model.Bearing;
import org.stemma.model.Entity;
import org.stemma.model.NameKind;

/** Speakers who are perhaps one. */
class NamesakesTest {
  @ParameterizedTest
  @CsvSource({
    "Quill / Ada Quill, Quill = Ada Quill",
    "Ada Quill / Tomas Quill / Quill, nothing",
    "Ada Quill / A. Quill, Ada Quill = A. Quill",
    "Bill Harrow / William Harrow, Bill Harrow = William Harrow",
    "Thomas Brel / Tomas Brel, Thomas Brel = Tomas Brel",
    "Ada Quill / Jonas Quill, nothing",
    "Ada Quill / Ada Brand, nothing"
  })
  void namesThatMayBeOfOneAreShown(String names, String expected) {
    List<Entity> speakers = new ArrayList<>();
    for (String name : names.split(" / ")) {
      ArticleId article = new ArticleId("article-" + speakers.size());
      Bearing bearing = new Bearing(article, name, List.of(name));
      speakers.add(
          new Entity(bearing.id(), name, NameKind.PERSON, true, List.of(bearing), List.of()));
    }
    List<String> pairs =
        Namesakes.among(speakers).stream()
            .map(pair -> pair.get(0).name() + " = " + pair.get(1).name())
            .toList();
    assertThat(pairs.isEmpty() ? "nothing" : String.join("; ", pairs)).isEqualTo(expected);
  }
}

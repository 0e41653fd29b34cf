package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Imprint;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Page.Mark;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Vector;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

class AnnotatorTest {
  private static final Annotator ANNOTATOR = Annotator.load();

  @Test
  void aQuotationHasItsSpeakersWordsAndMarks() {
    String text = "“We will appeal to the court,” Ana Ruiz said on Monday.";
    Annotated found = ANNOTATOR.annotate(article(text, ZoneRole.BODY));
    assertThat(found.attributions())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.content().get(0).in(text)).isEqualTo("“We will appeal to the court,”");
              assertThat(a.cue().get(0).in(text)).isEqualTo("said");
              assertThat(a.source().get(0).in(text)).isEqualTo("Ana Ruiz");
            });
  }

  @Test
  void whatAReaderWritesIsNobodysStatement() {
    String text = "“We will appeal to the court,” Ana Ruiz said on Monday.";
    assertThat(ANNOTATOR.annotate(article(text, ZoneRole.COMMENT)).attributions()).isEmpty();
  }

  @Test
  void namesStandWithTheirKindWhereTheyAreWritten() {
    String text = "“We will appeal to the court,” Ana Ruiz said on Monday.";
    List<Name> names = ANNOTATOR.annotate(article(text, ZoneRole.BODY)).names();
    assertThat(names).extracting(Name::kind).containsExactly(NameKind.PERSON);
    assertThat(names.get(0).span().in(text)).isEqualTo("Ana Ruiz");
    assertThat(ANNOTATOR.annotate(article(text, ZoneRole.COMMENT)).names()).isEmpty();
  }

  @Test
  void aContentHasAVectorAsWideAsTheModelMakesThem() {
    String text = "“We will appeal to the court,” Ana Ruiz said on Monday.";
    assertThat(ANNOTATOR.annotate(article(text, ZoneRole.BODY)).attributions())
        .extracting(a -> a.vector().width())
        .containsExactly(Model.FAST.network().vectorWidth());
  }

  @Test
  void inALanguageThatIsNotReadThereAreNeitherNamesNorVectors() {
    String text = "„Wir gehen morgen vor Gericht“, sagte Ana Ruiz am Montag in Osterby.";
    Annotated found = ANNOTATOR.annotate(article(text, ZoneRole.BODY, "de"));
    assertThat(found.names()).isEmpty();
    assertThat(found.attributions()).extracting(Attribution::vector).containsExactly(Vector.NONE);
  }

  @Test
  void aVerbThatSomebodyMarkedAsTheSourceIsNotOne() {
    String text = "Ana Ruiz opened the bridge. “It will carry trams,” said Ruiz.";
    Span verb = new Span(text.indexOf("said"), text.indexOf("said") + 4);
    Span name = new Span(text.lastIndexOf("Ruiz"), text.length() - 1);
    Span content = new Span(text.indexOf("“"), text.indexOf("”") + 1);
    Mark swapped = new Mark(List.of(verb), List.of(name), List.of(content));
    Annotated found = ANNOTATOR.resolve(article(text, ZoneRole.BODY), List.of(swapped));
    assertThat(found.attributions())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.speaker()).isEqualTo(new Speaker.Named("Ana Ruiz"));
              assertThat(a.source()).containsExactly(verb);
            });
  }

  private static Article article(String text, ZoneRole role) {
    return article(text, role, "en");
  }

  private static Article article(String text, ZoneRole role, String language) {
    return new Article(
        new ArticleId("a"),
        "a",
        Imprint.NONE,
        List.of(),
        language,
        text,
        List.of(new Zone(role, new Span(0, text.length()))));
  }
}

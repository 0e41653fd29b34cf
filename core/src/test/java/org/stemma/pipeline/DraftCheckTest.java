package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stemma.check.CheckReport;
import org.stemma.check.CheckedFigure;
import org.stemma.check.CheckedName;
import org.stemma.check.Verdict;
import org.stemma.model.Annotated;
import org.stemma.read.Pages;

/** Drafts against a desk, from their characters to the report: names, figures, hostile drafts. */
@Timeout(120)
class DraftCheckTest {
  private static final String LINES =
      """
      {"id":"lamp","outlet":"The Osterby Lamp","address":"https://lamp.example/mill","dates":[{"value":"2031-05-04","origin":"given"}],"text":"Fire in the Osterby mill\\n\\nAt least 14 people were killed when a fire broke out in the flour mill of Osterby, mayor Ines Holtwick said on Sunday.\\n\\n“We will open the mill again before winter,” mayor Ines Holtwick said. “But not before every door can be opened from inside.”"}
      {"id":"bell","outlet":"The Quay Bell","address":"https://bell.example/mill","dates":[{"value":"2031-05-05","origin":"given"}],"text":"Osterby mourns\\n\\nThe fire in the flour mill of Osterby killed 17 people, fire chief Tomas Reedmark said on Monday.\\n\\nMayor Ines Holtwick was not there."}
      {"id":"far","outlet":"The Quay Bell","address":"https://bell.example/far","dates":[{"value":"2031-05-05","origin":"given"}],"text":"A long way off\\n\\nA landslide killed 90 people in the mountains of Carvane, the governor, Lena Orsk, said on Monday."}
      """;

  private static Desk desk;

  @BeforeAll
  static void fill() {
    desk = Desk.inMemory();
    try (Pages pages =
        Pages.of("lines.jsonl", new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)))) {
      assertThat(desk.add(pages, Progress.NONE).added()).isEqualTo(3);
    }
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void aFigureIsSetBesideTheOnesOnRecordOfTheSame() {
    CheckReport report =
        desk.check(
            "A fire in the flour mill of Osterby killed 15 people, mayor Ines Holtwick said.");
    assertThat(report.figures()).hasSize(1);
    CheckedFigure figure = report.figures().get(0);
    assertThat(figure.figure().in(report.draft())).isEqualTo("15 people");
    assertThat(told(figure.rivals())).containsExactly("bell: 17 people");
    assertThat(told(figure.agreeing())).containsExactly("lamp: At least 14 people");
  }

  @Test
  void aFigureOfAnotherEventIsNoRival() {
    assertThat(desk.check("A flood in Norrland killed 15 people, Ada Quill said.").figures())
        .isEmpty();
  }

  @Test
  void aMisspeltSpeakerIsNamed() {
    CheckReport report =
        desk.check(
            "“We will open the mill again before winter,” mayor Ines Holtwik said.\n\n"
                + "“Nobody saw the smoke,” fire chief Tomas Reedmark said.");
    assertThat(report.names()).hasSize(1);
    CheckedName name = report.names().get(0);
    assertThat(name.kind()).isEqualTo(CheckedName.Kind.OTHER_SPELLING);
    assertThat(name.nearest().orElseThrow().name()).isEqualTo("Ines Holtwick");
    assertThat(report.quotations().get(0).isOutOfContext()).isTrue();
    assertThat(report.quotations().get(1).verdict()).isEqualTo(Verdict.NOT_ON_RECORD);
  }

  @Test
  void hostileDraftsEndInAReport() {
    for (String draft :
        List.of(
            "<script>alert(1)</script> “<b>We will open the mill</b>”",
            "“\u202Eretniw erofeb\u202C we \u2066will\u2069 open the mill”",
            "x".repeat(1 << 20),
            "“".repeat(1 << 13),
            "\"' ".repeat(1 << 13))) {
      CheckReport report = desk.check(draft);
      assertThat(report.draft()).isEqualTo(draft);
      assertThat(report.quotations()).noneMatch(q -> q.verdict() == Verdict.VERBATIM);
    }
  }

  private static List<String> told(List<CheckedFigure.Recorded> figures) {
    return figures.stream()
        .map(
            figure -> {
              Annotated annotated = desk.article(figure.article()).orElseThrow();
              return figure.article() + ": " + figure.span().in(annotated.article().text());
            })
        .toList();
  }
}

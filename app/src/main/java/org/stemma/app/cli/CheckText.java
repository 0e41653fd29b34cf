package org.stemma.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.stemma.app.pages.view.CheckView;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.CheckedFigure;
import org.stemma.check.CheckedName;
import org.stemma.check.Verdict;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;

/**
 * A checked draft for reading: each quotation with its verdict and the nearest wording on record.
 */
final class CheckText {
  private final Sheet sheet;
  private final Function<ArticleId, Article> articles;

  CheckText(Sheet sheet, Function<ArticleId, Article> articles) {
    this.sheet = sheet;
    this.articles = articles;
  }

  void report(CheckReport report) {
    for (Checked checked : report.gravestFirst()) {
      quotation(report.quotations().indexOf(checked) + 1, checked, report.draft());
      sheet.blank();
    }
    names(report);
    figures(report);
    List<String> unchecked = CheckView.unchecked(report);
    unchecked.forEach(sentence -> sheet.paragraph(0, sentence));
    if (!unchecked.isEmpty()) {
      sheet.blank();
    }
    sheet.heading(CheckView.summary(report));
  }

  private void names(CheckReport report) {
    for (CheckedName name : report.names()) {
      String nearest = name.nearest().map(entity -> " \"" + entity.name() + "\"").orElse("");
      sheet.paragraph(
          0, "Name: \"" + name.name() + "\" " + Phrases.says(name.kind()) + nearest + ".");
    }
    if (!report.names().isEmpty()) {
      sheet.blank();
    }
  }

  private void figures(CheckReport report) {
    for (CheckedFigure figure : report.figures()) {
      if (!figure.rivals().isEmpty()) {
        List<String> told = new ArrayList<>();
        for (CheckedFigure.Recorded rival : figure.rivals()) {
          Article article = articles.apply(rival.article());
          told.add(
              '"'
                  + rival.span().in(article.text())
                  + "\" ("
                  + Phrases.outlet(article)
                  + ", "
                  + Phrases.published(article)
                  + ")");
        }
        sheet.paragraph(
            0,
            "Figure: the draft has \""
                + figure.figure().in(report.draft())
                + "\"; of what may be the same the record has "
                + String.join(", ", told)
                + ".");
        sheet.blank();
      }
    }
  }

  private void quotation(int number, Checked checked, String draft) {
    String verdict = Phrases.verdict(checked.verdict()).toUpperCase(Locale.ROOT);
    sheet.entry(
        number,
        verdict
            + (checked.isOutOfContext() ? ", OUT OF ITS CONTEXT" : "")
            + (checked.nested() ? " (inside another quotation)" : ""));
    String drafted =
        Marked.of(draft, List.of(checked.quotation()), checked.alterations(), a -> a.inWitness());
    sheet.field("draft", "\u201c" + drafted + "\u201d (" + checked.speaker().label() + ")");
    checked.nearest().ifPresent(nearest -> nearest(checked, nearest, draft));
  }

  private void nearest(Checked checked, Checked.Record nearest, String draft) {
    Article article = articles.apply(nearest.article());
    List<Span> parts = List.of(nearest.span());
    String recorded = Marked.of(article.text(), parts, checked.alterations(), a -> a.inBase());
    sheet.field("record", "\u201c" + recorded + "\u201d (" + nearest.speaker().label() + ")");
    changes(checked, nearest, article, draft);
    nearest
        .turn()
        .ifPresent(t -> sheet.field("goes on", "\u201c" + t.in(article.text()) + "\u201d"));
    if (checked.verdict() != Verdict.VERBATIM || checked.isOutOfContext()) {
      sheet.field("to paste", nearest.sentence().in(article.text()));
    }
    checked.rival().ifPresent(rival -> rival(rival, draft));
    sheet.field("outlet", Phrases.outlet(article) + ", " + published(article));
    sheet.field("address", article.address());
  }

  private void rival(Checked.Rival rival, String draft) {
    Article article = articles.apply(rival.record().article());
    String text = article.text();
    List<Span> parts = List.of(rival.record().span());
    String words = Marked.of(text, parts, rival.alterations(), a -> a.inBase());
    sheet.field(
        "but also",
        "\u201c"
            + words
            + "\u201d ("
            + rival.record().speaker().label()
            + ") in "
            + Phrases.outlet(article)
            + ", "
            + Phrases.published(article));
    Phrases.changes(rival.alterations(), text, rival.record().speaker(), draft)
        .forEach(change -> sheet.field("", change));
  }

  private void changes(Checked checked, Checked.Record nearest, Article article, String draft) {
    Set<String> changes = new LinkedHashSet<>();
    if (checked.verdict() == Verdict.MISATTRIBUTED) {
      changes.add(Phrases.anotherSpeaker(nearest.speaker()));
    }
    changes.addAll(
        Phrases.changes(checked.alterations(), article.text(), nearest.speaker(), draft));
    String label = "changed";
    for (String change : changes) {
      sheet.field(label, change);
      label = "";
    }
  }

  private static String published(Article article) {
    return article.published().isPresent()
        ? Phrases.published(article) + " (" + Phrases.dateOrigin(article) + ")"
        : Phrases.dateOrigin(article);
  }
}

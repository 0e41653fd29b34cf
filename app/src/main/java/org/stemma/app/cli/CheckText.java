package org.stemma.app.cli;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
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
    int number = 0;
    for (Checked checked : report.quotations()) {
      quotation(++number, checked, report.draft());
      sheet.blank();
    }
    sheet.heading(summary(report));
  }

  private void quotation(int number, Checked checked, String draft) {
    sheet.entry(number, Phrases.verdict(checked.verdict()).toUpperCase(Locale.ROOT));
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
    sheet.field("outlet", Phrases.outlet(article) + ", " + published(article));
    sheet.field("address", article.address());
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

  private static String summary(CheckReport report) {
    if (report.quotations().isEmpty()) {
      return "No quotation was found in the draft.";
    }
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    report.quotations().forEach(q -> counts.merge(q.verdict(), 1, Integer::sum));
    List<String> parts =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + Phrases.verdict(e.getKey()))
            .toList();
    return Words.count(report.quotations().size(), "quotation", "quotations")
        + ": "
        + String.join(", ", parts)
        + ".";
  }
}

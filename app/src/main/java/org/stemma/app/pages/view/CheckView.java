package org.stemma.app.pages.view;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.Verdict;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;

/**
 * A draft with its verdicts.
 *
 * @param summary "5 quotations: 1 may change the sense, 1 truncated, 3 verbatim."
 * @param text the draft as it was sent
 * @param quotations gravest first
 * @param draft paragraph by paragraph, quotations marked and numbered in the order of the text
 */
public record CheckView(
    String summary, String text, List<Quotation> quotations, List<Content> draft) {
  public CheckView {
    quotations = List.copyOf(quotations);
    draft = List.copyOf(draft);
  }

  /**
   * One quotation.
   *
   * @param number of the quotation in the draft, from 1
   * @param key number and verdict, as marked in the draft
   * @param verdict CSS class
   * @param label the verdict in words
   * @param words as in the draft, what is not on record marked
   * @param record the nearest wording, shown plain; empty text where there is none
   * @param href into the article where it stands
   * @param rivals what other witnesses of the nearest wording do to its sense: "a number changed";
   *     may be empty
   * @param grave true where the sense may be another
   */
  public record Quotation(
      int number,
      String key,
      String verdict,
      String label,
      boolean grave,
      Content words,
      String speaker,
      List<ChangeView> changes,
      Content record,
      String recordSpeaker,
      String outlet,
      DateView date,
      String href,
      String statementHref,
      String rivals) {
    public Quotation {
      changes = List.copyOf(changes);
    }
  }

  /**
   * @param statements the statement that a place in an article belongs to
   */
  public static CheckView of(
      CheckReport report,
      Function<ArticleId, Article> articles,
      Function<Checked.Record, Optional<Statement>> statements) {
    List<Quotation> quotations = new ArrayList<>();
    Map<Verdict, Integer> counts = new TreeMap<>(Comparator.comparing(CheckView::rank));
    int grave = 0;
    int number = 1;
    List<Mark> numbers = new ArrayList<>();
    for (Checked checked : report.quotations()) {
      Quotation quotation = quotation(report, checked, number, articles, statements);
      quotations.add(quotation);
      grave += quotation.grave() ? 1 : 0;
      counts.merge(checked.verdict(), 1, Integer::sum);
      numbers.add(
          new Mark(
              checked.quotation(),
              layer(quotation),
              "d-" + number,
              "#q-" + number,
              quotation.key()));
      number++;
    }
    quotations.sort(Comparator.comparing(CheckView::weight).thenComparing(Quotation::number));
    return new CheckView(
        summary(quotations.size(), counts, grave),
        report.draft(),
        quotations,
        paragraphs(report.draft(), numbers));
  }

  private static Quotation quotation(
      CheckReport report,
      Checked checked,
      int number,
      Function<ArticleId, Article> articles,
      Function<Checked.Record, Optional<Statement>> statements) {
    Optional<Statement> statement = checked.nearest().flatMap(statements);
    Span here = checked.quotation();
    String draft = report.draft();
    Optional<Article> found = checked.nearest().map(n -> articles.apply(n.article()));
    String recordText = found.map(Article::text).orElse("");
    List<Span> there = checked.nearest().map(Checked.Record::span).stream().toList();
    return new Quotation(
        number,
        number + " " + Phrases.verdict(checked.verdict()).toLowerCase(java.util.Locale.ROOT),
        checked.verdict().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        Phrases.verdict(checked.verdict()),
        Wording.isGrave(checked.alterations()),
        there.isEmpty()
            ? MarkedText.plain(here.in(draft))
            : Wording.of(recordText, there, draft, List.of(here), checked.alterations()),
        speaker(checked.speaker()),
        ChangeView.of(recordText, draft, checked.alterations()),
        MarkedText.plain(there.isEmpty() ? "" : there.get(0).in(recordText)),
        checked.nearest().map(n -> speaker(n.speaker())).orElse(""),
        found.map(Links::outletName).orElse(""),
        found.map(DateView::published).orElse(new DateView("", "", "", false)),
        checked.nearest().map(n -> Links.passage(n.article(), n.span())).orElse(""),
        statement.map(Links::statement).orElse(""),
        statement.map(CheckView::rivals).orElse(""));
  }

  private static String rivals(Statement statement) {
    return Phrases.list(
        StatementLine.changes(statement).stream()
            .filter(ChangeView::grave)
            .map(ChangeView::label)
            .toList());
  }

  private static Layer layer(Quotation quotation) {
    if (quotation.grave()) {
      return Layer.GRAVE;
    }
    return switch (quotation.verdict()) {
      case "verbatim" -> Layer.HELD;
      case "not-on-record" -> Layer.ABSENT;
      default -> Layer.CHANGED;
    };
  }

  private static String speaker(Speaker speaker) {
    return speaker.label();
  }

  /** What must be seen first. */
  private static int weight(Quotation quotation) {
    return quotation.grave()
        ? -1
        : rank(
            Verdict.valueOf(
                quotation.verdict().replace('-', '_').toUpperCase(java.util.Locale.ROOT)));
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case MISATTRIBUTED -> 0;
      case ALTERED -> 1;
      case NOT_ON_RECORD -> 2;
      case TRUNCATED -> 3;
      case VERBATIM -> 4;
    };
  }

  private static String summary(int quotations, Map<Verdict, Integer> counts, int grave) {
    if (quotations == 0) {
      return "No quotation was found in this draft.";
    }
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (verdict, n) ->
            parts.add(n + " " + Phrases.verdict(verdict).toLowerCase(java.util.Locale.ROOT)));
    String sense =
        grave == 0
            ? ""
            : grave == 1
                ? " In one the sense may be another."
                : " In " + grave + " the sense may be another.";
    return Phrases.count(quotations, "quotation") + ": " + Phrases.list(parts) + "." + sense;
  }

  private static List<Content> paragraphs(String draft, List<Mark> marks) {
    List<Content> paragraphs = new ArrayList<>();
    int next = 0;
    int start = 0;
    while (start < draft.length()) {
      int end = draft.indexOf('\n', start);
      end = end < 0 ? draft.length() : end;
      if (end > start && !draft.substring(start, end).isBlank()) {
        Span line = new Span(start, end);
        while (next < marks.size() && marks.get(next).span().end() <= start) {
          next++;
        }
        int to = next;
        while (to < marks.size() && marks.get(to).span().start() < end) {
          to++;
        }
        paragraphs.add(MarkedText.of(draft, line, marks.subList(next, to)));
      }
      start = end + 1;
    }
    return paragraphs;
  }
}

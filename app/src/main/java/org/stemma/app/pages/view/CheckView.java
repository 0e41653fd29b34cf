package org.stemma.app.pages.view;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.CheckedFigure;
import org.stemma.check.CheckedName;
import org.stemma.check.Unchecked;
import org.stemma.check.Verdict;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entity;
import org.stemma.model.Span;
import org.stemma.model.Statement;

/**
 * A draft with its verdicts.
 *
 * @param summary "5 quotations: 1 altered and 4 verbatim. In one the sense may be another."
 * @param text the draft as it was sent
 * @param quotations gravest first
 * @param figures numbers of which the record has others
 * @param agreeing "The record agrees with 2 figures: 17 dead; 3 boats."; may be empty
 * @param unchecked what was not looked up, and why, in sentences
 * @param draft paragraph by paragraph, quotations marked and numbered in the order of the text
 */
public record CheckView(
    String summary,
    String text,
    List<Quotation> quotations,
    List<NameLine> names,
    List<FigureLine> figures,
    String agreeing,
    List<String> unchecked,
    List<Content> draft) {
  public CheckView {
    quotations = List.copyOf(quotations);
    names = List.copyOf(names);
    figures = List.copyOf(figures);
    unchecked = List.copyOf(unchecked);
    draft = List.copyOf(draft);
  }

  /**
   * One quotation.
   *
   * @param number of the quotation in the draft, from 1
   * @param key number and verdict, as marked in the draft
   * @param verdict CSS class
   * @param label the verdict in words
   * @param grave why it must be seen first: "a “not” lost or added"; empty where the sense is the
   *     same
   * @param note "inside another quotation"; may be empty
   * @param words as in the draft, what is not on record marked
   * @param speaker as the draft gives it
   */
  public record Quotation(
      int number,
      String key,
      String verdict,
      String label,
      String grave,
      String note,
      Content words,
      String speaker,
      List<ChangeView> changes,
      Optional<Recorded> record,
      Optional<RivalLine> rival) {
    public Quotation {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The nearest wording on record.
   *
   * @param source where it stands
   * @param context its sentences with two more on either side, the wording marked
   * @param turn how the record goes on, where the draft leaves that out; may be empty
   * @param paste the record's own sentences with their speaker
   * @param statementHref may be empty
   */
  public record Recorded(
      Content words,
      String speaker,
      SourceLine source,
      Content context,
      String turn,
      String paste,
      String statementHref) {}

  /**
   * Another wording on record with another sense.
   *
   * @param words as there, what the draft has otherwise marked
   * @param what "a “not” lost or added"
   */
  public record RivalLine(Content words, String speaker, String what, SourceLine source) {}

  /**
   * Where something stands on record.
   *
   * @param href into the article on this desk
   * @param outside the page's own address; empty where a browser may not follow it
   */
  public record SourceLine(String outlet, DateView date, String href, String outside) {}

  /**
   * A speaker whom the record does not have under this name.
   *
   * @param says "The record has"
   * @param nearest whom it has; may be empty, as {@code href} is then
   */
  public record NameLine(String id, String name, String says, String nearest, String href) {}

  /** A number of the draft beside others. */
  public record FigureLine(
      String id, String figure, Content sentence, List<FigureOnRecord> rivals) {
    public FigureLine {
      rivals = List.copyOf(rivals);
    }
  }

  /**
   * @param words "23 bodies"
   * @param speaker "Henrik Osse", "in its own words"
   */
  public record FigureOnRecord(String words, Content sentence, String speaker, SourceLine source) {}

  /**
   * @param statements the statement that a place in an article belongs to
   */
  public static CheckView of(
      CheckReport report,
      Function<ArticleId, Article> articles,
      Function<Checked.Record, Optional<Statement>> statements) {
    return new Making(report, articles, statements).view();
  }

  /** Puts one view together. */
  private static final class Making {
    private final CheckReport report;
    private final String draft;
    private final Function<ArticleId, Article> articles;
    private final Function<Checked.Record, Optional<Statement>> statements;
    private final List<Mark> marks = new ArrayList<>();

    Making(
        CheckReport report,
        Function<ArticleId, Article> articles,
        Function<Checked.Record, Optional<Statement>> statements) {
      this.report = report;
      this.draft = report.draft();
      this.articles = articles;
      this.statements = statements;
    }

    CheckView view() {
      List<Quotation> quotations = new ArrayList<>();
      for (Checked checked : report.gravestFirst()) {
        int number = report.quotations().indexOf(checked) + 1;
        Quotation quotation = quotation(checked, number);
        quotations.add(quotation);
        mark(checked.quotation(), layer(checked), "d-" + number, "#q-" + number, quotation.key());
      }
      for (Unchecked unchecked : report.unchecked()) {
        marks.add(Mark.plain(unchecked.quotation(), Layer.SHORT));
      }
      List<NameLine> names = new ArrayList<>();
      report.names().forEach(name -> names.add(name(name, names.size() + 1)));
      List<FigureLine> figures = new ArrayList<>();
      for (CheckedFigure figure : report.figures()) {
        if (!figure.rivals().isEmpty()) {
          figures.add(figure(figure, figures.size() + 1));
        }
      }
      marks.sort(Comparator.comparing(Mark::span));
      return new CheckView(
          summary(report),
          draft,
          quotations,
          names,
          figures,
          agreeing(),
          unchecked(report),
          paragraphs());
    }

    private void mark(Span span, Layer layer, String id, String href, String key) {
      marks.add(new Mark(span, layer, id, href, key));
    }

    private Quotation quotation(Checked checked, int number) {
      Span here = checked.quotation();
      Optional<Article> found = checked.nearest().map(n -> articles.apply(n.article()));
      String text = found.map(Article::text).orElse("");
      List<Span> there = checked.nearest().map(Checked.Record::span).stream().toList();
      String label = Phrases.verdict(checked.verdict());
      return new Quotation(
          number,
          number + " " + label.toLowerCase(Locale.ROOT),
          checked.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          label,
          grave(checked),
          checked.nested() ? "inside another quotation" : "",
          there.isEmpty()
              ? MarkedText.plain(here.in(draft))
              : Wording.of(text, there, draft, List.of(here), checked.alterations()),
          checked.speaker().label(),
          changes(text, checked),
          checked.nearest().map(nearest -> recorded(nearest, found.orElseThrow())),
          checked.rival().map(this::rival));
    }

    /** Those of which the heading does not say all. */
    private List<ChangeView> changes(String text, Checked checked) {
      return ChangeView.of(text, draft, checked.alterations()).stream()
          .filter(change -> !change.grave() || !change.details().isEmpty())
          .toList();
    }

    private RivalLine rival(Checked.Rival rival) {
      Article article = articles.apply(rival.record().article());
      Span there = rival.record().span();
      List<Mark> changed = new ArrayList<>();
      rival.alterations().stream()
          .filter(a -> a.kind().changesSense())
          .flatMap(a -> a.inBase().stream())
          .forEach(span -> changed.add(Mark.plain(span, Layer.TURN)));
      return new RivalLine(
          MarkedText.of(article.text(), there, changed),
          rival.record().speaker().label(),
          Phrases.alteration(rival.alterations().get(0).kind()),
          source(article, there));
    }

    private Recorded recorded(Checked.Record nearest, Article article) {
      Optional<Statement> statement = statements.apply(nearest);
      String text = article.text();
      List<Mark> around = new ArrayList<>();
      around.add(Mark.plain(nearest.span(), Layer.SOUGHT));
      nearest.turn().ifPresent(turn -> around.add(Mark.plain(turn, Layer.TURN)));
      return new Recorded(
          MarkedText.plain(nearest.span().in(text)),
          nearest.speaker().label(),
          source(article, nearest.span()),
          MarkedText.of(text, nearest.context(), around),
          nearest.turn().map(turn -> turn.in(text)).orElse(""),
          nearest.sentence().in(text),
          statement.map(Links::statement).orElse(""));
    }

    private static SourceLine source(Article article, Span span) {
      return new SourceLine(
          Links.outletName(article),
          DateView.published(article),
          Links.passage(article.id(), span),
          Links.outside(article.address()));
    }

    private NameLine name(CheckedName name, int number) {
      String id = "n-" + number;
      if (name.kind() == CheckedName.Kind.OTHER_SPELLING) {
        mark(name.span(), Layer.CHANGED, "", "#" + id, "name");
      }
      return new NameLine(
          id,
          name.name(),
          Phrases.says(name.kind()),
          name.nearest().map(Entity::name).orElse(""),
          name.nearest().map(entity -> Links.speaker(entity.id())).orElse(""));
    }

    private FigureLine figure(CheckedFigure figure, int number) {
      String id = "f-" + number;
      mark(figure.figure(), Layer.CHANGED, "", "#" + id, "figure");
      return new FigureLine(
          id,
          figure.figure().in(draft),
          MarkedText.of(
              draft, figure.sentence(), List.of(Mark.plain(figure.figure(), Layer.SOUGHT))),
          figure.rivals().stream().map(this::onRecord).toList());
    }

    private FigureOnRecord onRecord(CheckedFigure.Recorded figure) {
      Article article = articles.apply(figure.article());
      return new FigureOnRecord(
          figure.span().in(article.text()),
          MarkedText.of(
              article.text(), figure.sentence(), List.of(Mark.plain(figure.span(), Layer.SOUGHT))),
          Phrases.teller(figure.speaker()),
          source(article, figure.span()));
    }

    private String agreeing() {
      List<String> figures =
          report.figures().stream()
              .filter(figure -> figure.rivals().isEmpty())
              .map(figure -> "“" + Phrases.shortened(figure.figure().in(draft), SHOWN) + "”")
              .distinct()
              .toList();
      return figures.isEmpty() ? "" : "No other number is on record for " + list(figures) + ".";
    }

    private List<Content> paragraphs() {
      List<Content> paragraphs = new ArrayList<>();
      List<Mark> open = new ArrayList<>();
      int next = 0;
      int start = 0;
      while (start < draft.length()) {
        int end = draft.indexOf('\n', start);
        end = end < 0 ? draft.length() : end;
        if (end > start && !draft.substring(start, end).isBlank()) {
          int from = start;
          while (next < marks.size() && marks.get(next).span().start() < end) {
            open.add(marks.get(next++));
          }
          open.removeIf(mark -> mark.span().end() <= from);
          paragraphs.add(MarkedText.of(draft, new Span(start, end), open));
        }
        start = end + 1;
      }
      return paragraphs;
    }
  }

  /** Longest words in a list, in code units. */
  private static final int SHOWN = 60;

  /** Items of a list in a sentence. */
  private static final int LISTED = 12;

  /** Why a quotation must be seen first: "a “not” lost or added"; empty where there is nothing. */
  private static String grave(Checked checked) {
    List<String> reasons = new ArrayList<>();
    checked.alterations().stream()
        .map(org.stemma.model.Alteration::kind)
        .filter(AlterationKind::changesSense)
        .distinct()
        .forEach(kind -> reasons.add(Phrases.alteration(kind)));
    if (checked.isOutOfContext()) {
      reasons.add("out of its context");
    }
    if (checked.rival().isPresent()) {
      reasons.add("the record differs");
    }
    return Phrases.list(reasons);
  }

  private static Layer layer(Checked checked) {
    if (!grave(checked).isEmpty()) {
      return Layer.GRAVE;
    }
    return switch (checked.verdict()) {
      case VERBATIM -> Layer.HELD;
      case NOT_ON_RECORD -> Layer.ABSENT;
      default -> Layer.CHANGED;
    };
  }

  /** The whole check in two or three sentences. */
  public static String summary(CheckReport report) {
    List<Checked> quotations = report.quotations();
    List<String> sentences = new ArrayList<>();
    if (quotations.isEmpty()) {
      sentences.add(
          report.unchecked().isEmpty()
              ? "No quotation was found in this draft."
              : "No quotation of three words or more was found in this draft.");
    } else {
      Map<Verdict, Integer> counts = new TreeMap<>(Comparator.comparing(CheckView::order));
      quotations.forEach(q -> counts.merge(q.verdict(), 1, Integer::sum));
      List<String> parts = new ArrayList<>();
      counts.forEach(
          (verdict, n) -> parts.add(n + " " + Phrases.verdict(verdict).toLowerCase(Locale.ROOT)));
      sentences.add(
          Phrases.count(quotations.size(), "quotation") + ": " + Phrases.list(parts) + ".");
    }
    long sense = quotations.stream().filter(Checked::changesSense).count();
    if (sense > 0) {
      sentences.add("In " + (sense == 1 ? "one" : sense) + " the sense may be another.");
    }
    long turned = quotations.stream().filter(Checked::isOutOfContext).count();
    if (turned > 0) {
      sentences.add(
          (turned == 1 ? "One leaves" : turned + " leave")
              + " out how the speaker goes on with a “but”.");
    }
    long rivals = quotations.stream().filter(q -> q.rival().isPresent()).count();
    if (rivals > 0) {
      sentences.add(
          "Of "
              + (rivals == 1 ? "one" : rivals)
              + " the record has another wording with another"
              + " sense.");
    }
    List<String> beside = new ArrayList<>();
    long names = report.names().stream().filter(n -> n.nearest().isPresent()).count();
    long figures = report.figures().stream().filter(f -> !f.rivals().isEmpty()).count();
    if (names > 0) {
      beside.add(Phrases.count(names, "name"));
    }
    if (figures > 0) {
      beside.add(Phrases.count(figures, "figure"));
    }
    if (!beside.isEmpty()) {
      sentences.add("On record otherwise: " + Phrases.list(beside) + ".");
    }
    return String.join(" ", sentences);
  }

  private static int order(Verdict verdict) {
    return switch (verdict) {
      case MISATTRIBUTED -> 0;
      case ALTERED -> 1;
      case NOT_ON_RECORD -> 2;
      case TRUNCATED -> 3;
      case VERBATIM -> 4;
    };
  }

  /** What was not looked up, and why, in sentences. */
  public static List<String> unchecked(CheckReport report) {
    Map<Unchecked.Reason, List<String>> byReason = new TreeMap<>();
    for (Unchecked unchecked : report.unchecked()) {
      String words = Phrases.shortened(unchecked.quotation().in(report.draft()), SHOWN);
      byReason.computeIfAbsent(unchecked.reason(), r -> new ArrayList<>()).add("“" + words + "”");
    }
    List<String> sentences = new ArrayList<>();
    byReason.forEach(
        (reason, words) -> sentences.add(Phrases.unchecked(reason) + ": " + list(words) + "."));
    return sentences;
  }

  private static String list(List<String> items) {
    List<String> shown = items.stream().distinct().limit(LISTED).toList();
    long more = items.stream().distinct().count() - shown.size();
    return more > 0
        ? String.join(", ", shown) + " and " + Phrases.number(more) + " more"
        : Phrases.list(shown);
  }
}

package org.stemma.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.CheckedFigure;
import org.stemma.check.CheckedName;
import org.stemma.check.Unchecked;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entity;
import org.stemma.model.Span;

/** A checked draft as JSON. Positions are UTF-16 code units. */
public final class CheckJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CheckReport report;
  private final Function<ArticleId, Article> articles;

  private CheckJson(CheckReport report, Function<ArticleId, Article> articles) {
    this.report = report;
    this.articles = articles;
  }

  /**
   * The document, UTF-8.
   *
   * @param articles finds the articles that the report names
   */
  public static byte[] of(CheckReport report, Function<ArticleId, Article> articles) {
    try {
      return JSON.writeValueAsBytes(fields(report, articles));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values can be written", e);
    }
  }

  /** The same as plain values. */
  static Map<String, Object> fields(CheckReport report, Function<ArticleId, Article> articles) {
    return new CheckJson(report, articles).fields();
  }

  private Map<String, Object> fields() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("allVerbatim", report.allVerbatim());
    json.put("quotations", report.quotations().stream().map(this::checked).toList());
    List<Checked> order = report.gravestFirst();
    json.put("gravestFirst", order.stream().map(report.quotations()::indexOf).toList());
    json.put("unchecked", report.unchecked().stream().map(this::unchecked).toList());
    json.put("names", report.names().stream().map(CheckJson::name).toList());
    json.put("figures", report.figures().stream().map(this::figure).toList());
    return json;
  }

  private Map<String, Object> checked(Checked checked) {
    String draft = report.draft();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", RecordJson.span(checked.quotation()));
    json.put("words", checked.quotation().in(draft));
    json.put("speaker", RecordJson.speaker(checked.speaker()));
    json.put("nested", checked.nested());
    json.put("verdict", RecordJson.lower(checked.verdict()));
    json.put("changesSense", checked.changesSense());
    json.put("outOfContext", checked.isOutOfContext());
    Optional<Checked.Record> nearest = checked.nearest();
    String recordText = nearest.map(n -> articles.apply(n.article()).text()).orElse("");
    json.put("nearest", nearest.map(this::record).orElse(null));
    json.put("alterations", RecordJson.alterations(checked.alterations(), recordText, draft));
    json.put("rival", checked.rival().map(this::rival).orElse(null));
    return json;
  }

  private Map<String, Object> rival(Checked.Rival rival) {
    String text = articles.apply(rival.record().article()).text();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("record", record(rival.record()));
    json.put("alterations", RecordJson.alterations(rival.alterations(), text, report.draft()));
    return json;
  }

  private Map<String, Object> record(Checked.Record record) {
    Article article = articles.apply(record.article());
    Map<String, Object> json = place(article, record.span());
    json.put("speaker", RecordJson.speaker(record.speaker()));
    json.put("likeness", record.likeness());
    json.put("sentence", stretch(record.sentence(), article.text()));
    json.put("context", stretch(record.context(), article.text()));
    json.put("turn", record.turn().map(turn -> stretch(turn, article.text())).orElse(null));
    return json;
  }

  private static Map<String, Object> place(Article article, Span span) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("article", article.id().value());
    json.put("outlet", article.outlet().orElse(null));
    json.put("date", article.published().map(RecordJson::date).orElse(null));
    json.put("address", article.address());
    json.put("span", RecordJson.span(span));
    json.put("words", span.in(article.text()));
    return json;
  }

  private static Map<String, Object> stretch(Span span, String text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", RecordJson.span(span));
    json.put("words", span.in(text));
    return json;
  }

  private Map<String, Object> unchecked(Unchecked unchecked) {
    Map<String, Object> json = stretch(unchecked.quotation(), report.draft());
    json.put("speaker", RecordJson.speaker(unchecked.speaker()));
    json.put("reason", RecordJson.lower(unchecked.reason()));
    return json;
  }

  private static Map<String, Object> name(CheckedName name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", RecordJson.span(name.span()));
    json.put("name", name.name());
    json.put("kind", RecordJson.lower(name.kind()));
    json.put("nearest", name.nearest().map(Entity::name).orElse(null));
    json.put("nearestId", name.nearest().map(Entity::id).orElse(null));
    return json;
  }

  private Map<String, Object> figure(CheckedFigure figure) {
    Map<String, Object> json = stretch(figure.figure(), report.draft());
    json.put("rivals", figure.rivals().stream().map(this::told).toList());
    json.put("agreeing", figure.agreeing().stream().map(this::told).toList());
    return json;
  }

  private Map<String, Object> told(CheckedFigure.Recorded figure) {
    Article article = articles.apply(figure.article());
    Map<String, Object> json = place(article, figure.span());
    json.put("speaker", RecordJson.speaker(figure.speaker()));
    json.put("sentence", stretch(figure.sentence(), article.text()));
    return json;
  }
}

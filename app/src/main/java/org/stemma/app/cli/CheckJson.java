package org.stemma.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
import org.stemma.text.CodePoints;

/** A checked draft as one value of JSON. Positions count characters. */
final class CheckJson {
  private final JsonOutput out;
  private final Function<ArticleId, Article> articles;

  CheckJson(OutputStream out, Function<ArticleId, Article> articles) {
    this.out = new JsonOutput(out);
    this.articles = articles;
  }

  void report(CheckReport report) {
    out.write(false, json -> report(json, report));
    out.finish(true);
  }

  private void report(JsonGenerator json, CheckReport report) throws IOException {
    CodePoints points = new CodePoints(report.draft());
    json.writeStartObject();
    json.writeBooleanField("allVerbatim", report.allVerbatim());
    json.writeArrayFieldStart("quotations");
    for (Checked checked : report.quotations()) {
      checked(json, checked, report.draft(), points);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("gravestFirst");
    for (Checked checked : report.gravestFirst()) {
      json.writeNumber(report.quotations().indexOf(checked));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unchecked");
    for (Unchecked unchecked : report.unchecked()) {
      json.writeStartObject();
      stretch(json, unchecked.quotation(), report.draft(), points);
      JsonOutput.field(json, "speaker", JsonOutput.nameOf(unchecked.speaker()));
      json.writeStringField("reason", JsonOutput.name(unchecked.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
    names(json, report.names(), points);
    json.writeArrayFieldStart("figures");
    for (CheckedFigure figure : report.figures()) {
      json.writeStartObject();
      stretch(json, figure.figure(), report.draft(), points);
      told(json, "rivals", figure.rivals());
      told(json, "agreeing", figure.agreeing());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void names(JsonGenerator json, List<CheckedName> names, CodePoints points)
      throws IOException {
    json.writeArrayFieldStart("names");
    for (CheckedName name : names) {
      json.writeStartObject();
      RecordJson.span(json, name.span(), points);
      json.writeStringField("name", name.name());
      json.writeStringField("kind", JsonOutput.name(name.kind()));
      JsonOutput.field(json, "nearest", name.nearest().map(Entity::name));
      JsonOutput.field(json, "nearestId", name.nearest().map(Entity::id));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void told(JsonGenerator json, String field, List<CheckedFigure.Recorded> figures)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (CheckedFigure.Recorded figure : figures) {
      Article article = articles.apply(figure.article());
      json.writeStartObject();
      RecordJson.source(json, article);
      stretch(json, figure.span(), article.text(), new CodePoints(article.text()));
      JsonOutput.field(json, "speaker", JsonOutput.nameOf(figure.speaker()));
      json.writeStringField("sentence", figure.sentence().in(article.text()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void checked(JsonGenerator json, Checked checked, String draft, CodePoints points)
      throws IOException {
    json.writeStartObject();
    stretch(json, checked.quotation(), draft, points);
    JsonOutput.field(json, "speaker", JsonOutput.nameOf(checked.speaker()));
    json.writeBooleanField("nested", checked.nested());
    json.writeStringField("verdict", JsonOutput.name(checked.verdict()));
    json.writeBooleanField("changesSense", checked.changesSense());
    json.writeBooleanField("outOfContext", checked.isOutOfContext());
    json.writeFieldName("nearest");
    Optional<Checked.Record> nearest = checked.nearest();
    if (nearest.isPresent()) {
      nearest(json, nearest.get());
    } else {
      json.writeNull();
    }
    String recorded = nearest.map(n -> articles.apply(n.article()).text()).orElse("");
    RecordJson.alterations(json, checked.alterations(), recorded, draft);
    json.writeFieldName("rival");
    if (checked.rival().isPresent()) {
      Checked.Rival rival = checked.rival().get();
      json.writeStartObject();
      json.writeFieldName("record");
      nearest(json, rival.record());
      String text = articles.apply(rival.record().article()).text();
      RecordJson.alterations(json, rival.alterations(), text, draft);
      json.writeEndObject();
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void nearest(JsonGenerator json, Checked.Record nearest) throws IOException {
    Article article = articles.apply(nearest.article());
    String text = article.text();
    json.writeStartObject();
    RecordJson.source(json, article);
    stretch(json, nearest.span(), text, new CodePoints(text));
    JsonOutput.field(json, "speaker", JsonOutput.nameOf(nearest.speaker()));
    json.writeNumberField("likeness", JsonOutput.rounded(nearest.likeness()));
    json.writeStringField("sentence", nearest.sentence().in(text));
    json.writeStringField("context", nearest.context().in(text));
    JsonOutput.field(json, "turn", nearest.turn().map(turn -> turn.in(text)));
    json.writeEndObject();
  }

  private static void stretch(JsonGenerator json, Span span, String text, CodePoints points)
      throws IOException {
    RecordJson.span(json, span, points);
    json.writeStringField("text", span.in(text));
  }
}

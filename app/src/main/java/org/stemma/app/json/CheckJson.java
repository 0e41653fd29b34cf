package org.stemma.app.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.CheckedFigure;
import org.stemma.check.CheckedName;
import org.stemma.check.Unchecked;
import org.stemma.model.Alteration;
import org.stemma.model.ArticleId;
import org.stemma.model.Entity;
import org.stemma.model.Span;
import org.stemma.model.Speaker;

/** What a check of a draft tells, as maps. */
final class CheckJson {
  private final RecordJson records;
  private final CheckReport report;
  private final String draft;
  private final IntUnaryOperator inDraft;

  /**
   * @param inDraft what turns a position in the draft into what is written
   */
  CheckJson(RecordJson records, CheckReport report, IntUnaryOperator inDraft) {
    this.records = records;
    this.report = report;
    this.draft = report.draft();
    this.inDraft = inDraft;
  }

  Map<String, Object> fields() {
    List<Checked> quotations = report.quotations();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("allVerbatim", report.allVerbatim());
    json.put("quotations", RecordJson.each(quotations, this::checked));
    json.put("gravestFirst", RecordJson.each(report.gravestFirst(), quotations::indexOf));
    json.put("unchecked", RecordJson.each(report.unchecked(), this::unchecked));
    json.put("names", RecordJson.each(report.names(), this::name));
    json.put("figures", RecordJson.each(report.figures(), this::figure));
    return json;
  }

  private Map<String, Object> checked(Checked checked) {
    Map<String, Object> json = stretch(checked.quotation(), draft, inDraft);
    speaker(json, checked.speaker());
    json.put("nested", checked.nested());
    json.put("verdict", RecordJson.lower(checked.verdict()));
    json.put("changesSense", checked.changesSense());
    json.put("outOfContext", checked.isOutOfContext());
    json.put("nearest", checked.nearest().map(this::record).orElse(null));
    json.put(
        "alterations",
        alterations(checked.alterations(), checked.nearest().map(Checked.Record::article)));
    json.put("rival", checked.rival().map(this::rival).orElse(null));
    return json;
  }

  private Map<String, Object> rival(Checked.Rival rival) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("record", record(rival.record()));
    json.put(
        "alterations", alterations(rival.alterations(), Optional.of(rival.record().article())));
    return json;
  }

  private List<Map<String, Object>> alterations(
      List<Alteration> alterations, Optional<ArticleId> compared) {
    String recorded = compared.map(id -> records.text(id).characters()).orElse("");
    IntUnaryOperator inRecord = compared.map(id -> records.text(id).offset()).orElse(inDraft);
    return RecordJson.each(
        alterations, a -> RecordJson.alteration(a, recorded, inRecord, draft, inDraft));
  }

  private Map<String, Object> record(Checked.Record record) {
    RecordJson.Text text = records.text(record.article());
    Map<String, Object> json = new LinkedHashMap<>();
    RecordJson.place(json, text, record.span());
    json.put("text", record.span().in(text.characters()));
    speaker(json, record.speaker());
    json.put("likeness", JsonOutput.rounded(record.likeness()));
    json.put("sentence", stretch(record.sentence(), text));
    json.put("context", stretch(record.context(), text));
    json.put("turn", record.turn().map(turn -> stretch(turn, text)).orElse(null));
    return json;
  }

  private Map<String, Object> unchecked(Unchecked unchecked) {
    Map<String, Object> json = stretch(unchecked.quotation(), draft, inDraft);
    speaker(json, unchecked.speaker());
    json.put("reason", RecordJson.lower(unchecked.reason()));
    return json;
  }

  private Map<String, Object> name(CheckedName name) {
    Map<String, Object> json = stretch(name.span(), draft, inDraft);
    json.put("name", name.name());
    json.put("kind", RecordJson.lower(name.kind()));
    json.put("nearest", name.nearest().map(Entity::name).orElse(null));
    json.put("nearestId", name.nearest().map(Entity::id).orElse(null));
    return json;
  }

  private Map<String, Object> figure(CheckedFigure figure) {
    Map<String, Object> json = stretch(figure.figure(), draft, inDraft);
    json.put("rivals", RecordJson.each(figure.rivals(), this::told));
    json.put("agreeing", RecordJson.each(figure.agreeing(), this::told));
    return json;
  }

  private Map<String, Object> told(CheckedFigure.Recorded figure) {
    RecordJson.Text text = records.text(figure.article());
    Map<String, Object> json = new LinkedHashMap<>();
    RecordJson.place(json, text, figure.span());
    json.put("text", figure.span().in(text.characters()));
    speaker(json, figure.speaker());
    json.put("sentence", stretch(figure.sentence(), text));
    return json;
  }

  private static void speaker(Map<String, Object> json, Speaker speaker) {
    json.put("speaker", RecordJson.name(speaker));
    json.put("speakerWords", RecordJson.words(speaker));
  }

  private static Map<String, Object> stretch(Span span, RecordJson.Text text) {
    return stretch(span, text.characters(), text.offset());
  }

  private static Map<String, Object> stretch(Span span, String text, IntUnaryOperator offset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("start", offset.applyAsInt(span.start()));
    json.put("end", offset.applyAsInt(span.end()));
    json.put("text", span.in(text));
    return json;
  }
}

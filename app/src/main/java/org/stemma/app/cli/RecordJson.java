package org.stemma.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Alteration;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.FoundDate;
import org.stemma.model.LostSource;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;
import org.stemma.pipeline.ReadingReport;
import org.stemma.text.CodePoints;

/**
 * The answers of a desk as JSON, one value each. Positions count code points of the article's text.
 */
final class RecordJson {
  private final JsonOutput out;
  private final Function<ArticleId, Article> articles;

  RecordJson(Output out, Function<ArticleId, Article> articles) {
    this.out = new JsonOutput(out);
    this.articles = articles;
  }

  /** Writes what {@code stemma trace} found: each statement with its stemma, best first. */
  void trace(String words, Map<Statement, Stemma> found) {
    answer(
        json -> {
          json.writeStringField("words", words);
          json.writeArrayFieldStart("statements");
          for (Map.Entry<Statement, Stemma> entry : found.entrySet()) {
            statement(json, entry.getKey(), entry.getValue());
          }
          json.writeEndArray();
        });
  }

  /** Writes the disputes of a desk. */
  void disputes(List<Dispute> disputes) {
    answer(
        json -> {
          json.writeArrayFieldStart("disputes");
          for (Dispute dispute : disputes) {
            dispute(json, dispute);
          }
          json.writeEndArray();
        });
  }

  /** Writes the disputes of a desk, one a line. */
  void disputeLines(List<Dispute> disputes) {
    disputes.forEach(dispute -> out.write(false, json -> dispute(json, dispute)));
    out.finish(!disputes.isEmpty());
  }

  private void dispute(JsonGenerator json, Dispute dispute) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", dispute.id());
    json.writeStringField("kind", JsonOutput.name(dispute.kind()));
    if (dispute.lowest().isPresent()) {
      json.writeNumberField("lowest", dispute.lowest().get());
      json.writeNumberField("highest", dispute.highest().orElseThrow());
    }
    json.writeArrayFieldStart("accounts");
    for (int i = 0; i < dispute.accounts().size(); i++) {
      account(json, dispute, i);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void account(JsonGenerator json, Dispute dispute, int index) throws IOException {
    Account account = dispute.accounts().get(index);
    Article article = articles.apply(account.article());
    CodePoints points = new CodePoints(article.text());
    json.writeStartObject();
    json.writeStringField("article", article.id().value());
    JsonOutput.field(json, "outlet", article.outlet());
    JsonOutput.field(json, "published", article.published().map(FoundDate::value));
    JsonOutput.field(json, "speaker", JsonOutput.nameOf(account.speaker()));
    JsonOutput.field(json, "speakerWords", words(account.speaker()));
    JsonOutput.field(json, "act", account.act().map(JsonOutput::name));
    JsonOutput.strings(json, "via", account.via());
    json.writeStringField("side", JsonOutput.name(account.side()));
    if (account.figure().isPresent()) {
      json.writeNumberField("figure", account.figure().get().value());
      json.writeStringField("exactness", JsonOutput.name(account.figure().get().exactness()));
      json.writeStringField("counted", account.figure().get().head());
    }
    for (Dispute.Update update : dispute.updates()) {
      if (update.earlier() == index) {
        json.writeNumberField("replacedBy", update.later());
      }
    }
    boolean twoSided =
        dispute.kind() == Dispute.Kind.DENIAL || dispute.kind() == Dispute.Kind.DENIED_CLAIM;
    if (twoSided) {
      json.writeBooleanField("onlySide", dispute.oneSided().containsKey(account.article()));
    }
    json.writeNumberField("start", points.before(account.span().start()));
    json.writeNumberField("end", points.before(account.span().end()));
    json.writeStringField("words", account.span().in(article.text()));
    json.writeStringField("sentence", account.sentence().in(article.text()));
    json.writeStringField("address", article.address());
    json.writeEndObject();
  }

  /** Of a speaker who is not named. */
  private static Optional<String> words(Speaker speaker) {
    return speaker instanceof Speaker.Unnamed unnamed
        ? Optional.of(unnamed.words())
        : Optional.empty();
  }

  /** Writes what became of the pages that {@code stemma add} read. */
  void added(ReadingReport report) {
    answer(
        json -> {
          json.writeNumberField("added", report.added());
          json.writeNumberField("known", report.known());
          json.writeNumberField("skipped", report.skipped());
          ReportJson.writeFields(json, report);
        });
  }

  private void answer(JsonOutput.Value fields) {
    out.write(
        false,
        json -> {
          json.writeStartObject();
          fields.writeTo(json);
          json.writeEndObject();
        });
    out.finish(true);
  }

  private void statement(JsonGenerator json, Statement statement, Stemma stemma)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", statement.id());
    JsonOutput.field(json, "speaker", statement.speakerName());
    json.writeStringField("base", statement.baseWitness().id());
    json.writeArrayFieldStart("witnesses");
    for (Witness witness : statement.witnesses()) {
      witness(json, witness, articles.apply(statement.baseWitness().article()).text());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    for (Edge edge : stemma.edges()) {
      edge(json, edge);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lost");
    for (LostSource lost : stemma.lost()) {
      json.writeStartObject();
      json.writeStringField("agency", lost.agency());
      JsonOutput.strings(json, "heirs", lost.heirs().stream().map(ArticleId::value).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("undecided");
    for (ArticleId id : stemma.undecided()) {
      json.writeString(id.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void witness(JsonGenerator json, Witness witness, String base) throws IOException {
    Article article = articles.apply(witness.article());
    json.writeStartObject();
    json.writeStringField("id", witness.id());
    source(json, article);
    span(json, witness.span(), new CodePoints(article.text()));
    json.writeStringField("text", Marked.plain(article.text(), witness.parts()));
    json.writeBooleanField("quoted", witness.quoted());
    JsonOutput.field(json, "speaker", JsonOutput.nameOf(witness.speaker()));
    JsonOutput.strings(json, "via", witness.via());
    json.writeStringField("act", JsonOutput.name(witness.act()));
    alterations(json, witness.alterations(), base, article.text());
    json.writeEndObject();
  }

  static void source(JsonGenerator json, Article article) throws IOException {
    Optional<FoundDate> published = article.published();
    json.writeStringField("article", article.id().value());
    JsonOutput.field(json, "outlet", article.outlet());
    JsonOutput.field(json, "date", published.map(FoundDate::value));
    JsonOutput.field(json, "dateOrigin", published.map(date -> JsonOutput.name(date.origin())));
    json.writeStringField("address", article.address());
  }

  static void alterations(
      JsonGenerator json, List<Alteration> alterations, String before, String after)
      throws IOException {
    json.writeArrayFieldStart("alterations");
    for (Alteration alteration : alterations) {
      json.writeStartObject();
      json.writeStringField("kind", JsonOutput.name(alteration.kind()));
      JsonOutput.field(json, "from", alteration.inBase().map(span -> span.in(before)));
      JsonOutput.field(json, "to", alteration.inWitness().map(span -> span.in(after)));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void edge(JsonGenerator json, Edge edge) throws IOException {
    json.writeStartObject();
    json.writeStringField("child", edge.child().value());
    json.writeStringField("parent", edge.parent().value());
    json.writeNumberField("probability", Math.round(edge.probability() * 100) / 100.0);
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : edge.evidence()) {
      json.writeStartObject();
      json.writeStringField("kind", JsonOutput.name(evidence.kind()));
      json.writeStringField("detail", evidence.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void span(JsonGenerator json, Span span, CodePoints points) throws IOException {
    json.writeNumberField("start", points.before(span.start()));
    json.writeNumberField("end", points.before(span.end()));
  }
}

package org.stemma.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.stemma.app.json.JsonOutput;
import org.stemma.model.Outcome;
import org.stemma.pipeline.ReadingReport;

/**
 * A reading report as JSON: the counts by kind, and each page that there is something to say of.
 */
final class ReportJson {
  private ReportJson() {}

  /** The whole answer of {@code stemma add}. */
  static void added(ReadingReport report, Terminal terminal) {
    JsonOutput out = new JsonOutput(terminal.out());
    out.write(
        false,
        json -> {
          json.writeStartObject();
          json.writeNumberField("added", report.added());
          json.writeNumberField("known", report.known());
          json.writeNumberField("skipped", report.skipped());
          writeFields(json, report);
          json.writeEndObject();
        });
    out.finish(true);
  }

  static void writeFields(JsonGenerator json, ReadingReport report) throws IOException {
    json.writeObjectFieldStart("counts");
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      json.writeNumberField(JsonOutput.name(kind), report.count(kind));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("outcomes");
    for (Outcome outcome : report.listed()) {
      write(json, outcome);
    }
    json.writeEndArray();
    json.writeNumberField("unlisted", report.unlisted());
  }

  static void write(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("place", outcome.place());
    JsonOutput.field(json, "address", outcome.address());
    json.writeStringField("kind", JsonOutput.name(outcome.kind()));
    json.writeStringField("reason", outcome.reason());
    json.writeEndObject();
  }
}

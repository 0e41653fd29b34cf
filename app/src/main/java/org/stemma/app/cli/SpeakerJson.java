package org.stemma.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.stemma.model.Bearing;
import org.stemma.model.Entity;
import org.stemma.model.Union;
import org.stemma.pipeline.Desk;

/** Speakers, and what was decided about them, as JSON. */
final class SpeakerJson {
  private final JsonOutput out;

  SpeakerJson(Output out) {
    this.out = new JsonOutput(out);
  }

  /** One value with all of them. */
  void speakers(List<Entity> speakers, Desk record) {
    out.write(
        false,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("speakers");
          for (Entity entity : speakers) {
            speaker(json, entity, record.statementsBy(entity).size());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    out.finish(true);
  }

  private static void speaker(JsonGenerator json, Entity entity, int statements)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", entity.id());
    json.writeStringField("name", entity.name());
    json.writeStringField("kind", JsonOutput.name(entity.kind()));
    strings(json, "names", entity.names());
    json.writeNumberField("statements", statements);
    json.writeArrayFieldStart("bearings");
    for (Bearing bearing : entity.bearings()) {
      json.writeStartObject();
      json.writeStringField("id", bearing.id());
      json.writeStringField("article", bearing.article().value());
      strings(json, "names", bearing.forms());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("because");
    for (Union union : entity.unions()) {
      json.writeStartObject();
      json.writeStringField("one", union.one());
      json.writeStringField("other", union.other());
      json.writeStringField("reason", JsonOutput.name(union.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}

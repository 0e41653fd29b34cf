package org.stemma.annotate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** Articles with attributions marked by hand, in the form of PolNeAR's JSON Lines. */
final class Corpus {
  /** One attribution as marked. */
  record Marked(List<Span> source, List<Span> cue, List<Span> content) {}

  /** One article; its first line is the headline. */
  record Item(String id, String text, List<Marked> attributions) {
    List<Zone> zones() {
      int line = text.indexOf('\n');
      if (line <= 0 || line + 1 >= text.length()) {
        return List.of(new Zone(ZoneRole.BODY, new Span(0, text.length())));
      }
      return List.of(
          new Zone(ZoneRole.HEADLINE, new Span(0, line)),
          new Zone(ZoneRole.BODY, new Span(line + 1, text.length())));
    }
  }

  private Corpus() {}

  static List<Item> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = mapper.readTree(line);
        items.add(item(row));
      }
    }
    return items;
  }

  private static Item item(JsonNode row) {
    String text = row.get("text").asText();
    List<Marked> attributions = new ArrayList<>();
    for (JsonNode a : row.path("attributions")) {
      attributions.add(marked(text, a));
    }
    return new Item(row.get("id").asText(), text, attributions);
  }

  static Marked marked(String text, JsonNode attribution) {
    return new Marked(
        spans(text, attribution.path("source")),
        spans(text, attribution.path("cue")),
        spans(text, attribution.path("content")));
  }

  private static List<Span> spans(String text, JsonNode pairs) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode pair : pairs) {
      spans.add(
          new Span(
              text.offsetByCodePoints(0, pair.get(0).asInt()),
              text.offsetByCodePoints(0, pair.get(1).asInt())));
    }
    return spans;
  }
}

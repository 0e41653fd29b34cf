package org.stemma.clean;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * JSON as it stands in pages: with comments, trailing commas, line breaks inside strings, wrapped
 * in CDATA or an HTML comment, several values one after the other. What stands before the place
 * where it breaks is kept.
 */
final class LenientJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final Pattern WRAPPING = Pattern.compile("^\\s*(?://)?\\s*(?:<!\\[CDATA\\[|<!--)");

  /** The fields of an article that still tell where the JSON before them is broken. */
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(datePublished|dateModified|headline|url)\"\\s{0,20}:\\s{0,20}\"([^\"\\\\\\n]{1,300})\"");

  private final List<JsonNode> values = new ArrayList<>();
  private final Deque<JsonNode> open = new ArrayDeque<>();
  private String name = "";

  private LenientJson() {}

  /** The values that a script holds, those with an error up to the error. */
  static List<JsonNode> read(String script) {
    String json = WRAPPING.matcher(script).replaceFirst("");
    json = json.startsWith("{&quot;") ? Parser.unescapeEntities(json, false) : json;
    LenientJson reader = new LenientJson();
    try (JsonParser parser = FACTORY.createParser(json)) {
      try {
        for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
          reader.take(next, parser);
        }
      } catch (IOException e) {
        // Broken JSON-LD is common: what was read tells, and the page's other marks do.
        reader.resume(json, (int) Math.max(0, parser.currentLocation().getCharOffset()));
      }
    } catch (IOException e) {
      throw new IllegalStateException("a string can always be read", e);
    }
    return reader.values;
  }

  private void take(JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case FIELD_NAME -> name = parser.currentName();
      case START_OBJECT -> open(JsonNodeFactory.instance.objectNode());
      case START_ARRAY -> open(JsonNodeFactory.instance.arrayNode());
      case END_OBJECT, END_ARRAY -> open.pop();
      default -> add(JsonNodeFactory.instance.textNode(parser.getText()));
    }
  }

  private void open(JsonNode node) {
    add(node);
    open.push(node);
  }

  private void add(JsonNode node) {
    JsonNode into = open.peek();
    if (into instanceof ObjectNode object) {
      // The first of two fields with one name is the one that people see.
      object.putIfAbsent(name, node);
    } else if (into instanceof ArrayNode array) {
      array.add(node);
    } else {
      values.add(node);
    }
  }

  /** Dates behind the break belong to the first object, unless several are described there. */
  private void resume(String json, int from) {
    String rest = json.substring(Math.min(from, json.length()));
    if (values.isEmpty() || !(values.get(0) instanceof ObjectNode first)) {
      return;
    }
    Matcher field = FIELD.matcher(rest);
    while (field.find()) {
      first.putIfAbsent(field.group(1), JsonNodeFactory.instance.textNode(field.group(2)));
    }
  }
}

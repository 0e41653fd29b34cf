package org.stemma.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Attribution;
import org.stemma.model.Comment;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.EventKind;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.TimeMention;
import org.stemma.model.Vector;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * The lists of an article as compact JSON, so that any tool that reads SQLite can read a desk.
 * Positions are UTF-16 code units, a list of spans is flat: start, end, start, end. A vector is the
 * base64 of its bytes.
 */
final class ArticleColumns {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ArticleColumns() {}

  static String ofDates(List<FoundDate> dates) {
    ArrayNode all = NODES.arrayNode();
    for (FoundDate date : dates) {
      all.addArray().add(date.value()).add(date.origin().name()).add(date.sense().name());
    }
    return all.toString();
  }

  static List<FoundDate> dates(String json) throws JsonProcessingException {
    return list(json, ArticleColumns::date);
  }

  /** Desks of form 1 have dates without their sense. */
  private static FoundDate date(JsonNode date) {
    DateOrigin origin = DateOrigin.valueOf(date.path(1).asText());
    DateSense sense = date.has(2) ? DateSense.valueOf(date.path(2).asText()) : origin.usualSense();
    return new FoundDate(date.path(0).asText(), origin, sense);
  }

  static String ofAuthors(List<String> authors) {
    ArrayNode all = NODES.arrayNode();
    authors.forEach(all::add);
    return all.toString();
  }

  static List<String> authors(String json) throws JsonProcessingException {
    return list(json, JsonNode::asText);
  }

  static String ofComments(List<Comment> comments) {
    ArrayNode all = NODES.arrayNode();
    for (Comment comment : comments) {
      ObjectNode node = all.addObject();
      node.set("span", node(List.of(comment.span())));
      comment.writer().ifPresent(writer -> node.put("writer", writer));
      comment.replyTo().ifPresent(name -> node.put("reply_to", name));
      comment.time().ifPresent(time -> node.put("time", time));
    }
    return all.toString();
  }

  static List<Comment> comments(String json) throws JsonProcessingException {
    return list(
        json,
        node ->
            new Comment(
                spans(node.path("span")).get(0),
                text(node, "writer"),
                text(node, "reply_to"),
                text(node, "time")));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
  }

  static String ofZones(List<Zone> zones) {
    ArrayNode all = NODES.arrayNode();
    for (Zone zone : zones) {
      all.addArray().add(zone.role().name()).add(zone.span().start()).add(zone.span().end());
    }
    return all.toString();
  }

  static List<Zone> zones(String json) throws JsonProcessingException {
    return list(
        json,
        zone ->
            new Zone(
                ZoneRole.valueOf(zone.path(0).asText()),
                new Span(zone.path(1).asInt(), zone.path(2).asInt())));
  }

  static String ofNames(List<Name> names) {
    ArrayNode all = NODES.arrayNode();
    for (Name name : names) {
      all.addArray().add(name.kind().name()).add(name.span().start()).add(name.span().end());
    }
    return all.toString();
  }

  static List<Name> names(String json) throws JsonProcessingException {
    return list(
        json,
        name ->
            new Name(
                new Span(name.path(1).asInt(), name.path(2).asInt()),
                NameKind.valueOf(name.path(0).asText())));
  }

  static String ofFigures(List<Figure> figures) {
    ArrayNode all = NODES.arrayNode();
    for (Figure figure : figures) {
      ObjectNode node = all.addObject();
      node.set("span", node(List.of(figure.span())));
      // As words: a number of JSON would lose what lies beyond a double, and the last zeros.
      figure.lowest().ifPresent(low -> node.put("lowest", low.toString()));
      figure.highest().ifPresent(high -> node.put("highest", high.toString()));
      node.put("exactness", figure.exactness().name());
      node.put("unit", figure.unit().name());
      figure.currency().ifPresent(code -> node.put("currency", code));
      figure.counted().ifPresent(words -> node.set("counted", node(List.of(words))));
      node.put("head", figure.head());
      node.put("event", figure.event().name());
      node.put("part", figure.isPart());
      figure.place().ifPresent(place -> node.set("place", node(List.of(place))));
      figure.time().ifPresent(time -> node.set("time", node(time)));
    }
    return all.toString();
  }

  static List<Figure> figures(String json) throws JsonProcessingException {
    return list(
        json,
        node ->
            new Figure(
                spans(node.path("span")).get(0),
                text(node, "lowest").map(BigDecimal::new),
                text(node, "highest").map(BigDecimal::new),
                Figure.Exactness.valueOf(node.path("exactness").asText()),
                Figure.Unit.valueOf(node.path("unit").asText()),
                text(node, "currency"),
                spans(node.path("counted")).stream().findFirst(),
                node.path("head").asText(),
                EventKind.valueOf(node.path("event").asText()),
                node.path("part").asBoolean(),
                spans(node.path("place")).stream().findFirst(),
                node.has("time") ? Optional.of(time(node.get("time"))) : Optional.empty()));
  }

  static String ofTimes(List<TimeMention> times) {
    ArrayNode all = NODES.arrayNode();
    times.forEach(time -> all.add(node(time)));
    return all.toString();
  }

  static List<TimeMention> times(String json) throws JsonProcessingException {
    return list(json, ArticleColumns::time);
  }

  private static ObjectNode node(TimeMention time) {
    ObjectNode node = NODES.objectNode();
    node.set("span", node(List.of(time.span())));
    time.earliest().ifPresent(day -> node.put("earliest", day.toString()));
    time.latest().ifPresent(day -> node.put("latest", day.toString()));
    node.put("basis", time.basis().name());
    return node;
  }

  private static TimeMention time(JsonNode node) {
    return new TimeMention(
        spans(node.path("span")).get(0),
        text(node, "earliest").map(LocalDate::parse),
        text(node, "latest").map(LocalDate::parse),
        TimeMention.Basis.valueOf(node.path("basis").asText()));
  }

  static String ofAttributions(List<Attribution> attributions) {
    ArrayNode all = NODES.arrayNode();
    attributions.forEach(a -> all.add(node(a)));
    return all.toString();
  }

  static List<Attribution> attributions(String json) throws JsonProcessingException {
    return list(json, ArticleColumns::attribution);
  }

  private static ObjectNode node(Attribution a) {
    ObjectNode node = NODES.objectNode();
    node.set("source", node(a.source()));
    node.set("cue", node(a.cue()));
    node.set("content", node(a.content()));
    node.put("kind", a.kind().name());
    if (a.speaker() instanceof Speaker.Named named) {
      node.put("named", named.name());
    } else if (a.speaker() instanceof Speaker.Unnamed unnamed) {
      node.put("unnamed", unnamed.words());
    }
    if (!a.via().isEmpty()) {
      ArrayNode via = node.putArray("via");
      a.via().forEach(via::add);
    }
    node.put("act", a.act().name());
    node.put("confidence", a.confidence());
    node.put("speakerConfidence", a.speakerConfidence());
    a.onBehalfOf().ifPresent(body -> node.put("onBehalfOf", body));
    if (!a.vector().equals(Vector.NONE)) {
      node.put("vector", a.vector().values());
    }
    if (!a.nested().isEmpty()) {
      ArrayNode nested = node.putArray("nested");
      a.nested().forEach(inner -> nested.add(node(inner)));
    }
    Aim aim = a.aim();
    if (!aim.target().isEmpty()) {
      node.set("target", node(aim.target()));
    }
    if (aim.whom() instanceof Speaker.Named named) {
      node.put("target_named", named.name());
    } else if (aim.whom() instanceof Speaker.Unnamed unnamed) {
      node.put("target_unnamed", unnamed.words());
    }
    if (!aim.topic().isEmpty()) {
      node.set("topic", node(aim.topic()));
    }
    return node;
  }

  private static Attribution attribution(JsonNode node) {
    List<Attribution> nested = new ArrayList<>();
    node.path("nested").forEach(inner -> nested.add(attribution(inner)));
    return new Attribution(
        spans(node.path("source")),
        spans(node.path("cue")),
        spans(node.path("content")),
        QuotationKind.valueOf(node.path("kind").asText()),
        speaker(node, ""),
        credits(node.path("via")),
        Act.valueOf(node.path("act").asText()),
        node.path("confidence").asDouble(),
        Vector.of(Base64.getDecoder().decode(node.path("vector").asText())),
        new Aim(spans(node.path("target")), speaker(node, "target_"), spans(node.path("topic"))),
        node.path("speakerConfidence").asDouble(1),
        text(node, "onBehalfOf"),
        nested);
  }

  /** Desks of older programs have one credit, as a text. */
  private static List<String> credits(JsonNode via) {
    if (via.isTextual()) {
      return List.of(via.asText());
    }
    List<String> credits = new ArrayList<>();
    via.forEach(name -> credits.add(name.asText()));
    return credits;
  }

  private static Speaker speaker(JsonNode node, String role) {
    if (node.has(role + "named")) {
      return new Speaker.Named(node.get(role + "named").asText());
    }
    return node.has(role + "unnamed")
        ? new Speaker.Unnamed(node.get(role + "unnamed").asText())
        : new Speaker.Unknown();
  }

  private static ArrayNode node(List<Span> spans) {
    ArrayNode flat = NODES.arrayNode();
    spans.forEach(span -> flat.add(span.start()).add(span.end()));
    return flat;
  }

  private static List<Span> spans(JsonNode flat) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < flat.size(); i += 2) {
      spans.add(new Span(flat.path(i).asInt(), flat.path(i + 1).asInt()));
    }
    return spans;
  }

  private static <T> List<T> list(String json, Function<JsonNode, T> item)
      throws JsonProcessingException {
    List<T> items = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) {
      items.add(item.apply(node));
    }
    return items;
  }
}

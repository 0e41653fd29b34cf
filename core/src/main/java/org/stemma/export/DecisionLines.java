package org.stemma.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

/**
 * The log of decisions as JSON Lines, one decision a line, which another desk can take over: what
 * decisions name is made of addresses and texts, and is the same at every desk.
 *
 * <pre>{@code
 * {"number":1,"at":"2031-05-04T12:00:00Z","decision":"set_date","holds":true,"article":"a1","date":"2031-05-03"}
 * }</pre>
 */
public final class DecisionLines {
  /** Longest name, id or date that is taken over, in code units. */
  private static final int LONGEST = 500;

  /** Most bearings or witnesses of one decision. */
  private static final int MOST_NAMED = 10_000;

  /** Most decisions that are taken over at once. */
  private static final int MOST_LINES = 100_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private DecisionLines() {}

  /** The fields of each decision, in the order of the log. */
  public static List<Map<String, Object>> fields(List<Decision> log) {
    BitSet holding = new DecisionLog(log).holding();
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      all.add(fields(i + 1, log.get(i), holding.get(i + 1)));
    }
    return all;
  }

  private static Map<String, Object> fields(int number, Decision decision, boolean holds) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", number);
    fields.put("at", decision.at().toString());
    fields.put("decision", decision.kind().word());
    fields.put("holds", holds);
    switch (decision.kind()) {
      case MERGE, SPLIT, NOT_A_SPEAKER -> fields.put("bearings", decision.bearings());
      case RENAME -> {
        fields.put("bearings", decision.bearings());
        fields.put("name", ((Decision.Rename) decision).name());
      }
      case JOIN_STATEMENTS, SPLIT_STATEMENT ->
          fields.put("witnesses", decision.places().stream().map(Locus::id).toList());
      case SET_DATE -> {
        fields.put("article", ((Decision.SetDate) decision).article().value());
        fields.put("date", ((Decision.SetDate) decision).date());
      }
      case SET_OUTLET -> {
        fields.put("article", ((Decision.SetOutlet) decision).article().value());
        fields.put("outlet", ((Decision.SetOutlet) decision).outlet());
      }
      case MARK_ZONE -> {
        Decision.MarkZone mark = (Decision.MarkZone) decision;
        fields.put("article", mark.article().value());
        fields.put("start", mark.span().start());
        fields.put("end", mark.span().end());
        fields.put("role", mark.role().name().toLowerCase(Locale.ROOT));
      }
      case REJECT, NOT_NAMED -> fields.put("attribution", decision.places().get(0).id());
      case SET_SPEAKER -> {
        fields.put("attribution", decision.places().get(0).id());
        fields.put("bearings", decision.bearings());
        fields.put("name", ((Decision.SetSpeaker) decision).name());
      }
      case REVERT -> fields.put("reverts", ((Decision.Revert) decision).number());
      default -> throw new IllegalArgumentException("no fields for " + decision);
    }
    return fields;
  }

  /** A whole log; the last line ends as the others do. */
  public static String write(List<Decision> log) {
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> fields : fields(log)) {
      try {
        lines.append(JSON.writeValueAsString(fields)).append('\n');
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a decision could not be written as JSON", e);
      }
    }
    return lines.toString();
  }

  /**
   * Reads what {@link #write} wrote, or some lines of it. In the log that is given back, what takes
   * a decision back counts from the first line that is no blank.
   *
   * @throws IllegalArgumentException when a line is no decision; one sentence with its number, for
   *     people
   */
  public static List<Decision> read(String lines) {
    List<Decision> log = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    int number = 0;
    for (String line : lines.lines().limit(MOST_LINES + 1).toList()) {
      number++;
      if (number > MOST_LINES) {
        throw new IllegalArgumentException("At most " + MOST_LINES + " lines are read at once.");
      }
      if (!line.isBlank()) {
        try {
          log.add(decision(JSON.readTree(line), places, log.size() + 1));
        } catch (JsonProcessingException e) {
          throw wrong(number, "it is not JSON");
        } catch (IllegalArgumentException | DateTimeException e) {
          throw wrong(number, String.valueOf(e.getMessage()));
        }
      }
    }
    return log;
  }

  private static IllegalArgumentException wrong(int line, String why) {
    return new IllegalArgumentException("Line " + line + " is no decision: " + why);
  }

  /**
   * @param places where the decisions before it stand, by the numbers that the lines give them
   */
  private static Decision decision(JsonNode line, Map<Integer, Integer> places, int place) {
    Instant at = Instant.parse(text(line, "at"));
    Decision decision =
        switch (kind(text(line, "decision"))) {
          case MERGE -> new Decision.Merge(at, texts(line, "bearings"));
          case SPLIT -> new Decision.Split(at, texts(line, "bearings"));
          case RENAME -> new Decision.Rename(at, bearing(line), text(line, "name"));
          case NOT_A_SPEAKER -> new Decision.NotASpeaker(at, bearing(line));
          case JOIN_STATEMENTS -> new Decision.JoinStatements(at, witnesses(line));
          case SPLIT_STATEMENT -> new Decision.SplitStatement(at, witnesses(line));
          case SET_DATE -> new Decision.SetDate(at, article(line), text(line, "date"));
          case SET_OUTLET -> new Decision.SetOutlet(at, article(line), text(line, "outlet"));
          case MARK_ZONE ->
              new Decision.MarkZone(
                  at,
                  article(line),
                  new Span(number(line, "start"), number(line, "end")),
                  role(text(line, "role")));
          case REJECT -> new Decision.Reject(at, attribution(line));
          case SET_SPEAKER ->
              new Decision.SetSpeaker(at, attribution(line), bearing(line), text(line, "name"));
          case NOT_NAMED -> new Decision.NotNamed(at, attribution(line));
          case REVERT -> {
            Integer reverted = places.get(number(line, "reverts"));
            if (reverted == null) {
              throw new IllegalArgumentException(
                  "it takes back decision "
                      + number(line, "reverts")
                      + ", which is not before it in the file");
            }
            yield new Decision.Revert(at, reverted);
          }
        };
    places.put(line.path("number").asInt(place), place);
    return decision;
  }

  private static Decision.Kind kind(String word) {
    for (Decision.Kind kind : Decision.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no decision \"" + word + "\"");
  }

  private static ZoneRole role(String word) {
    for (ZoneRole role : ZoneRole.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("there is no role \"" + word + "\"");
  }

  private static ArticleId article(JsonNode line) {
    return new ArticleId(text(line, "article"));
  }

  private static Locus attribution(JsonNode line) {
    return Locus.named(text(line, "attribution"));
  }

  private static List<Locus> witnesses(JsonNode line) {
    return texts(line, "witnesses").stream().map(Locus::named).toList();
  }

  private static String bearing(JsonNode line) {
    List<String> bearings = texts(line, "bearings");
    if (bearings.size() != 1) {
      throw new IllegalArgumentException("it needs one of \"bearings\", not " + bearings.size());
    }
    return bearings.get(0);
  }

  private static List<String> texts(JsonNode line, String field) {
    JsonNode all = line.path(field);
    if (!all.isArray() || all.size() > MOST_NAMED) {
      throw new IllegalArgumentException("it needs a list \"" + field + "\"");
    }
    List<String> texts = new ArrayList<>();
    all.forEach(one -> texts.add(text(one, field)));
    return texts;
  }

  private static String text(JsonNode line, String field) {
    JsonNode value = line.isObject() ? line.path(field) : line;
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException("it needs a text \"" + field + "\"");
    }
    if (value.asText().length() > LONGEST) {
      throw new IllegalArgumentException(
          "its \"" + field + "\" is longer than " + LONGEST + " characters");
    }
    return value.asText();
  }

  private static int number(JsonNode line, String field) {
    JsonNode value = line.path(field);
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException("it needs a number \"" + field + "\"");
    }
    return value.asInt();
  }
}

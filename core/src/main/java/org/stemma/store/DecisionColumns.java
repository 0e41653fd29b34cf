package org.stemma.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Decision;

/** Decisions as rows: what all have in columns of their own, bearings as a list in JSON. */
final class DecisionColumns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MERGE = "MERGE";
  private static final String SPLIT = "SPLIT";
  private static final String RENAME = "RENAME";
  private static final String NOT_A_SPEAKER = "NOT_A_SPEAKER";
  private static final String REVERT = "REVERT";

  private DecisionColumns() {}

  static void insert(View view, Decision decision) throws SQLException {
    if (decision instanceof Decision.Merge merge) {
      insert(view, merge, MERGE, merge.bearings(), Optional.empty(), 0);
    } else if (decision instanceof Decision.Split split) {
      insert(view, split, SPLIT, split.bearings(), Optional.empty(), 0);
    } else if (decision instanceof Decision.Rename rename) {
      insert(view, rename, RENAME, List.of(rename.bearing()), Optional.of(rename.name()), 0);
    } else if (decision instanceof Decision.NotASpeaker not) {
      insert(view, not, NOT_A_SPEAKER, List.of(not.bearing()), Optional.empty(), 0);
    } else if (decision instanceof Decision.Revert revert) {
      insert(view, revert, REVERT, List.of(), Optional.empty(), revert.number());
    }
  }

  private static void insert(
      View view,
      Decision decision,
      String kind,
      List<String> bearings,
      Optional<String> name,
      int reverted)
      throws SQLException {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    bearings.forEach(all::add);
    view.update(
        "INSERT INTO decision(at, kind, bearings, name, reverted) VALUES(?, ?, ?, ?, ?)",
        decision.at().toString(),
        kind,
        all.toString(),
        name,
        reverted);
  }

  static List<Decision> all(View view) throws SQLException {
    return view.list(
        "SELECT at, kind, bearings, name, reverted FROM decision ORDER BY no",
        DecisionColumns::decision);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    try {
      Instant at = Instant.parse(row.getString(1));
      List<String> bearings = new ArrayList<>();
      for (JsonNode bearing : JSON.readTree(View.text(row, 3).orElse("[]"))) {
        bearings.add(bearing.asText());
      }
      String kind = row.getString(2);
      return switch (kind) {
        case MERGE -> new Decision.Merge(at, bearings);
        case SPLIT -> new Decision.Split(at, bearings);
        case RENAME -> new Decision.Rename(at, bearings.get(0), View.text(row, 4).orElse(""));
        case NOT_A_SPEAKER -> new Decision.NotASpeaker(at, bearings.get(0));
        case REVERT -> new Decision.Revert(at, row.getInt(5));
        default -> throw new SQLException("there is no decision of the kind " + kind);
      };
    } catch (JsonProcessingException
        | DateTimeParseException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      throw new SQLException("a decision is damaged: " + e.getMessage(), e);
    }
  }
}

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
    ArrayNode bearings = JsonNodeFactory.instance.arrayNode();
    decision.bearings().forEach(bearings::add);
    view.update(
        "INSERT INTO decision(at, kind, bearings, name, reverted) VALUES(?, ?, ?, ?, ?)",
        decision.at().toString(),
        kind(decision),
        bearings.toString(),
        decision instanceof Decision.Rename rename ? Optional.of(rename.name()) : Optional.empty(),
        decision instanceof Decision.Revert revert ? revert.number() : 0);
  }

  private static String kind(Decision decision) {
    if (decision instanceof Decision.Merge) {
      return MERGE;
    }
    if (decision instanceof Decision.Split) {
      return SPLIT;
    }
    if (decision instanceof Decision.Rename) {
      return RENAME;
    }
    return decision instanceof Decision.NotASpeaker ? NOT_A_SPEAKER : REVERT;
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

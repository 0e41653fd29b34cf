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
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

/**
 * Decisions as rows: what they name as a list in JSON, what they say of it in a column of its own.
 */
final class DecisionColumns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DecisionColumns() {}

  static void insert(View view, Decision decision) throws SQLException {
    ArrayNode named = JsonNodeFactory.instance.arrayNode();
    named(decision).forEach(named::add);
    view.update(
        "INSERT INTO decision(at, kind, bearings, name, reverted) VALUES(?, ?, ?, ?, ?)",
        decision.at().toString(),
        decision.kind().name(),
        named.toString(),
        said(decision),
        decision instanceof Decision.Revert revert ? revert.number() : 0);
  }

  /** What a decision names, as {@link #decision} reads it back. */
  private static List<String> named(Decision decision) {
    if (decision instanceof Decision.MarkZone mark) {
      return List.of(
          new Locus(mark.article(), mark.span().start()).id(),
          new Locus(mark.article(), mark.span().end()).id());
    }
    List<String> named = new ArrayList<>();
    decision.places().forEach(place -> named.add(place.id()));
    named.addAll(decision.bearings());
    if (named.isEmpty()) {
      decision.articles().forEach(article -> named.add(article.value()));
    }
    return named;
  }

  private static Optional<String> said(Decision decision) {
    if (decision instanceof Decision.Rename rename) {
      return Optional.of(rename.name());
    }
    if (decision instanceof Decision.SetDate set) {
      return Optional.of(set.date());
    }
    if (decision instanceof Decision.SetOutlet set) {
      return Optional.of(set.outlet());
    }
    if (decision instanceof Decision.MarkZone mark) {
      return Optional.of(mark.role().name());
    }
    return decision instanceof Decision.SetSpeaker set ? Optional.of(set.name()) : Optional.empty();
  }

  static List<Decision> all(View view) throws SQLException {
    return view.list(
        "SELECT at, kind, bearings, name, reverted FROM decision ORDER BY no",
        DecisionColumns::decision);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String kind = row.getString(2);
    try {
      List<String> named = new ArrayList<>();
      for (JsonNode id : JSON.readTree(View.text(row, 3).orElse("[]"))) {
        named.add(id.asText());
      }
      return decision(
          Instant.parse(row.getString(1)),
          Decision.Kind.valueOf(kind),
          named,
          View.text(row, 4).orElse(""),
          row.getInt(5));
    } catch (JsonProcessingException
        | DateTimeParseException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      throw new SQLException("a decision, " + kind + ", is damaged: " + e.getMessage(), e);
    }
  }

  private static Decision decision(
      Instant at, Decision.Kind kind, List<String> named, String said, int reverted) {
    return switch (kind) {
      case MERGE -> new Decision.Merge(at, named);
      case SPLIT -> new Decision.Split(at, named);
      case RENAME -> new Decision.Rename(at, named.get(0), said);
      case NOT_A_SPEAKER -> new Decision.NotASpeaker(at, named.get(0));
      case JOIN_STATEMENTS -> new Decision.JoinStatements(at, places(named));
      case SPLIT_STATEMENT -> new Decision.SplitStatement(at, places(named));
      case SET_DATE -> new Decision.SetDate(at, new ArticleId(named.get(0)), said);
      case SET_OUTLET -> new Decision.SetOutlet(at, new ArticleId(named.get(0)), said);
      case MARK_ZONE -> {
        List<Locus> ends = places(named);
        Span span = new Span(ends.get(0).offset(), ends.get(1).offset());
        yield new Decision.MarkZone(at, ends.get(0).article(), span, ZoneRole.valueOf(said));
      }
      case REJECT -> new Decision.Reject(at, Locus.named(named.get(0)));
      case SET_SPEAKER ->
          new Decision.SetSpeaker(at, Locus.named(named.get(0)), named.get(1), said);
      case NOT_NAMED -> new Decision.NotNamed(at, Locus.named(named.get(0)));
      case REVERT -> new Decision.Revert(at, reverted);
    };
  }

  private static List<Locus> places(List<String> named) {
    return named.stream().map(Locus::named).toList();
  }
}

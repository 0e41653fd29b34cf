package org.stemma.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.pipeline.Desk;
import org.stemma.text.CodePoints;

/**
 * Tells of pairs of contents whether a desk takes them for witnesses of one statement.
 *
 * <pre>SameStatement DESK pairs.jsonl out.jsonl</pre>
 *
 * Each line of the pairs is written again with {@code found}, true or false.
 */
public final class SameStatement {
  private final Map<String, List<Place>> byArticle = new HashMap<>();

  /** A witness, by code points of its article, and the statement that it belongs to. */
  private record Place(int begin, int end, Statement statement) {
    /** True when the two share half of the shorter one. */
    boolean isAt(int otherBegin, int otherEnd) {
      int shared = Math.min(end, otherEnd) - Math.max(begin, otherBegin);
      return shared > 0 && 2 * shared >= Math.min(end - begin, otherEnd - otherBegin);
    }
  }

  private SameStatement(Desk desk) {
    Map<ArticleId, CodePoints> points = new HashMap<>();
    for (Statement statement : desk.statements()) {
      for (Witness witness : statement.witnesses()) {
        CodePoints own =
            points.computeIfAbsent(
                witness.article(),
                id -> new CodePoints(desk.article(id).orElseThrow().article().text()));
        byArticle
            .computeIfAbsent(witness.article().value(), id -> new ArrayList<>())
            .add(
                new Place(
                    own.before(witness.span().start()),
                    own.before(witness.span().end()),
                    statement));
      }
    }
  }

  /** Runs the bench; see the class. */
  public static void main(String[] arguments) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Desk desk = Desk.open(Path.of(arguments[0]));
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
      SameStatement record = new SameStatement(desk);
      for (String line : Files.readAllLines(Path.of(arguments[1]))) {
        ObjectNode pair = (ObjectNode) json.readTree(line);
        pair.put("found", record.holdsTogether(pair));
        out.println(json.writeValueAsString(pair));
      }
    }
  }

  private boolean holdsTogether(JsonNode pair) {
    List<Place> others = places(pair, "b");
    return places(pair, "a").stream()
        .anyMatch(one -> others.stream().anyMatch(y -> y.statement().equals(one.statement())));
  }

  private List<Place> places(JsonNode pair, String side) {
    int begin = pair.get(side + "_begin").asInt();
    int end = pair.get(side + "_end").asInt();
    return byArticle.getOrDefault(pair.get(side).asText(), List.of()).stream()
        .filter(place -> place.isAt(begin, end))
        .toList();
  }
}
